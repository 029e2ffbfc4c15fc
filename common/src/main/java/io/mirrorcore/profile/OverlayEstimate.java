package io.mirrorcore.profile;

import io.mirrorcore.estimate.Covariance;
import io.mirrorcore.estimate.SharpePosterior;
import io.mirrorcore.estimate.TwoSpeedCovariance;
import io.mirrorcore.estimate.TwoSpeeds;
import io.mirrorcore.optimize.PortfolioProblem;
import io.mirrorcore.optimize.problem.Box;
import io.mirrorcore.optimize.problem.Penalties;
import java.util.Arrays;
import java.util.List;

/**
 * What the profile "overlay" believes of HOLD, the market, and of C, one sleeve of all strategies:
 * the market first, at a target of volatility, and the strategies for what they have shown beyond
 * it (Treynor &amp; Black 1973, with one active asset).
 *
 * <pre>
 *   p_H      max(0.05, (25 * 0.4 + T s_H) / (25 + T))
 *   sigma_H  {@link MarketVolatility} of r_H
 *   beta     sum g r_H R_C / sum g r_H^2              g weights of half-life 250 d
 *   e        R_C - beta r_H,   s_e = mean(e) / sd(e) * sqrt(ppy)
 *   p_e      max(0, -0.1 + kappa (s_e + 0.1)),  kappa = 0.09 / (0.09 + 1/T)
 *   sigma_e  annual volatility of e by {@link TwoSpeedCovariance}
 *   c        target / sqrt(p_H^2 + p_e^2)
 *   u        c p_e / sigma_e,   a = c p_H / sigma_H
 * </pre>
 *
 * u and a are what solves {@code max x'(p sigma) - (1/2c) x' diag(sigma^2) x} on the sleeves HOLD
 * and {@code C - beta HOLD}. With p_e = 0 this is HOLD at the target volatility: the strategies
 * never replace the market, they are added to it.
 *
 * @param market p_H, expected annual Sharpe ratio of HOLD
 * @param excess p_e, expected annual Sharpe ratio of C without its market; 0 or more
 * @param beta of C on HOLD
 * @param marketVolatility sigma_H, annual, 0 or more
 * @param excessVolatility sigma_e, annual, 0 or more
 * @param years T
 */
public record OverlayEstimate(
    double market,
    double excess,
    double beta,
    double marketVolatility,
    double excessVolatility,
    double years) {

  private static final double LEAST_MARKET = 0.05;

  /** Far beyond any weight that a volatility target asks for: never binds. */
  private static final double UNBOUNDED = 1e6;

  /**
   * The estimate from a window of n periods, newest last.
   *
   * @param market returns of HOLD, n of them, 2 or more, finite
   * @param sleeve returns of C net of its cost, n of them, finite
   */
  public static OverlayEstimate of(
      double[] market, double[] sleeve, TimeScale scale, TwoSpeeds speeds) {
    if (market.length != sleeve.length) {
      throw new IllegalArgumentException(
          "sleeve must have " + market.length + " returns like the market; have " + sleeve.length);
    }
    double beta = beta(market, sleeve, scale, speeds);
    double[] excess = new double[market.length];
    for (int t = 0; t < excess.length; t++) {
      excess[t] = sleeve[t] - beta * market[t];
    }
    double years = scale.years(market.length);
    return new OverlayEstimate(
        Math.max(LEAST_MARKET, MarketPrior.posterior(market, scale)),
        Math.max(0, SharpePosterior.ofOne(MarketPrior.sharpe(excess, scale), years)),
        beta,
        MarketVolatility.of(market, scale, speeds.fastHalfLife()),
        excessVolatility(excess, scale, speeds),
        years);
  }

  private static double excessVolatility(double[] excess, TimeScale scale, TwoSpeeds speeds) {
    double[][] column =
        Arrays.stream(excess).mapToObj(r -> new double[] {r}).toArray(double[][]::new);
    return TwoSpeedCovariance.of(column, scale.daysPerPeriod(), speeds).volatility()[0]
        * Math.sqrt(scale.periodsPerYear());
  }

  /** 0 where the market never moved. */
  private static double beta(double[] market, double[] sleeve, TimeScale scale, TwoSpeeds speeds) {
    double decay = StrictMath.pow(0.5, scale.daysPerPeriod() / speeds.slowHalfLife());
    double weight = 1;
    double together = 0;
    double square = 0;
    for (int t = market.length - 1; t >= 0; t--) {
      together += weight * market[t] * sleeve[t];
      square += weight * market[t] * market[t];
      weight *= decay;
    }
    return square > 0 ? together / square : 0;
  }

  /** The same without any belief in the strategies: HOLD at the target volatility. */
  public OverlayEstimate withoutExcess() {
    return new OverlayEstimate(market, 0, beta, marketVolatility, excessVolatility, years);
  }

  /** c: by how much a unit of Sharpe ratio is scaled for the portfolio to have the target. */
  public double scale(double target) {
    return target / Math.sqrt(market * market + excess * excess);
  }

  /**
   * a: the market's weight at the target, as far as no credit is needed.
   *
   * @param target annual volatility, above 0
   */
  public double marketWeight(double target) {
    return Math.min(1, scale(target) * market / marketVolatility);
  }

  /**
   * Greatest u beside the market's weight: the position in HOLD, a - beta u, stays at 0 or above,
   * and with u adds up to 1 at most; 0 where nothing was shown. The market comes first, and the
   * strategies have what it leaves.
   */
  public double room(double target) {
    double a = marketWeight(target);
    double ofCapital = beta < 1 ? (1 - a) / (1 - beta) : Double.POSITIVE_INFINITY;
    double ofMarket = beta > 0 ? a / beta : Double.POSITIVE_INFINITY;
    return excess > 0 ? Math.min(ofCapital, ofMarket) : 0;
  }

  /**
   * The problem on the sleeves HOLD, C without its market, and cash, a day, as if anything could be
   * had on credit: its bounds never bind.
   *
   * @param sleeves names of the first two
   * @param target annual volatility, above 0
   */
  public PortfolioProblem problem(List<String> sleeves, TimeScale time, double target) {
    return problem(
        sleeves,
        time,
        target,
        new Box(
            new double[] {0, 0, -2 * UNBOUNDED}, new double[] {UNBOUNDED, UNBOUNDED, UNBOUNDED}));
  }

  /**
   * The same without credit: the market's weight at most 1, that of the strategies at most their
   * {@link #room}. Since the covariance is diagonal and cash is free, each is its own optimum cut
   * to its bounds. The third weight is what is missing from 1, no position: the second sleeve
   * brings its own short position in HOLD.
   */
  public PortfolioProblem withoutCredit(List<String> sleeves, TimeScale time, double target) {
    double room = room(target);
    return problem(
        sleeves, time, target, new Box(new double[] {0, 0, -1 - room}, new double[] {1, room, 2}));
  }

  private PortfolioProblem problem(List<String> sleeves, TimeScale time, double target, Box box) {
    double daysPerYear = time.periodsPerYear() * time.daysPerPeriod();
    double[] mean = {
      market * marketVolatility / daysPerYear, excess * excessVolatility / daysPerYear
    };
    double[] sigma = {
      marketVolatility * marketVolatility / daysPerYear,
      0,
      0,
      excessVolatility * excessVolatility / daysPerYear
    };
    return CashSleeve.problem(
        sleeves,
        mean,
        new Covariance(sigma, 2, 0),
        new Penalties(1 / scale(target), 0, new double[] {0, 0, 1}),
        box);
  }
}
