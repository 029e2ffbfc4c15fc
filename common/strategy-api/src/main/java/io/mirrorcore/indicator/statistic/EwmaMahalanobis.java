package io.mirrorcore.indicator.statistic;

import io.mirrorcore.matrix.Cholesky;
import io.mirrorcore.state.Stateful;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Squared Mahalanobis distance of a vector from the exponentially weighted mean and covariance of
 * the vectors before it.
 *
 * <pre>
 *   d2(x) = (x - m)' (S + rho I)^-1 (x - m)         m: p, S: p x p symmetric PSD
 *   weight of the vector added k additions before the newest: 2^(-k / half_life), normalised
 *   rho = ridge * trace(S) / p
 * </pre>
 *
 * <p>Measure a vector before adding it: an outlier that is part of the history widens S and hides
 * itself. Weights are normalised over the vectors seen so far (updated as in West 1979), so the
 * first one gets no more weight than its age allows. The history is ready when vectors older than
 * the first would have a weight of less than 1 % in all. Where all vectors were equal d2 is 0, and
 * so it is without a ridge where one entry follows from the others. Source: P. C. Mahalanobis, "On
 * the generalised distance in statistics" (1936).
 */
public final class EwmaMahalanobis implements Stateful {

  /** What came before the first vector no longer matters when it would weigh less than this. */
  private static final double NEGLIGIBLE = 0.01;

  private final int size;
  private final double decay;
  private final double ridge;

  /** Sum of the weights, the newest vector's being 1. */
  private double weight;

  private final double[] mean;

  /** Lower triangle by rows: row i begins at i (i + 1) / 2. */
  private final double[] covariance;

  private final double[] deviation;

  /**
   * @param size p, at least 1
   * @param halfLife additions after which a vector weighs half, more than 0
   * @param ridge share of the mean variance added to every variance, at least 0
   */
  public EwmaMahalanobis(int size, double halfLife, double ridge) {
    if (size < 1) {
      throw new IllegalArgumentException("size must be at least 1; have " + size);
    }
    if (!(halfLife > 0)) {
      throw new IllegalArgumentException("halfLife must be more than 0; have " + halfLife);
    }
    if (!(ridge >= 0)) {
      throw new IllegalArgumentException("ridge must be at least 0; have " + ridge);
    }
    this.size = size;
    this.ridge = ridge;
    decay = StrictMath.pow(0.5, 1 / halfLife);
    mean = new double[size];
    covariance = new double[size * (size + 1) / 2];
    deviation = new double[size];
  }

  /** Takes a vector into the history; the array is not kept. */
  public void add(double[] vector) {
    double before = decay * weight;
    weight = before + 1;
    double kept = before / weight;
    double gain = 1 / weight;
    for (int i = 0; i < size; i++) {
      deviation[i] = vector[i] - mean[i];
      mean[i] += gain * deviation[i];
    }
    for (int i = 0, at = 0; i < size; i++) {
      for (int j = 0; j <= i; j++, at++) {
        covariance[at] = kept * (covariance[at] + gain * deviation[i] * deviation[j]);
      }
    }
  }

  /** Whether the weights have come within 1 % of their limit, 1 / (1 - decay). */
  public boolean isReady() {
    return 1 - weight * (1 - decay) < NEGLIGIBLE;
  }

  /** The squared distance of {@code vector}, finite and at least 0. */
  public double squaredDistance(double[] vector) {
    return Cholesky.of(ridged(), size).map(factor -> squaredDistance(vector, factor)).orElse(0.0);
  }

  private double squaredDistance(double[] vector, Cholesky factor) {
    for (int i = 0; i < size; i++) {
      deviation[i] = vector[i] - mean[i];
    }
    double distance = 0;
    for (double whitened : factor.forward(deviation)) {
      distance += whitened * whitened;
    }
    return distance < Double.MAX_VALUE ? distance : Double.MAX_VALUE;
  }

  /** S + rho I, its lower triangle: a factorisation reads no more. */
  private double[] ridged() {
    double added = ridge * trace() / size;
    double[] ridged = new double[size * size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j <= i; j++) {
        ridged[i * size + j] = covariance[row(i) + j] + (i == j ? added : 0);
      }
    }
    return ridged;
  }

  private double trace() {
    double sum = 0;
    for (int i = 0; i < size; i++) {
      sum += covariance[row(i) + i];
    }
    return sum;
  }

  private static int row(int i) {
    return i * (i + 1) / 2;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeDouble(weight);
    for (double value : mean) {
      out.writeDouble(value);
    }
    for (double value : covariance) {
      out.writeDouble(value);
    }
  }

  @Override
  public void load(DataInput in) throws IOException {
    weight = in.readDouble();
    for (int i = 0; i < mean.length; i++) {
      mean[i] = in.readDouble();
    }
    for (int i = 0; i < covariance.length; i++) {
      covariance[i] = in.readDouble();
    }
  }
}
