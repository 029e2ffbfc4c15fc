package io.mirrorcore.optimize;

import io.mirrorcore.estimate.StationaryBootstrap;
import io.mirrorcore.optimize.problem.Solution;
import io.mirrorcore.optimize.problem.Status;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.BiFunction;

/**
 * How firmly the window determines the weights, and whether it is worth leaving those in force for
 * them: each bootstrap sample of it is estimated and solved like the window itself (Michaud 1998,
 * resampled efficiency). Weights that jump from sample to sample owe more to luck than to the
 * strategy; and optima that do not serve better than the weights in force on the rows that they
 * have not seen ({@link LeftOutContest}) are no reason to trade.
 *
 * <pre>
 *   sample b   a share of the window's rows, in blocks: {@link StationaryBootstrap}
 *   w_b        what the window's own estimators and solver make of it
 *   sd_i       standard deviation of w_bi over the samples, dividing by their number
 *   confidence_i = 1 - min(1, 2 sd_i / upper_i)
 *   leftOut    share of the samples whose w_b beats the weights in force where it did not look
 * </pre>
 *
 * A variable in [0, upper] has sd at most upper/2, so confidence is in [0, 1] without clipping. It
 * costs {@code samples} estimates and solves, each solve warm from the one before; all chance comes
 * from the generator given.
 */
public final class WeightConfidence {

  private final double[] perStrategy;
  private final double[] meanWeights;
  private final int solved;
  private final double leftOut;

  private WeightConfidence(double[] perStrategy, double[] meanWeights, int solved, double leftOut) {
    this.perStrategy = perStrategy;
    this.meanWeights = meanWeights;
    this.solved = solved;
    this.leftOut = leftOut;
  }

  /**
   * What is resampled, and what the samples' weights are measured against.
   *
   * @param returns {@code T x M} per bar, newest last, {@code T >= 2}
   * @param upper N greatest weights, in [0, 1], summing to at least 1; the least are 0 or more; N
   *     is M, or M + 1 with cash as the last
   * @param rival the weights in force
   */
  @SuppressWarnings("ArrayRecordComponent") // numbers in bulk; never compared as a whole
  public record Window(double[][] returns, double[] upper, LeftOutContest.Rival rival) {}

  /**
   * How to resample.
   *
   * @param samples bootstrap samples B, 2 or more
   * @param fraction rows of a sample over rows of the window, in (0, 1]; at least 2 rows are drawn
   * @param meanBlock mean length of a block in rows, 1 or more; 1 draws rows independently
   */
  public record Sampling(int samples, double fraction, double meanBlock) {

    public Sampling {
      if (samples < 2) {
        throw new IllegalArgumentException("samples must be at least 2; have " + samples);
      }
      if (!(fraction > 0 && fraction <= 1)) {
        throw new IllegalArgumentException("fraction must be in (0, 1]; have " + fraction);
      }
      if (!(meanBlock >= 1)) {
        throw new IllegalArgumentException("meanBlock must be at least 1; have " + meanBlock);
      }
    }
  }

  /**
   * Resamples a window of returns.
   *
   * @param solver estimates and solves a sample, from the solution of the sample before: N weights,
   *     or a status that says why not (a sample may leave a strategy without any variance, say)
   */
  public static WeightConfidence of(
      Window window,
      Sampling sampling,
      BiFunction<double[][], Solution, Solution> solver,
      SplittableRandom random) {
    double[][] returns = window.returns();
    double[] upper = window.upper();
    LeftOutContest contest = new LeftOutContest(returns, window.rival());
    int n = upper.length;
    int size = Math.max(2, (int) Math.rint(sampling.fraction() * returns.length));
    double[] mean = new double[n];
    double[] scatter = new double[n];
    int solved = 0;
    Solution last = Solution.coldStart();
    for (int b = 0; b < sampling.samples(); b++) {
      int[] rows = StationaryBootstrap.draw(returns.length, size, sampling.meanBlock(), random);
      Solution solution = solver.apply(pick(returns, rows), last);
      if (solution.weights().length == n && solution.status() != Status.NOT_CONVERGED) {
        last = solution;
        accumulate(solution.weights(), mean, scatter, ++solved);
        contest.add(rows, solution.weights());
      }
    }
    return new WeightConfidence(
        confidence(scatter, solved, upper), clamp(mean, upper), solved, contest.share());
  }

  /**
   * Where nothing is resampled: confidence 1 in every weight, and no samples.
   *
   * @param upper N greatest weights
   */
  public static WeightConfidence certain(double[] upper) {
    double[] one = new double[upper.length];
    Arrays.fill(one, 1);
    return new WeightConfidence(one, new double[0], 0, 1);
  }

  /** N confidences in [0, 1]: 1 where every sample gives the same weight. */
  public double[] perStrategy() {
    return perStrategy.clone();
  }

  /**
   * N weights, the mean over the samples: sum 1 within 1e-12, within the bounds; empty where there
   * are no samples.
   */
  public double[] meanWeights() {
    return meanWeights.clone();
  }

  /** Samples with an optimal solution; the others count for nothing. */
  public int solved() {
    return solved;
  }

  /**
   * Share of the samples whose own optimum serves better than the weights in force on the rows that
   * the sample left out, a tie counting half; in [0, 1]. 0 where no sample left enough of them out
   * to tell; 1 where nothing is resampled.
   */
  public double leftOut() {
    return leftOut;
  }

  /**
   * Steadiness of a whole weight vector: how little its weights move from sample to sample.
   *
   * @param weights N, 0 or more, sum 1
   * @return {@code sum w_i confidence_i}, in [0, 1]
   */
  public double overall(double[] weights) {
    double sum = 0;
    for (int i = 0; i < perStrategy.length; i++) {
      sum += weights[i] * perStrategy[i];
    }
    return Math.max(0, Math.min(1, sum));
  }

  private static double[][] pick(double[][] returns, int[] rows) {
    return Arrays.stream(rows).mapToObj(row -> returns[row]).toArray(double[][]::new);
  }

  /** Welford's update: exactly 0 scatter for equal weights, whatever their number. */
  private static void accumulate(double[] weights, double[] mean, double[] scatter, int count) {
    for (int i = 0; i < weights.length; i++) {
      double before = weights[i] - mean[i];
      mean[i] += before / count;
      scatter[i] += before * (weights[i] - mean[i]);
    }
  }

  private static double[] confidence(double[] scatter, int solved, double[] upper) {
    double[] confidence = new double[upper.length];
    for (int i = 0; i < upper.length && solved > 1; i++) {
      double spread = 2 * Math.sqrt(scatter[i] / solved);
      confidence[i] = spread == 0 ? 1 : 1 - Math.min(1, spread / upper[i]);
    }
    return confidence;
  }

  /** A mean of equal caps may exceed the cap by one rounding. */
  private static double[] clamp(double[] mean, double[] upper) {
    for (int i = 0; i < mean.length; i++) {
      mean[i] = Math.max(0, Math.min(upper[i], mean[i]));
    }
    return mean;
  }
}
