package io.mirrorcore.portfolio.ensemble;

import io.mirrorcore.estimate.ConditionNumber;
import io.mirrorcore.estimate.Covariance;
import io.mirrorcore.optimize.Optimizer;
import io.mirrorcore.optimize.PortfolioProblem;
import io.mirrorcore.optimize.WeightConfidence;
import io.mirrorcore.optimize.problem.Box;
import io.mirrorcore.optimize.problem.Penalties;
import io.mirrorcore.optimize.problem.Solution;
import io.mirrorcore.portfolio.record.ByName;
import io.mirrorcore.portfolio.record.Skill;
import io.mirrorcore.portfolio.settings.EnsembleSettings;
import io.mirrorcore.portfolio.settings.ProfileSettings;
import io.mirrorcore.profile.EvidenceEstimate;
import io.mirrorcore.profile.TimeScale;
import java.util.Arrays;
import java.util.List;

/**
 * The profile "evidence": skill as far as there is evidence of it ({@link EvidenceEstimate}), on
 * the strategies, HOLD and cash, which has no part in the penalty and is where everything begins.
 *
 * <p>Nothing is resampled: how far the window is to be believed is what the posterior says, so that
 * confidences are 1. A window of five years takes a millisecond.
 */
final class EvidenceSolver implements Formulation {

  private final EnsembleSettings settings;
  private final TimeScale scale;

  /**
   * @param settings with cash, which is the last of every request
   */
  EvidenceSolver(EnsembleSettings settings) {
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
    List<String> sleeves = task.ids().subList(0, task.ids().size() - 1);
    EvidenceEstimate estimate = estimate(task.returns(), sleeves);
    PortfolioProblem problem = problem(task, sleeves, estimate);
    Solution solution = Optimizer.solveEstimated(problem, Solution.coldStart());
    if (!solution.isUsable()) {
      return SolveOutcome.Failure.of(solution);
    }
    Covariance daily = estimate.covariance().times(1 / scale.daysPerPeriod());
    return new SolveOutcome.Optimum(
        Arrays.copyOf(estimate.mean(), sleeves.size() + 1),
        new Covariance(problem.moments().sigma(), problem.size(), daily.shrinkage()),
        Math.min(Double.MAX_VALUE, ConditionNumber.of(daily)),
        problem,
        solution,
        skill(sleeves, estimate, task.returns().length));
  }

  private EvidenceEstimate estimate(double[][] returns, List<String> sleeves) {
    int market = sleeves.indexOf(ProfileSettings.MARKET);
    return market < 0
        ? EvidenceEstimate.ofStrategies(returns, scale, settings.profile().speeds())
        : EvidenceEstimate.withMarket(returns, market, scale, settings.profile().speeds());
  }

  private PortfolioProblem problem(
      SolveRequest task, List<String> sleeves, EvidenceEstimate estimate) {
    double[] previous = task.inForce().length == 0 ? allInCash(task.ids().size()) : task.inForce();
    PortfolioProblem posed =
        estimate.problem(
            sleeves,
            scale,
            new Penalties(task.policy().lambda(), task.policy().eta(), previous),
            new Box(task.lower(), task.upper()));
    return new PortfolioProblem(
        posed.objective(),
        posed.moments(),
        posed.penalties(),
        posed.box(),
        task.groups(),
        posed.names());
  }

  private static double[] allInCash(int n) {
    double[] weights = new double[n];
    weights[n - 1] = 1;
    return weights;
  }

  private Skill skill(List<String> sleeves, EvidenceEstimate estimate, int periods) {
    boolean none = estimate.skill() == null;
    return new Skill(
        scale.years(periods),
        none ? 0 : estimate.skill().m0(),
        none ? 0 : estimate.skill().tau(),
        ByName.of(sleeves, estimate.posterior()));
  }

  @Override
  public WeightConfidence confidence(SolveRequest task) {
    return WeightConfidence.certain(task.upper());
  }
}
