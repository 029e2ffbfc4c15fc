package io.mirrorcore.power;

import io.mirrorcore.market.option.NormalDistribution;
import java.util.OptionalDouble;

/**
 * A difference of Sharpe ratios, and how long it takes to show.
 *
 * @param spread over all markets
 * @param error standard error of its mean, by the number of markets
 * @param oneYear standard deviation that it would have over one year
 * @param z of the level of the interval that it has to leave
 */
public record DifferencePower(SharpeSpread spread, double error, double oneYear, double z) {

  /** Below twice its error a mean difference is nothing that the simulation has seen. */
  private static final double SEEN = 2;

  static DifferencePower of(double[] differences, PowerSettings settings) {
    SharpeSpread spread = SharpeSpread.of(differences);
    double squares = 0;
    for (double difference : differences) {
      squares += (difference - spread.mean()) * (difference - spread.mean());
    }
    double deviation = Math.sqrt(squares / (differences.length - 1));
    return new DifferencePower(
        spread,
        deviation / Math.sqrt(differences.length),
        deviation * Math.sqrt(settings.years()),
        quantile(0.5 + settings.level() / 2));
  }

  /** Whether there is a difference at all, as far as so many markets can tell. */
  public boolean isSeen() {
    return Math.abs(spread.mean()) > SEEN * error;
  }

  /**
   * Years until the difference, for better or worse, is shown with a probability.
   *
   * @param probability in (0, 1)
   * @return empty where no difference was seen
   */
  public OptionalDouble years(double probability) {
    if (!isSeen()) {
      return OptionalDouble.empty();
    }
    double root = (z + quantile(probability)) * oneYear / spread.mean();
    return OptionalDouble.of(root * root);
  }

  /** What the difference is smaller than, for better or worse, as far as was seen. */
  public double atMost() {
    return Math.abs(spread.mean()) + SEEN * error;
  }

  /** Years below which a difference of {@link #atMost} is not shown with a probability. */
  public double leastYears(double probability) {
    double root = (z + quantile(probability)) * oneYear / atMost();
    return root * root;
  }

  /** Probability that the difference is shown, on its true side, after so many years. */
  public double probability(double years) {
    return NormalDistribution.cdf(Math.abs(spread.mean()) * Math.sqrt(years) / oneYear - z);
  }

  /** The standard normal quantile. */
  private static double quantile(double probability) {
    return new org.apache.commons.math3.distribution.NormalDistribution()
        .inverseCumulativeProbability(probability);
  }
}
