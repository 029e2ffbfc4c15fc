package io.mirrorcore.matrix;

import java.util.Arrays;

/**
 * {@code A = U'U} of a symmetric positive definite matrix that gains and loses rows and columns
 * (Golub &amp; Van Loan 2013, section 6.5.4). U grows by what one triangular solve yields and
 * shrinks by Givens rotations, both O(m^2), where starting again costs O(m^3):
 *
 * <pre>
 *   add     U'y = a,  r^2 = alpha - y'y:     [ U  y ]    of    [ A   a     ]
 *                                            [ 0  r ]          [ a'  alpha ]
 *   remove  column k of U leaves a subdiagonal, which rotations of neighbouring rows turn to zero
 * </pre>
 *
 * U is kept by rows, so that every inner loop runs along one: a compiler makes vector code of these
 * and not of sums. There is no pivoting: where r^2 is not well above rounding the column is
 * refused.
 */
public final class GrowingCholesky {

  private double[] u = new double[0];

  /** Of the diagonal of U: a product is soon done, a quotient holds the next one up. */
  private double[] inverse = new double[0];

  private double[] y = new double[0];
  private int capacity;
  private int size;

  /** Rows of A. */
  public int size() {
    return size;
  }

  /** Removes all rows and keeps the memory. */
  public void clear() {
    size = 0;
  }

  /** Makes room for {@code m} rows at once. */
  public void reserve(int m) {
    if (m <= capacity) {
      return;
    }
    double[] old = u;
    u = new double[m * m];
    for (int i = 0; i < size; i++) {
      System.arraycopy(old, i * capacity + i, u, i * m + i, size - i);
    }
    inverse = Arrays.copyOf(inverse, m);
    y = new double[m];
    capacity = m;
  }

  /**
   * Adds a last row and column to A.
   *
   * @param column the new column: {@code size()} entries of it above the diagonal
   * @param diagonal the entry on the diagonal
   * @param tolerance least r^2 that is no rounding, 0 or more, in the unit of A
   * @return false, with nothing changed, where r^2 is not above the tolerance
   */
  public boolean add(double[] column, double diagonal, double tolerance) {
    if (size == capacity) {
      reserve(2 * size + 1);
    }
    System.arraycopy(column, 0, y, 0, size);
    forward(y);
    double rest = diagonal;
    for (int k = 0; k < size; k++) {
      rest -= y[k] * y[k];
    }
    if (!(rest > tolerance)) {
      return false;
    }
    for (int k = 0; k < size; k++) {
      u[k * capacity + size] = y[k];
    }
    double root = Math.sqrt(rest);
    u[size * capacity + size] = root;
    inverse[size] = 1 / root;
    size++;
    return true;
  }

  /** Removes row and column k of A; those behind it move up. */
  public void remove(int k) {
    for (int i = 0; i < size; i++) {
      int column = Math.max(i, k + 1);
      int from = i * capacity + column;
      System.arraycopy(u, from, u, from - 1, size - column);
    }
    size--;
    for (int i = k; i < size; i++) {
      rotate(i);
    }
  }

  /** Overwrites b by {@code inv(U') b}. */
  public void forward(double[] b) {
    int k = 0;
    for (; k + 4 <= size; k += 4) {
      forwardFour(b, k);
    }
    for (; k < size; k++) {
      int row = k * capacity;
      double head = b[k] * inverse[k];
      b[k] = head;
      for (int j = k + 1; j < size; j++) {
        b[j] -= head * u[row + j];
      }
    }
  }

  /** Overwrites b by {@code inv(U) b}. */
  public void backward(double[] b) {
    for (int k = size - 1; k >= 0; k--) {
      int row = k * capacity;
      double even = 0;
      double odd = 0;
      int j = k + 1;
      for (; j + 2 <= size; j += 2) {
        even += u[row + j] * b[j];
        odd += u[row + j + 1] * b[j + 1];
      }
      if (j < size) {
        even += u[row + j] * b[j];
      }
      b[k] = (b[k] - (even + odd)) * inverse[k];
    }
  }

  /** Four rows at once: each entry of b is fetched and stored once for the four. */
  private void forwardFour(double[] b, int k) {
    int r0 = k * capacity;
    int r1 = r0 + capacity;
    int r2 = r1 + capacity;
    int r3 = r2 + capacity;
    double b0 = b[k] * inverse[k];
    double b1 = (b[k + 1] - b0 * u[r0 + k + 1]) * inverse[k + 1];
    double b2 = (b[k + 2] - b0 * u[r0 + k + 2] - b1 * u[r1 + k + 2]) * inverse[k + 2];
    double b3 =
        (b[k + 3] - b0 * u[r0 + k + 3] - b1 * u[r1 + k + 3] - b2 * u[r2 + k + 3]) * inverse[k + 3];
    b[k] = b0;
    b[k + 1] = b1;
    b[k + 2] = b2;
    b[k + 3] = b3;
    for (int j = k + 4; j < size; j++) {
      b[j] = b[j] - b0 * u[r0 + j] - b1 * u[r1 + j] - b2 * u[r2 + j] - b3 * u[r3 + j];
    }
  }

  /** Turns the subdiagonal entry under row i to zero. */
  private void rotate(int i) {
    int upper = i * capacity;
    int lower = upper + capacity;
    double length = StrictMath.hypot(u[upper + i], u[lower + i]);
    double c = u[upper + i] / length;
    double s = u[lower + i] / length;
    u[upper + i] = length;
    inverse[i] = 1 / length;
    for (int j = i + 1; j < size; j++) {
      double above = u[upper + j];
      double below = u[lower + j];
      u[upper + j] = c * above + s * below;
      u[lower + j] = c * below - s * above;
    }
  }
}
