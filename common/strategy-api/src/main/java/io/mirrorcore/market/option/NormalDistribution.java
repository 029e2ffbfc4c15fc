package io.mirrorcore.market.option;

/**
 * The standard normal distribution function N(z) = erfc(-z / sqrt 2) / 2, with a relative error of
 * some 2e-15 that holds in the lower tail too.
 *
 * <p>By the rational Chebyshev approximations of W. J. Cody, "Rational Chebyshev Approximations for
 * the Error Function", Math. Comp. 23 (1969), as in his CALERF: near 0, up to 4 and beyond. With a
 * continued fraction, which is as exact, solving a chain of options takes five times as long.
 */
public final class NormalDistribution {

  private static final double[] A = {
    3.1611237438705655,
    113.86415415105016,
    377.485237685302,
    3209.3775891384694,
    0.18577770618460315
  };
  private static final double[] B = {
    23.601290952344122, 244.02463793444417, 1282.6165260773723, 2844.236833439171
  };
  private static final double[] C = {
    0.5641884969886701,
    8.883149794388377,
    66.11919063714163,
    298.6351381974001,
    881.952221241769,
    1712.0476126340707,
    2051.0783778260716,
    1230.3393547979972,
    2.1531153547440383e-08
  };
  private static final double[] D = {
    15.744926110709835,
    117.6939508913125,
    537.1811018620099,
    1621.3895745666903,
    3290.7992357334597,
    4362.619090143247,
    3439.3676741437216,
    1230.3393548037495
  };
  private static final double[] P = {
    0.30532663496123236,
    0.36034489994980445,
    0.12578172611122926,
    0.016083785148742275,
    0.0006587491615298378,
    0.016315387137302097
  };
  private static final double[] Q = {
    2.568520192289822,
    1.8729528499234673,
    0.5279051029514285,
    0.06051834131244132,
    0.0023352049762686918
  };

  private static final double SQRT_TWO = Math.sqrt(2);
  private static final double ONE_BY_SQRT_PI = 0.5641895835477563;
  private static final double NEAR_ZERO = 0.46875;
  private static final double FAR = 4;

  /** From here on the tail is below the least double. */
  private static final double VANISHING = 40;

  private NormalDistribution() {}

  /** N(z), in [0, 1]. */
  public static double cdf(double z) {
    double x = Math.abs(z) / SQRT_TWO;
    if (x <= NEAR_ZERO) {
      return 0.5 + 0.5 * Math.signum(z) * erfNearZero(x);
    }
    double upperTail = 0.5 * bell(Math.abs(z)) * scaledErfc(x);
    return z > 0 ? 1 - upperTail : upperTail;
  }

  /** e^(-z^2/2), with z split so that the square of its leading part is exact. */
  private static double bell(double z) {
    if (z > VANISHING) {
      return 0;
    }
    double lead = Math.floor(16 * z) / 16;
    double rest = (z - lead) * (z + lead);
    return StrictMath.exp(-0.5 * lead * lead) * StrictMath.exp(-0.5 * rest);
  }

  private static double erfNearZero(double x) {
    return x * ratio(A, B, x * x);
  }

  /** e^(x^2) erfc(x). */
  private static double scaledErfc(double x) {
    return x <= FAR ? ratio(C, D, x) : (ONE_BY_SQRT_PI - tail(1 / (x * x))) / x;
  }

  private static double tail(double inverseSquare) {
    return inverseSquare * ratio(P, Q, inverseSquare);
  }

  /** A rational function whose leading coefficient of the numerator stands last in {@code top}. */
  private static double ratio(double[] top, double[] bottom, double x) {
    int last = bottom.length - 1;
    double numerator = top[last + 1] * x;
    double denominator = x;
    for (int i = 0; i < last; i++) {
      numerator = (numerator + top[i]) * x;
      denominator = (denominator + bottom[i]) * x;
    }
    return (numerator + top[last]) / (denominator + bottom[last]);
  }
}
