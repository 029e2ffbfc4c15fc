package io.mirrorcore.market.option;

/**
 * A European option in the model of Black and Scholes (1973) with Merton's (1973) continuous
 * dividend yield: price, gamma, and the volatility that a price implies.
 *
 * <pre>
 *   call = S e^(-qT) N(d1) - K e^(-rT) N(d2),   d1 = ln(F/K) / s + s/2,   d2 = d1 - s
 *   F = S e^((r-q)T),   s = sigma sqrt(T)
 * </pre>
 *
 * <p>The implied volatility is solved on the out-of-the-money side, which parity reaches from the
 * other one without its intrinsic value, and in the normalised form of Jaeckel, "Let's Be Rational"
 * (2015): with x = -|ln(F/K)| the price over the geometric mean of the two discounted legs is
 *
 * <pre>
 *   b(x, s) = e^(x/2) N(x/s + s/2) - e^(-x/2) N(x/s - s/2),    0 &lt; b &lt; e^(x/2).
 * </pre>
 *
 * <p>Newton starts at the inflection point s = sqrt(2|x|), from which it converges monotonically
 * (Manaster and Koehler 1982), on b above that point and on ln b below it, where b is flat. A
 * bracket is kept and halved whenever Newton leaves it, so the answer never depends on luck.
 *
 * @param spot price S of the underlying, positive
 * @param strike K, positive
 * @param years time T to expiry in years; 0 or less once expired
 * @param rate risk-free rate r per year, continuously compounded
 * @param dividend dividend yield q per year, continuously compounded
 */
public record BlackScholes(double spot, double strike, double years, double rate, double dividend) {

  private static final double SQRT_TWO_PI = Math.sqrt(2 * Math.PI);

  /** sigma sqrt(T) from which on every price is its upper bound to the last digit. */
  private static final double MAX_TOTAL_VOLATILITY = 64;

  private static final int MAX_ITERATIONS = 200;
  private static final double TOLERANCE = 1e-15;

  public BlackScholes {
    if (!(spot > 0 && spot < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("spot must be positive and finite; have " + spot);
    }
    if (!(strike > 0 && strike < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("strike must be positive and finite; have " + strike);
    }
  }

  private static double normalDensity(double z) {
    return StrictMath.exp(-0.5 * z * z) / SQRT_TWO_PI;
  }

  /** What the option is worth, in the currency of spot and strike, at this volatility per year. */
  public double price(OptionType type, double volatility) {
    double sign = type == OptionType.CALL ? 1 : -1;
    double total = totalVolatility(volatility);
    if (!(total > 0)) {
      return Math.max(0, sign * (spotLeg() - strikeLeg()));
    }
    double d1 = d1(total);
    double legs =
        spotLeg() * NormalDistribution.cdf(sign * d1)
            - strikeLeg() * NormalDistribution.cdf(sign * (d1 - total));
    return Math.max(0, sign * legs);
  }

  /** Change of delta per unit of spot, the same for call and put; 0 once expired. */
  public double gamma(double volatility) {
    double total = totalVolatility(volatility);
    double gamma = StrictMath.exp(-dividend * years) * normalDensity(d1(total)) / (spot * total);
    return total > 0 && Double.isFinite(gamma) ? gamma : 0;
  }

  /** Change of price per unit of volatility, the same for call and put; 0 once expired. */
  public double vega(double volatility) {
    double total = totalVolatility(volatility);
    double vega = spotLeg() * normalDensity(d1(total)) * Math.sqrt(Math.max(0, years));
    return total > 0 && Double.isFinite(vega) ? vega : 0;
  }

  /**
   * The volatility per year at which {@link #price} gives {@code value}.
   *
   * @return NaN where the option has expired, or where {@code value} is not strictly between the
   *     discounted intrinsic value and the upper no-arbitrage bound (the discounted spot for a
   *     call, the discounted strike for a put): no volatility gives such a price
   */
  public double impliedVolatility(OptionType type, double value) {
    boolean callIsOut = spotLeg() <= strikeLeg();
    boolean isOut = (type == OptionType.CALL) == callIsOut;
    double outOfTheMoney = isOut ? value : value - Math.abs(spotLeg() - strikeLeg());
    double bound = Math.min(spotLeg(), strikeLeg());
    if (!(years > 0 && outOfTheMoney > 0 && outOfTheMoney < bound)) {
      return Double.NaN;
    }
    double x = -Math.abs(logMoneyness());
    double target = outOfTheMoney / Math.sqrt(spotLeg() * strikeLeg());
    return solve(x, target) / Math.sqrt(years);
  }

  private static double solve(double x, double target) {
    double inflection = Math.min(Math.sqrt(-2 * x), MAX_TOTAL_VOLATILITY / 2);
    boolean onLogarithm = target < normalised(x, inflection);
    double low = 0;
    double high = MAX_TOTAL_VOLATILITY;
    double s = inflection > 0 ? inflection : Math.min(target * SQRT_TWO_PI, high / 2);
    for (int i = 0; i < MAX_ITERATIONS; i++) {
      double b = normalised(x, s);
      if (b > target) {
        high = s;
      } else {
        low = s;
      }
      double error = onLogarithm ? b * StrictMath.log(target / b) : target - b;
      double next = s + error / slope(x, s);
      if (!(next > low && next < high)) {
        next = 0.5 * (low + high);
      }
      if (b == target || Math.abs(next - s) <= TOLERANCE * s) {
        break;
      }
      s = next;
    }
    return s;
  }

  private static double normalised(double x, double s) {
    if (!(s > 0)) {
      return 0;
    }
    double spotSide = StrictMath.exp(0.5 * x) * NormalDistribution.cdf(x / s + 0.5 * s);
    return spotSide - StrictMath.exp(-0.5 * x) * NormalDistribution.cdf(x / s - 0.5 * s);
  }

  /** db/ds, always positive. */
  private static double slope(double x, double s) {
    double ratio = x / s;
    return StrictMath.exp(-0.5 * (ratio * ratio + 0.25 * s * s)) / SQRT_TWO_PI;
  }

  private double totalVolatility(double volatility) {
    return volatility * Math.sqrt(Math.max(0, years));
  }

  private double d1(double total) {
    return logMoneyness() / total + 0.5 * total;
  }

  /** ln(F/K). */
  private double logMoneyness() {
    return StrictMath.log(spot / strike) + (rate - dividend) * years;
  }

  private double spotLeg() {
    return spot * StrictMath.exp(-dividend * years);
  }

  private double strikeLeg() {
    return strike * StrictMath.exp(-rate * years);
  }
}
