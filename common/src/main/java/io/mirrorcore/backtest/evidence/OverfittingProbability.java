package io.mirrorcore.backtest.evidence;

/**
 * The probability that the variant that did best where it was chosen does worse than the median
 * elsewhere: Bailey, Borwein, Lopez de Prado and Zhu, "The Probability of Backtest Overfitting"
 * (2015), by combinatorially symmetric cross-validation.
 *
 * <pre>
 *   bars cut into S blocks; for each of the C(S, S/2) ways to take half of them as in-sample:
 *     n* = trial of the highest Sharpe ratio in sample
 *     omega = rank of n* by Sharpe ratio out of sample / (trials + 1),  lambda = ln(omega/(1-omega))
 *   PBO = share of the ways with lambda &lt; 0, and half of those with lambda = 0
 * </pre>
 *
 * <p>Half where the paper counts lambda = 0 in full: with an odd number of trials the middle rank
 * is neither, and pure noise would show more than 0.5. Equal Sharpe ratios share their rank. The
 * sums of each block are made once, so that a way costs S additions a trial whatever the bars; the
 * T mod S oldest bars are left out, as blocks must be of one size.
 *
 * @param value in [0, 1]; near 0.5 on noise, near 0 where one trial truly dominates
 * @param splits ways that were tried
 * @param trials compared
 */
public record OverfittingProbability(double value, int splits, int trials) {

  public static final int DEFAULT_BLOCKS = 16;
  private static final int MOST_BLOCKS = 24;

  /** With 16 blocks: 12,870 ways. */
  public static OverfittingProbability of(double[][] returns) {
    return of(returns, DEFAULT_BLOCKS);
  }

  /**
   * With as many blocks as are given.
   *
   * @param returns net returns, trials x bars, at least two trials, all of one length
   * @param blocks S, even, in [2, 24]
   * @throws IllegalArgumentException if there are fewer than two bars a block
   */
  public static OverfittingProbability of(double[][] returns, int blocks) {
    check(returns, blocks);
    BlockSums sums = BlockSums.of(returns, blocks);
    double[] inside = new double[returns.length];
    double[] outside = new double[returns.length];
    double overfitted = 0;
    int splits = 0;
    int all = (1 << blocks) - 1;
    for (int half = 0; half <= all; half++) {
      if (Integer.bitCount(half) == blocks / 2) {
        sums.sharpes(half, inside);
        sums.sharpes(all & ~half, outside);
        overfitted += belowMedian(outside, best(inside));
        splits++;
      }
    }
    return new OverfittingProbability(overfitted / splits, splits, returns.length);
  }

  private static void check(double[][] returns, int blocks) {
    if (returns.length < 2) {
      throw new IllegalArgumentException(
          "there must be at least 2 trials to compare; have " + returns.length);
    }
    if (blocks < 2 || blocks > MOST_BLOCKS || blocks % 2 != 0) {
      throw new IllegalArgumentException(
          "blocks must be even and in [2, " + MOST_BLOCKS + "]; have " + blocks);
    }
    for (double[] trial : returns) {
      if (trial.length != returns[0].length || trial.length < 2 * blocks) {
        throw new IllegalArgumentException(
            "every trial must have the same bars, at least "
                + 2 * blocks
                + "; one has "
                + trial.length);
      }
    }
  }

  /** The first of the highest. */
  private static int best(double[] values) {
    int best = 0;
    for (int i = 1; i < values.length; i++) {
      best = values[i] > values[best] ? i : best;
    }
    return best;
  }

  /** 1 where the rank of {@code chosen} is below the middle, 0.5 where it is the middle. */
  private static double belowMedian(double[] values, int chosen) {
    int lower = 0;
    int higher = 0;
    for (double value : values) {
      lower += value < values[chosen] ? 1 : 0;
      higher += value > values[chosen] ? 1 : 0;
    }
    return lower < higher ? 1 : lower == higher ? 0.5 : 0;
  }

  /**
   * Sums of the returns, and of their squares, by trial and block; of the differences from the
   * trial's mean, so that the variance loses no digits.
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared as a whole
  private record BlockSums(double[] means, double[][] sums, double[][] squares, int blockBars) {

    static BlockSums of(double[][] returns, int blocks) {
      int bars = returns[0].length / blocks;
      int skipped = returns[0].length % blocks;
      double[] means = new double[returns.length];
      double[][] sums = new double[returns.length][blocks];
      double[][] squares = new double[returns.length][blocks];
      for (int i = 0; i < returns.length; i++) {
        means[i] = ReturnMoments.of(returns[i]).mean();
        for (int t = 0; t < bars * blocks; t++) {
          double z = returns[i][skipped + t] - means[i];
          sums[i][t / bars] += z;
          squares[i][t / bars] += z * z;
        }
      }
      return new BlockSums(means, sums, squares, bars);
    }

    /** Of every trial over the blocks whose bit is set; 0 where nothing varies. */
    void sharpes(int chosen, double[] target) {
      int n = Integer.bitCount(chosen) * blockBars;
      for (int i = 0; i < target.length; i++) {
        double sum = 0;
        double square = 0;
        for (int rest = chosen; rest != 0; rest &= rest - 1) {
          int block = Integer.numberOfTrailingZeros(rest);
          sum += sums[i][block];
          square += squares[i][block];
        }
        double mean = sum / n;
        double variance = (square - mean * sum) / (n - 1);
        target[i] = variance > 0 ? (means[i] + mean) / Math.sqrt(variance) : 0;
      }
    }
  }
}
