package io.mirrorcore.portfolio.ensemble;

import io.mirrorcore.optimize.WeightConfidence;
import io.mirrorcore.optimize.WeightFigures;
import io.mirrorcore.optimize.problem.Solution;
import io.mirrorcore.portfolio.record.ByName;
import io.mirrorcore.portfolio.record.EnsembleWeights;
import io.mirrorcore.portfolio.record.OptimalityProof;
import io.mirrorcore.portfolio.record.PublishedProblem;
import io.mirrorcore.portfolio.record.Rebalance;
import io.mirrorcore.portfolio.record.TargetConfidence;
import io.mirrorcore.portfolio.record.TargetRisk;
import io.mirrorcore.portfolio.record.TargetWeights;
import io.mirrorcore.portfolio.record.WeightTrade;
import io.mirrorcore.portfolio.record.WindowEstimate;
import io.mirrorcore.portfolio.settings.EnsembleSettings;
import io.mirrorcore.regime.Regime;
import io.mirrorcore.regime.RegimePolicy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Writes {@link EnsembleWeights}: figures of the optimum, and what was decided about it. */
final class WeightsReport {

  private final EnsembleSettings settings;

  WeightsReport(EnsembleSettings settings) {
    this.settings = settings;
  }

  /**
   * When and on what a result was found.
   *
   * @param portfolio name
   * @param time the close
   * @param strategies configured ids
   * @param active indices of those in the estimate, ascending
   * @param observations rows of the estimate
   * @param regime in force
   * @param policy of the regime
   * @param slots rule of the slots; null where the symbols are not known
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared as a whole
  record Occasion(
      String portfolio,
      long time,
      List<String> strategies,
      int[] active,
      int observations,
      Regime regime,
      RegimePolicy policy,
      String slots) {

    /** Values of the active strategies put in the places of all, 0 elsewhere. */
    double[] spread(double[] ofActive) {
      double[] all = new double[strategies.size()];
      for (int i = 0; i < active.length; i++) {
        all[active[i]] = ofActive[i];
      }
      return all;
    }

    /** Values of all strategies narrowed to the active ones; none stay none. */
    double[] narrow(double[] ofAll) {
      return ofAll.length == 0 ? ofAll : Arrays.stream(active).mapToDouble(k -> ofAll[k]).toArray();
    }

    List<String> activeIds() {
      return Arrays.stream(active).mapToObj(strategies::get).toList();
    }

    List<String> inactiveIds() {
      List<String> inactive = new ArrayList<>(strategies);
      inactive.removeAll(activeIds());
      return inactive;
    }
  }

  EnsembleWeights of(
      Occasion occasion,
      SolveOutcome.Optimum optimum,
      WeightConfidence confidence,
      DecisionGate.Proposal proposal,
      DecisionGate.Verdict verdict) {
    return new EnsembleWeights(
        occasion.portfolio(),
        occasion.time(),
        occasion.regime().name(),
        rebalance(occasion.strategies(), proposal, verdict),
        target(occasion.strategies(), optimum, proposal),
        risk(occasion, optimum, proposal.inForce().length > 0),
        new WindowEstimate(
            occasion.observations(),
            occasion.inactiveIds(),
            optimum.conditionNumber(),
            optimum.covariance().shrinkage(),
            optimum.skill(),
            occasion.slots()),
        proof(occasion.activeIds(), optimum),
        new TargetConfidence(
            ByName.of(occasion.activeIds(), confidence.perStrategy()),
            proposal.confidence(),
            resampled(occasion, confidence)));
  }

  /** Empty where nothing was resampled. */
  private static Map<String, Double> resampled(Occasion occasion, WeightConfidence confidence) {
    double[] mean = confidence.meanWeights();
    return mean.length == 0 ? Map.of() : ByName.of(occasion.strategies(), occasion.spread(mean));
  }

  private Rebalance rebalance(
      List<String> ids, DecisionGate.Proposal proposal, DecisionGate.Verdict verdict) {
    return new Rebalance(
        verdict.decision().name(),
        ByName.of(ids, verdict.weights()),
        verdict.cap(),
        ByName.of(ids, proposal.inForce()),
        trades(ids, proposal, verdict),
        proposal.turnover());
  }

  private TargetWeights target(
      List<String> ids, SolveOutcome.Optimum optimum, DecisionGate.Proposal proposal) {
    return new TargetWeights(
        settings.allocation().objective().objective().id(),
        optimum.solution().status().name(),
        ByName.of(ids, proposal.target()),
        proposal.bounds().cap(),
        optimum.problem().penalties().lambda(),
        optimum.problem().penalties().eta());
  }

  private TargetRisk risk(Occasion occasion, SolveOutcome.Optimum optimum, boolean held) {
    WeightFigures figures =
        WeightFigures.of(optimum.problem(), optimum.weights(), held)
            .perBar(settings.bars().perDay());
    return new TargetRisk(
        figures.expectedReturn(),
        figures.volatility(),
        figures.sharpe(),
        figures.sharpe() * Math.sqrt(settings.bars().perYear()),
        ByName.of(occasion.strategies(), occasion.spread(figures.riskContributions())));
  }

  private static OptimalityProof proof(List<String> activeIds, SolveOutcome.Optimum optimum) {
    Solution solution = optimum.solution();
    return new OptimalityProof(
        solution.kktResidual(),
        solution.budgetMultiplier(),
        flagged(activeIds, solution.atLower()),
        flagged(activeIds, solution.atUpper()),
        solution.iterations(),
        PublishedProblem.of(optimum.problem(), solution));
  }

  private List<WeightTrade> trades(
      List<String> ids, DecisionGate.Proposal proposal, DecisionGate.Verdict verdict) {
    List<WeightTrade> trades = new ArrayList<>();
    for (int k = 0; k < ids.size() && verdict.decision().isApplied(); k++) {
      double from = proposal.inForce().length == 0 ? 0 : proposal.inForce()[k];
      double to = verdict.weights()[k];
      if (Math.abs(to - from) > settings.gate().tradeThreshold()) {
        trades.add(new WeightTrade(ids.get(k), from, to));
      }
    }
    return trades;
  }

  private static List<String> flagged(List<String> ids, boolean[] flags) {
    List<String> flagged = new ArrayList<>();
    for (int i = 0; i < flags.length; i++) {
      if (flags[i]) {
        flagged.add(ids.get(i));
      }
    }
    return flagged;
  }
}
