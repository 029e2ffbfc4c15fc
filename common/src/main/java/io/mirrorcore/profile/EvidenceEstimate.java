package io.mirrorcore.profile;

import io.mirrorcore.estimate.Covariance;
import io.mirrorcore.estimate.SharpePosterior;
import io.mirrorcore.estimate.SlidingMoments;
import io.mirrorcore.estimate.TwoSpeedCovariance;
import io.mirrorcore.estimate.TwoSpeeds;
import io.mirrorcore.optimize.PortfolioProblem;
import io.mirrorcore.optimize.problem.Box;
import io.mirrorcore.optimize.problem.Penalties;
import java.util.Arrays;
import java.util.List;

/**
 * What the profile "evidence" believes of K strategies and of HOLD, the market, from a window of
 * their returns: skill as far as there is evidence of it ({@link SharpePosterior}), the market by
 * its own prior ({@link MarketPrior}), risk by two half-lives ({@link TwoSpeedCovariance}).
 *
 * <pre>
 *   mu_k = p_k D_k / sqrt(ppy)       p posterior annual Sharpe ratio, D volatility a period
 * </pre>
 *
 * The guide's mean of the last 19 days has a standard error of 3.6 in annual Sharpe ratio, where
 * true ones differ by 0.2: it bets on noise. Here noise is answered with equal expectations, most
 * of them below the cost of acting on them.
 *
 * @param skill of the strategies, in their order; null where there is none
 * @param posterior expected annual Sharpe ratios, by column of the returns, HOLD among them
 * @param mean mu, per period
 * @param covariance per period
 */
@SuppressWarnings("ArrayRecordComponent") // numbers in bulk; never compared as a whole
public record EvidenceEstimate(
    SharpePosterior skill, double[] posterior, double[] mean, Covariance covariance) {

  /** Risk aversion of the problem that is posed of it, daily units. */
  public static final double LAMBDA = 6;

  /** Turnover penalty of that problem, daily units. */
  public static final double ETA = 5e-4;

  /**
   * The estimate from a window.
   *
   * @param returns {@code n x (K + 1)}, newest row last, {@code n >= 2}, finite; K may be 0
   * @param market column of HOLD, in [0, K]
   * @throws IllegalArgumentException naming column and row of a return that is not finite
   */
  public static EvidenceEstimate withMarket(
      double[][] returns, int market, TimeScale scale, TwoSpeeds speeds) {
    int strategies = returns[0].length - 1;
    SharpePosterior skill = strategies == 0 ? null : skill(returns, market, scale);
    double[] posterior = new double[strategies + 1];
    posterior[market] = MarketPrior.posterior(column(returns, market), scale);
    for (int k = 0; k < strategies; k++) {
      posterior[k < market ? k : k + 1] = skill.posterior()[k];
    }
    return of(returns, skill, posterior, scale, speeds);
  }

  private static double[] column(double[][] returns, int column) {
    return Arrays.stream(returns).mapToDouble(row -> row[column]).toArray();
  }

  /**
   * The same where the market is not known.
   *
   * @param returns {@code n x K}, {@code K >= 1}
   */
  public static EvidenceEstimate ofStrategies(
      double[][] returns, TimeScale scale, TwoSpeeds speeds) {
    SharpePosterior skill = SharpePosterior.of(returns, scale.periodsPerYear());
    return of(returns, skill, skill.posterior(), scale, speeds);
  }

  /**
   * The same of a window that slides, to 1e-10.
   *
   * @param market column of HOLD, or -1 where the market is not known
   */
  public static EvidenceEstimate of(SlidingMoments window, int market, TimeScale scale) {
    double perYear = scale.periodsPerYear();
    TwoSpeedCovariance risk = window.covariance();
    int n = risk.volatility().length;
    SharpePosterior skill = n == 1 && market == 0 ? null : window.skill(market, perYear);
    double[] posterior = new double[n];
    for (int i = 0; i < n; i++) {
      posterior[i] =
          i == market
              ? MarketPrior.posterior(window.sharpe(i, perYear), scale.years(window.rows()))
              : skill.posterior()[market >= 0 && i > market ? i - 1 : i];
    }
    return of(skill, posterior, risk, scale);
  }

  private static SharpePosterior skill(double[][] returns, int market, TimeScale scale) {
    double[][] ofStrategies =
        Arrays.stream(returns).map(row -> without(row, market)).toArray(double[][]::new);
    return SharpePosterior.of(ofStrategies, scale.periodsPerYear());
  }

  private static double[] without(double[] row, int column) {
    double[] rest = Arrays.copyOf(row, row.length - 1);
    System.arraycopy(row, column + 1, rest, column, rest.length - column);
    return rest;
  }

  private static EvidenceEstimate of(
      double[][] returns,
      SharpePosterior skill,
      double[] posterior,
      TimeScale scale,
      TwoSpeeds speeds) {
    return of(
        skill, posterior, TwoSpeedCovariance.of(returns, scale.daysPerPeriod(), speeds), scale);
  }

  private static EvidenceEstimate of(
      SharpePosterior skill, double[] posterior, TwoSpeedCovariance risk, TimeScale scale) {
    double[] mean = new double[posterior.length];
    for (int i = 0; i < mean.length; i++) {
      mean[i] = posterior[i] * risk.volatility()[i] / Math.sqrt(scale.periodsPerYear());
    }
    return new EvidenceEstimate(skill, posterior, mean, risk.covariance());
  }

  /**
   * The problem that these beliefs pose with cash beside the sleeves, which has no part in the
   * turnover penalty; daily units.
   *
   * @param sleeves names, in the order of the means; cash is added as the last
   * @param penalties lambda, eta and the weights now, cash last
   * @param box of the weights, cash last
   */
  public PortfolioProblem problem(
      List<String> sleeves, TimeScale scale, Penalties penalties, Box box) {
    double days = scale.daysPerPeriod();
    double[] daily = Arrays.stream(mean).map(mu -> mu / days).toArray();
    return CashSleeve.problem(sleeves, daily, covariance.times(1 / days), penalties, box);
  }
}
