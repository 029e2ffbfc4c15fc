package io.mirrorcore.optimize.quadratic;

import io.mirrorcore.matrix.DenseLu;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/**
 * Newton's step for the free weights among those that keep the sum and the weight of every binding
 * group (the null-space method, Nocedal &amp; Wright 2006, section 16.2):
 *
 * <pre>
 *   m free weights, r rows of C: ones, and the members of each binding group
 *   C' = QT by Householder,   Q = [Y Z],   R = Z'HZ
 *   step d = Zz, R z = Z'g;   multipliers T l = Y'g
 * </pre>
 *
 * R is solved with by LU where that is safe, else by its eigenvectors: those without curvature are
 * left out, or, where the gradient has a share in them, are a ray along which the objective rises
 * without end. Scaling the weights by their variances was tried and cost digits: the certificate is
 * relative to the largest gradient, as is this.
 */
final class ReducedSpace {

  /** Below this ratio of pivots LU is not trusted. */
  private static final double SAFE = 1e-10;

  /** Eigenvalues below this times m, relative to the largest variance, are rounding. */
  private static final double RANK = 1e-14;

  private final int m;
  private final int r;
  private final double unit;
  private final double[][] rows;
  private final double[][] q;
  private final double[][] t;
  private final double[][] reduced;

  /**
   * @param h {@code m x m}, symmetric positive semidefinite, not all zero
   * @param rows C, of full rank, {@code r <= m}
   */
  ReducedSpace(double[][] h, double[][] rows) {
    m = h.length;
    r = rows.length;
    this.rows = rows;
    double largest = 0;
    for (int i = 0; i < m; i++) {
      largest = Math.max(largest, h[i][i]);
    }
    unit = largest > 0 ? largest : 1;
    t = new double[m][r];
    for (int i = 0; i < m; i++) {
      for (int k = 0; k < r; k++) {
        t[i][k] = rows[k][i];
      }
    }
    q = new double[m][m];
    for (int i = 0; i < m; i++) {
      q[i][i] = 1;
    }
    for (int k = 0; k < r; k++) {
      reflect(k);
    }
    reduced = reduce(h);
  }

  /** How far the rows are from being dependent: the least diagonal of T over the largest. */
  double independence() {
    double least = Double.POSITIVE_INFINITY;
    double most = 0;
    for (int k = 0; k < r; k++) {
      least = Math.min(least, k < m ? Math.abs(t[k][k]) : 0);
      most = Math.max(most, k < m ? Math.abs(t[k][k]) : 0);
    }
    return least / most;
  }

  /**
   * The step from where the gradient was taken.
   *
   * @param gradient m entries
   * @param tolerance a gradient this small along a direction of zero curvature is none
   * @param step receives m entries
   * @return true for a Newton step, to be taken whole; false for a ray of zero curvature
   */
  boolean step(double[] gradient, double tolerance, double[] step) {
    double[] along = new double[m - r];
    for (int i = 0; i < m; i++) {
      for (int k = 0; k < along.length; k++) {
        along[k] += q[i][r + k] * gradient[i] / unit;
      }
    }
    boolean newton = solve(along, tolerance / unit);
    for (int i = 0; i < m; i++) {
      double sum = 0;
      for (int k = 0; k < along.length; k++) {
        sum += q[i][r + k] * along[k];
      }
      step[i] = sum;
    }
    removeShareAlongRows(step);
    return newton;
  }

  /** Rounding leaves a component along the rows, which would change the sum and the groups. */
  private void removeShareAlongRows(double[] step) {
    double[] residuals = new double[r];
    for (int k = 0; k < r; k++) {
      for (int i = 0; i < m; i++) {
        residuals[k] -= rows[k][i] * step[i];
      }
    }
    double[] change = correction(residuals);
    for (int i = 0; i < m; i++) {
      step[i] += change[i];
    }
  }

  /** The multipliers of the constraints at a gradient: r of them, in the order of the rows. */
  double[] multipliers(double[] gradient) {
    double[] l = new double[r];
    for (int k = r - 1; k >= 0; k--) {
      double sum = 0;
      for (int i = 0; i < m; i++) {
        sum += q[i][k] * gradient[i];
      }
      for (int j = k + 1; j < r; j++) {
        sum -= t[k][j] * l[j];
      }
      l[k] = sum / t[k][k];
    }
    return l;
  }

