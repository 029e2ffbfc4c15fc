package io.mirrorcore.tune;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * The box in which a {@link BayesianSearch} looks: lambda in [10, 500] by its logarithm, since what
 * matters is the factor by which it changes, and eta in [0.01, 0.20]. Lambda is rounded to three
 * digits and eta to 0.001: nothing finer makes a difference, and the numbers can be read and typed.
 */
final class SearchSpace {

  static final int DIMENSIONS = 2;

  private static final MathContext LAMBDA_DIGITS = new MathContext(3);
  private static final int ETA_PLACES = 3;
  private static final double LEAST_LAMBDA = 10;
  private static final double GREATEST_LAMBDA = 500;
  private static final double LEAST_ETA = 0.01;
  private static final double GREATEST_ETA = 0.20;
  private static final double LOG_RANGE = StrictMath.log(GREATEST_LAMBDA / LEAST_LAMBDA);

  private SearchSpace() {}

  /** The trial at a place of the unit square. */
  static TrialPoint point(int number, double[] unit) {
    double lambda = LEAST_LAMBDA * StrictMath.exp(LOG_RANGE * unit[0]);
    double eta = LEAST_ETA + (GREATEST_ETA - LEAST_ETA) * unit[1];
    return new TrialPoint(
        number,
        new BigDecimal(lambda).round(LAMBDA_DIGITS).doubleValue(),
        new BigDecimal(eta).setScale(ETA_PLACES, RoundingMode.HALF_EVEN).doubleValue());
  }

  /** The place of a trial in the unit square. */
  static double[] unit(TrialPoint point) {
    return new double[] {
      StrictMath.log(point.lambda() / LEAST_LAMBDA) / LOG_RANGE,
      (point.eta() - LEAST_ETA) / (GREATEST_ETA - LEAST_ETA)
    };
  }
}
