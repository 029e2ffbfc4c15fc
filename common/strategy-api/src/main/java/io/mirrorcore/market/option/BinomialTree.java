package io.mirrorcore.market.option;

/**
 * One tree of {@link AmericanOption}, rolled back to the three nodes of time 0.
 *
 * @param spots price of the underlying at those nodes, rising; empty where the volatility is too
 *     low for the tree to branch
 * @param values of the option there
 */
@SuppressWarnings("ArrayRecordComponent") // never compared as a whole
record BinomialTree(double[] spots, double[] values) {

  private static final BinomialTree WITHOUT_BRANCHES =
      new BinomialTree(new double[0], new double[0]);

  /**
   * @param steps from time 0 to the expiry, odd
   */
  static BinomialTree of(AmericanOption option, double volatility, int steps) {
    BlackScholes model = option.european();
    double step = model.years() / steps;
    double total = volatility * Math.sqrt(model.years());
    double drift = (model.rate() - model.dividend()) * model.years();
    double d1 = (StrictMath.log(model.spot() / model.strike()) + drift) / total + 0.5 * total;
    double up = above(d1 - total, steps);
    double down = above(total - d1, steps);
    double growth = StrictMath.exp((model.rate() - model.dividend()) * step);
    double u = growth * above(d1, steps) / up;
    double d = growth * above(-d1, steps) / down;
    if (!(u > d && d > 0 && u < Double.POSITIVE_INFINITY)) {
      return WITHOUT_BRANCHES;
    }
    double discount = StrictMath.exp(-model.rate() * step);
    return new Rollback(option, steps + 2, u, d).toTimeZero(discount * up, discount * down);
  }

  /** h(z), and for z below 0 as 1 - h(-z) without the loss of digits. */
  private static double above(double z, int steps) {
    double scaled = z / (steps + 1.0 / 3 + 0.1 / (steps + 1));
    double tail = StrictMath.exp(-scaled * scaled * (steps + 1.0 / 6));
    double root = Math.sqrt(1 - tail);
    return z > 0 ? 0.5 + 0.5 * root : 0.5 * tail / (1 + root);
  }

  /** The nodes of one level, from the last one on. */
  private static final class Rollback {

    private final double strike;
    private final double sign;
    private final double inverseDown;
    private final double[] spots;
    private final double[] values;

    Rollback(AmericanOption option, int levels, double u, double d) {
      BlackScholes model = option.european();
      strike = model.strike();
      sign = option.type() == OptionType.CALL ? 1 : -1;
      inverseDown = 1 / d;
      spots = new double[levels + 1];
      values = new double[levels + 1];
      double lowest = model.spot() / u * StrictMath.exp((levels - 1) * StrictMath.log(d));
      for (int j = 0; j <= levels; j++) {
        spots[j] = j == 0 ? lowest : spots[j - 1] * (u / d);
        values[j] = Math.max(0, sign * (spots[j] - strike));
      }
    }

    BinomialTree toTimeZero(double up, double down) {
      for (int level = spots.length - 2; level >= 2; level--) {
        for (int j = 0; j <= level; j++) {
          spots[j] *= inverseDown;
          double kept = up * values[j + 1] + down * values[j];
          values[j] = Math.max(kept, sign * (spots[j] - strike));
        }
      }
      return new BinomialTree(
          new double[] {spots[0], spots[1], spots[2]},
          new double[] {values[0], values[1], values[2]});
    }
  }
}