  /**
   * The shortest change that takes away a primal residual.
   *
   * @param residuals r entries: by how much each row is to grow
   * @return m entries
   */
  double[] correction(double[] residuals) {
    double[] y = residuals.clone();
    double[] change = new double[m];
    for (int k = 0; k < r; k++) {
      for (int j = 0; j < k; j++) {
        y[k] -= t[j][k] * y[j];
      }
      y[k] /= t[k][k];
    }
    for (int i = 0; i < m; i++) {
      for (int k = 0; k < r; k++) {
        change[i] += q[i][k] * y[k];
      }
    }
    return change;
  }

  /** Householder's reflection of column k of T, gathered in Q. */
  private void reflect(int k) {
    double norm = 0;
    for (int i = k; i < m; i++) {
      norm = StrictMath.hypot(norm, t[i][k]);
    }
    if (norm == 0) {
      return;
    }
    double[] v = new double[m];
    for (int i = k; i < m; i++) {
      v[i] = t[i][k];
    }
    v[k] += v[k] < 0 ? -norm : norm;
    double square = 0;
    for (int i = k; i < m; i++) {
      square += v[i] * v[i];
    }
    for (int j = 0; j < r; j++) {
      double share = 0;
      for (int i = k; i < m; i++) {
        share += v[i] * t[i][j];
      }
      for (int i = k; i < m; i++) {
        t[i][j] -= 2 * share / square * v[i];
      }
    }
    for (double[] row : q) {
      double share = 0;
      for (int i = k; i < m; i++) {
        share += row[i] * v[i];
      }
      for (int i = k; i < m; i++) {
        row[i] -= 2 * share / square * v[i];
      }
    }
  }

  private double[][] reduce(double[][] h) {
    int size = Math.max(0, m - r);
    double[][] half = new double[m][size];
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < m; j++) {
        double entry = h[i][j] / unit;
        for (int k = 0; k < size; k++) {
          half[i][k] += entry * q[j][r + k];
        }
      }
    }
    double[][] product = new double[size][size];
    for (int i = 0; i < m; i++) {
      for (int a = 0; a < size; a++) {
        for (int b = 0; b <= a; b++) {
          product[a][b] += q[i][r + a] * half[i][b];
        }
      }
    }
    for (int a = 0; a < size; a++) {
      for (int b = 0; b < a; b++) {
        product[b][a] = product[a][b];
      }
    }
    return product;
  }

  /** Overwrites {@code along} by z; false for a ray. */
  private boolean solve(double[] along, double tolerance) {
    int size = along.length;
    if (size == 0) {
      return true;
    }
    DenseLu lu = new DenseLu(size);
    for (int a = 0; a < size; a++) {
      System.arraycopy(reduced[a], 0, lu.entries(), a * size, size);
    }
    if (lu.factor() > SAFE) {
      lu.solve(along);
      return true;
    }
    return solveSingular(along, tolerance);
  }

  private boolean solveSingular(double[] along, double tolerance) {
    EigenDecomposition eigen = new EigenDecomposition(new Array2DRowRealMatrix(reduced));
    double[] newton = new double[along.length];
    double[] ray = new double[along.length];
    double outside = 0;
    for (int k = 0; k < along.length; k++) {
      double[] vector = eigen.getEigenvector(k).toArray();
      double share = 0;
      for (int i = 0; i < vector.length; i++) {
        share += vector[i] * along[i];
      }
      boolean curved = eigen.getRealEigenvalue(k) > RANK * m;
      outside = Math.max(outside, curved ? 0 : Math.abs(share));
      for (int i = 0; i < vector.length; i++) {
        if (curved) {
          newton[i] += share / eigen.getRealEigenvalue(k) * vector[i];
        } else {
          ray[i] += share * vector[i];
        }
      }
    }
    boolean isNewton = outside <= tolerance;
    System.arraycopy(isNewton ? newton : ray, 0, along, 0, along.length);
    return isNewton;
  }
}
