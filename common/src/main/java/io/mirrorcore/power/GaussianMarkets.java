package io.mirrorcore.power;

import io.mirrorcore.matrix.Cholesky;
import java.util.Random;

/** Independent normal returns with the moments of an {@link AssumedMarket}. */
public final class GaussianMarkets implements MarketSampler {

  private final AssumedMarket truth;
  private final double[] mean;
  private final double[] factor;

  /**
   * @throws IllegalArgumentException when no returns correlate like that: the matrix of
   *     correlations is not positive definite
   */
  public GaussianMarkets(AssumedMarket truth) {
    this.truth = truth;
    mean = truth.mean();
    int n = truth.size();
    factor =
        Cholesky.of(truth.covariance(n), n)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "no returns correlate as the table says: its correlations are not positive"
                            + " definite"))
            .lower();
  }

  @Override
  public AssumedMarket truth() {
    return truth;
  }

  @Override
  public double[][] draw(int periods, Random random) {
    int n = mean.length;
    double[][] rows = new double[periods][n];
    double[] z = new double[n];
    for (double[] row : rows) {
      for (int i = 0; i < n; i++) {
        z[i] = random.nextGaussian();
        double sum = mean[i];
        for (int j = 0; j <= i; j++) {
          sum += factor[i * n + j] * z[j];
        }
        row[i] = sum;
      }
    }
    return rows;
  }
}
