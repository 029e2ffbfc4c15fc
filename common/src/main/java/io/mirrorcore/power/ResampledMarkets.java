package io.mirrorcore.power;

import java.util.Random;

/**
 * Returns as they were, in blocks (stationary bootstrap; Politis &amp; Romano 1994), moved so that
 * their mean is the assumed truth: fat tails, calm and storm and common falls stay what they were.
 */
public final class ResampledMarkets implements MarketSampler {

  private static final double MEAN_BLOCK = 20;

  private final AssumedMarket truth;
  private final double[][] centred;

  /**
   * @param truth of which mean and volatility count: the correlations are those of the rows
   * @param returns {@code T x n}, {@code T >= 2}; column i is of name i
   */
  public ResampledMarkets(AssumedMarket truth, double[][] returns) {
    this.truth = truth;
    double[] mean = truth.mean();
    centred = new double[returns.length][];
    double[] observed = new double[mean.length];
    for (double[] row : returns) {
      for (int i = 0; i < observed.length; i++) {
        observed[i] += row[i] / returns.length;
      }
    }
    for (int t = 0; t < returns.length; t++) {
      centred[t] = new double[mean.length];
      for (int i = 0; i < mean.length; i++) {
        centred[t][i] = returns[t][i] - observed[i] + mean[i];
      }
    }
  }

  @Override
  public AssumedMarket truth() {
    return truth;
  }

  @Override
  public double[][] draw(int periods, Random random) {
    double[][] rows = new double[periods][];
    int at = random.nextInt(centred.length);
    for (int t = 0; t < periods; t++) {
      rows[t] = centred[at];
      at =
          random.nextDouble() < 1 / MEAN_BLOCK
              ? random.nextInt(centred.length)
              : (at + 1) % centred.length;
    }
    return rows;
  }
}
