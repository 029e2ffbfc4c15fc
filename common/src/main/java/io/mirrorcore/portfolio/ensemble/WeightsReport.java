package io.mirrorcore.portfolio.ensemble;

import io.mirrorcore.optimize.WeightConfidence;
import io.mirrorcore.optimize.WeightFigures;
import io.mirrorcore.portfolio.record.ByName;
import io.mirrorcore.portfolio.record.EnsembleWeights;
import io.mirrorcore.portfolio.record.PublishedProblem;
import io.mirrorcore.portfolio.record.WeightTrade;
import io.mirrorcore.regime.Regime;
import io.mirrorcore.regime.RegimePolicy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

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
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared as a whole
  record Occasion(
      String portfolio,
      long time,
      List<String> strategies,
      int[] active,
      int observations,
      Regime regime,
      RegimePolicy policy) {

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
    List<String> ids = occasion.strategies();
    WeightFigures figures =
        WeightFigures.of(optimum.problem(), optimum.weights(), proposal.inForce().length > 0)
            .perBar(settings.barsPerDay());
    return new EnsembleWeights(
        occasion.portfolio(),
        occasion.time(),
        verdict.decision().name(),
        occasion.regime().name(),
        settings.objective().objective().id(),
        optimum.solution().status().name(),
        ByName.of(ids, verdict.weights()),
        verdict.cap(),
        ByName.of(ids, proposal.target()),
        proposal.bounds().cap(),
        ByName.of(ids, proposal.inForce()),
        trades(ids, proposal, verdict),
        proposal.turnover(),
        figures.expectedReturn(),
        figures.volatility(),
        figures.sharpe(),
        figures.sharpe() * Math.sqrt(settings.barsPerYear()),
        optimum.conditionNumber(),
        optimum.covariance().shrinkage(),
        optimum.problem().penalties().lambda(),
        optimum.problem().penalties().eta(),
        optimum.solution().kktResidual(),
        optimum.solution().budgetMultiplier(),
        flagged(occasion.activeIds(), optimum.solution().atLower()),
        flagged(occasion.activeIds(), optimum.solution().atUpper()),
        optimum.solution().iterations(),
        ByName.of(ids, occasion.spread(figures.riskContributions())),
        ByName.of(occasion.activeIds(), confidence.perStrategy()),
        proposal.confidence(),
        occasion.observations(),
        occasion.inactiveIds(),
        PublishedProblem.of(optimum.problem(), optimum.solution()),
        ByName.of(ids, occasion.spread(confidence.meanWeights())));
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
