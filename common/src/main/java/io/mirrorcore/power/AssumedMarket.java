package io.mirrorcore.power;

import java.util.List;

/**
 * What is taken for true of K strategies and, where it is known, of HOLD, the market.
 *
 * @param names K strategies; HOLD, where there is one, is the last
 * @param sharpe true annual Sharpe ratios
 * @param volatility true annual volatilities, above 0
 * @param correlation {@code n x n}, row-major, ones on the diagonal, positive definite
 * @param hasMarket whether the last column is HOLD
 * @param periodsPerYear above 0
 */
@SuppressWarnings("ArrayRecordComponent") // numbers in bulk; never compared as a whole
public record AssumedMarket(
    List<String> names,
    double[] sharpe,
    double[] volatility,
    double[] correlation,
    boolean hasMarket,
    double periodsPerYear) {

  /** Name of the column that is the market. */
  public static final String MARKET = "HOLD";

  private static final double ROUNDING = 1e-9;

  public AssumedMarket {
    names = List.copyOf(names);
    int n = names.size();
    if (n - (hasMarket ? 1 : 0) < 1) {
      throw new IllegalArgumentException("strategies must be at least 1; have 0");
    }
    for (int i = 0; i < n; i++) {
      finite(names.get(i), "Sharpe ratio", sharpe[i]);
      if (!(volatility[i] > 0 && volatility[i] < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "the volatility of " + names.get(i) + " must be above 0; have " + volatility[i]);
      }
      for (int j = 0; j < n; j++) {
        checkCorrelation(names, correlation, i, j);
      }
    }
    if (!(periodsPerYear > 0 && periodsPerYear < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("periodsPerYear must be above 0; have " + periodsPerYear);
    }
  }

  private static void finite(String name, String what, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(
          "the " + what + " of " + name + " must be finite; have " + value);
    }
  }

  private static void checkCorrelation(List<String> names, double[] all, int i, int j) {
    int n = names.size();
    double value = all[i * n + j];
    boolean sound =
        i == j
            ? Math.abs(value - 1) <= ROUNDING
            : Math.abs(value) <= 1 && Math.abs(value - all[j * n + i]) <= ROUNDING;
    if (!sound) {
      throw new IllegalArgumentException(
          "the correlation of %s and %s must be %s; have %s"
              .formatted(
                  names.get(i),
                  names.get(j),
                  i == j ? "1" : "in [-1, 1] and the same both ways",
                  value));
    }
  }

  /** n: the strategies and, where there is one, the market. */
  public int size() {
    return names.size();
  }

  /** K. */
  public int strategies() {
    return hasMarket ? names.size() - 1 : names.size();
  }

  /** Expected returns a period. */
  double[] mean() {
    double[] mean = new double[size()];
    for (int i = 0; i < mean.length; i++) {
      mean[i] = sharpe[i] * volatility[i] / periodsPerYear;
    }
    return mean;
  }

  /** Standard deviations a period. */
  double[] deviation() {
    double[] deviation = new double[size()];
    for (int i = 0; i < deviation.length; i++) {
      deviation[i] = volatility[i] / Math.sqrt(periodsPerYear);
    }
    return deviation;
  }

  /** Covariance a period, of the first k columns. */
  double[] covariance(int k) {
    double[] deviation = deviation();
    double[] sigma = new double[k * k];
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        sigma[i * k + j] = correlation[i * size() + j] * deviation[i] * deviation[j];
      }
    }
    return sigma;
  }
}
