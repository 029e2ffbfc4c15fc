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
import io.mirrorcore.portfolio.record.Validity;
import io.mirrorcore.portfolio.record.WeightTrade;
import io.mirrorcore.portfolio.record.WindowEstimate;
import io.mirrorcore.portfolio.settings.Cash;
import io.mirrorcore.portfolio.settings.EnsembleSettings;
import io.mirrorcore.portfolio.settings.GateSettings;
import io.mirrorcore.portfolio.settings.WeightsFrom;
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
   * @param strategies ids of the sleeves, and of cash as the last
   * @param sleeves how they are put on the topic
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
      Sleeves sleeves,
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

    /** Of those that have a name on the topic. */
    List<String> inactiveIds() {
      List<String> inactive = new ArrayList<>(strategies);
      inactive.removeAll(activeIds());
      inactive.retainAll(published());
      return inactive;
    }

    /** Ids on the topic, cash as the last where there is some. */
    List<String> published() {
      List<String> ids = new ArrayList<>(sleeves.published());
      if (strategies.contains(Cash.ID)) {
        ids.add(Cash.ID);
      }
      return ids;
    }

    /** Weights of the sleeves by id on the topic; none stay none. */
    Map<String, Double> byStrategy(double[] weights) {
      return weights.length == 0 ? Map.of() : ByName.of(published(), sleeves.expand(weights));
    }
  }

  EnsembleWeights of(
      Occasion occasion,
      SolveOutcome.Optimum optimum,
      WeightConfidence confidence,
      DecisionGate.Proposal proposal,
      DecisionGate.Verdict verdict,
      Validity validity) {
    return new EnsembleWeights(
        occasion.portfolio(),
        occasion.time(),
        occasion.regime().name(),
        rebalance(occasion, proposal, verdict),
        target(occasion, optimum, proposal),
        risk(occasion, optimum, proposal.inForce().length > 0),
        new WindowEstimate(
            occasion.observations(),
            occasion.inactiveIds(),
            optimum.conditionNumber(),
            optimum.covariance().shrinkage(),
            optimum.skill(),
            optimum.overlay()),
        proof(occasion.activeIds(), optimum),
        new TargetConfidence(
            ByName.of(occasion.activeIds(), confidence.perStrategy()),
            proposal.confidence(),
            resampled(occasion, confidence),
            weightsFrom(confidence)),
        validity);
  }

  private String weightsFrom(WeightConfidence confidence) {
    boolean resampled =
        settings.resampling().weights() == WeightsFrom.RESAMPLED && confidence.solved() > 0;
    return resampled ? WeightsFrom.RESAMPLED.name() : null;
  }

  /** Empty where nothing was resampled. */
  private static Map<String, Double> resampled(Occasion occasion, WeightConfidence confidence) {
    double[] mean = confidence.meanWeights();
    return mean.length == 0 ? Map.of() : ByName.of(occasion.strategies(), occasion.spread(mean));
  }

  private Rebalance rebalance(
      Occasion occasion, DecisionGate.Proposal proposal, DecisionGate.Verdict verdict) {
    Map<String, Double> now = occasion.byStrategy(verdict.weights());
    Map<String, Double> before = occasion.byStrategy(proposal.inForce());
    return new Rebalance(
        verdict.decision().name(),
        now,
        verdict.cap(),
        before,
        verdict.decision().isApplied() ? trades(occasion.published(), before, now) : List.of(),
        proposal.turnover());
  }

  private static TargetWeights target(
      Occasion occasion, SolveOutcome.Optimum optimum, DecisionGate.Proposal proposal) {
    return new TargetWeights(
        optimum.problem().objective().id(),
        optimum.solution().status().name(),
        ByName.of(occasion.strategies(), occasion.spread(optimum.solution().weights())),
        proposal.bounds().cap(),
        optimum.problem().penalties().lambda(),
        optimum.problem().penalties().eta());
  }

  private TargetRisk risk(Occasion occasion, SolveOutcome.Optimum optimum, boolean held) {
    WeightFigures figures =
        WeightFigures.of(optimum.problem(), optimum.weights(), held)
            .perBar(settings.time().periods().perDay());
    return new TargetRisk(
        figures.expectedReturn(),
        figures.volatility(),
        figures.sharpe(),
        figures.sharpe() * Math.sqrt(settings.time().periods().perYear()),
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

  /** All that changes, where what is not traded is not in force. */
  private List<WeightTrade> trades(
      List<String> ids, Map<String, Double> before, Map<String, Double> now) {
    boolean waits = settings.gate().remainders() == GateSettings.Remainders.WAIT;
    double listedAbove = waits ? 0 : settings.gate().tradeThreshold();
    List<WeightTrade> trades = new ArrayList<>();
    for (String id : ids) {
      double from = before.getOrDefault(id, 0.0);
      double to = now.get(id);
      if (Math.abs(to - from) > listedAbove) {
        trades.add(new WeightTrade(id, from, to));
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
