package io.mirrorcore.portfolio.ensemble;

import io.mirrorcore.estimate.ConditionNumber;
import io.mirrorcore.estimate.Covariance;
import io.mirrorcore.optimize.Optimizer;
import io.mirrorcore.optimize.PortfolioProblem;
import io.mirrorcore.optimize.WeightConfidence;
import io.mirrorcore.optimize.problem.Solution;
import io.mirrorcore.optimize.problem.Status;
import io.mirrorcore.portfolio.record.OverlaySkill;
import io.mirrorcore.portfolio.settings.EnsembleSettings;
import io.mirrorcore.portfolio.settings.ProfileSettings;
import io.mirrorcore.profile.OverlayEstimate;
import io.mirrorcore.profile.TimeScale;
import java.util.Arrays;
import java.util.List;

/**
 * The profile "overlay": the market at a target of volatility, and the strategies as one sleeve for
 * what they have shown beyond it ({@link OverlayEstimate}), on the sleeves of {@link
 * OverlaySleeves} and cash.
 *
 * <p>The problem is posed on HOLD and on C less its market, which do not vary together; its optimum
 * (a, u) is held as {@code (a - beta u) HOLD + u C}, and cash the rest. What needs no credit there
 * bounds the problem, so that its certificate is of the weights as they are held. Nothing is
 * resampled, as in {@link EvidenceSolver}.
 */
final class OverlaySolver implements Formulation {

  private final EnsembleSettings settings;
  private final TimeScale scale;

  /**
   * @param settings with cash, which is the last of every request
   */
  OverlaySolver(EnsembleSettings settings) {
    this.settings = settings;
    scale =
        new TimeScale(settings.time().periods().perYear(), 1 / settings.time().periods().perDay());
  }

  @Override
  public boolean slides(double[][] returns) {
    return false;
  }

  @Override
  public SolveOutcome attempt(SolveRequest task) {
    if (!SolveOutcome.isPossibleFor(task.returns())) {
      return SolveOutcome.Failure.tooLarge();
    }
    int market = task.ids().indexOf(ProfileSettings.MARKET);
    int overlay = task.ids().indexOf(OverlaySleeves.OVERLAY);
    if (market < 0 || overlay < 0) {
      return new SolveOutcome.Failure(
          Status.INVALID_INPUT,
          "overlay needs " + ProfileSettings.MARKET + ", the market, to lie over",
          Double.MAX_VALUE);
    }
    OverlayEstimate estimate =
        OverlayEstimate.of(
            column(task.returns(), market),
            column(task.returns(), overlay),
            scale,
            settings.profile().speeds());
    return solve(task.ids(), estimate);
  }

  private static double[] column(double[][] returns, int column) {
    return Arrays.stream(returns).mapToDouble(row -> row[column]).toArray();
  }

  private SolveOutcome solve(List<String> ids, OverlayEstimate estimate) {
    PortfolioProblem problem =
        estimate.withoutCredit(ids.subList(0, 2), scale, settings.profile().overlay().target());
    Solution solution = Optimizer.solveEstimated(problem, Solution.coldStart());
    if (!solution.isUsable()) {
      return SolveOutcome.Failure.of(solution);
    }
    double[] sigma = problem.moments().sigma();
    Covariance risky = new Covariance(new double[] {sigma[0], 0, 0, sigma[4]}, 2, 0);
    return new SolveOutcome.Optimum(
        mean(estimate),
        new Covariance(sigma, problem.size(), 0),
        Math.min(Double.MAX_VALUE, ConditionNumber.of(risky)),
        problem,
        solution,
        null,
        skill(estimate),
        held(solution.weights(), estimate.beta()));
  }

  /** Of HOLD, C and cash, a period. */
  private double[] mean(OverlayEstimate estimate) {
    double ofMarket = estimate.market() * estimate.marketVolatility() / scale.periodsPerYear();
    double beyond = estimate.excess() * estimate.excessVolatility() / scale.periodsPerYear();
    return new double[] {ofMarket, beyond + estimate.beta() * ofMarket, 0};
  }

  /** The bounds leave both at 0 or above; what is below is rounding. */
  private static double[] held(double[] optimum, double beta) {
    double overlay = optimum[1];
    double market = Math.max(0, optimum[0] - beta * overlay);
    return new double[] {market, overlay, Math.max(0, 1 - market - overlay)};
  }

  private static OverlaySkill skill(OverlayEstimate estimate) {
    return new OverlaySkill(
        estimate.years(),
        estimate.market(),
        estimate.excess(),
        estimate.beta(),
        estimate.marketVolatility(),
        estimate.excessVolatility());
  }

  @Override
  public WeightConfidence confidence(SolveRequest task) {
    return WeightConfidence.certain(task.upper());
  }
}
