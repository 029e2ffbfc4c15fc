package io.mirrorcore.portfolio.ensemble;

import io.mirrorcore.optimize.WeightConfidence;
import io.mirrorcore.portfolio.record.Decision;
import io.mirrorcore.portfolio.record.EnsembleWeights;
import io.mirrorcore.portfolio.record.PortfolioBar;
import io.mirrorcore.portfolio.record.Validity;
import io.mirrorcore.portfolio.settings.Cash;
import io.mirrorcore.portfolio.settings.EnsembleSettings;
import io.mirrorcore.portfolio.settings.WeightLimits;
import io.mirrorcore.regime.Regime;
import java.util.Arrays;
import java.util.List;

/**
 * What happens at a due time: the active strategies are estimated, the problem is solved, what
 * becomes of the optimum is decided, and the record of it written. Without a proven optimum there
 * is an alert, and the weights in force stay as they are.
 */
final class Rebalancing {

  private final String portfolio;
  private final EnsembleSettings settings;
  private final Formulation formulation;
  private final EnsembleState state;
  private final EqualStart start;
  private final WeightsReport report;

  Rebalancing(
      String portfolio, EnsembleSettings settings, Formulation formulation, EnsembleState state) {
    this.portfolio = portfolio;
    this.settings = settings;
    this.formulation = formulation;
    this.state = state;
    start = new EqualStart(settings);
    report = new WeightsReport(settings);
  }

  /** The published result; null where there is no proven optimum. */
  EnsembleWeights rebalance(PortfolioBar bar, List<String> holdings, int[] active) {
    int[] chosen =
        settings.allocation().cash().enabled() ? append(active, holdings.size() - 1) : active;
    WeightsReport.Occasion occasion = occasion(bar, holdings, chosen);
    WeightBounds bounds =
        WeightBounds.of(settings.allocation().limits(), holdings, chosen, occasion.policy().cap());
    SolveRequest task = task(occasion, bounds, active, formulation);
    SolveOutcome attempt = formulation.attempt(task);
    state.alerts().onAttempt(active.length, bar.strategies().size(), bounds, attempt, bar.time());
    if (!(attempt instanceof SolveOutcome.Optimum optimum)) {
      return null;
    }
    WeightConfidence confidence = formulation.confidence(task);
    DecisionGate.Proposal proposal = proposal(occasion, bounds, optimum, confidence);
    DecisionGate.Verdict verdict =
        state.isWarming()
            ? state.gate().begin(Decision.INITIAL, proposal)
            : state.gate().decide(proposal);
    EnsembleWeights result = decide(occasion, optimum, confidence, proposal, verdict);
    state.alerts().onWeights(result);
    return result;
  }

  /** Equal weights until there are enough; published when they change. */
  EnsembleWeights warmUp(PortfolioBar bar, List<String> holdings, int[] chosen) {
    WeightsReport.Occasion occasion = occasion(bar, holdings, chosen);
    WeightBounds bounds = WeightBounds.of(WeightLimits.none(), holdings, chosen, 1);
    boolean cash = occasion.activeIds().equals(List.of(Cash.ID));
    SolveRequest task = task(occasion, bounds, cash ? new int[0] : chosen, start);
    SolveOutcome attempt = start.attempt(task);
    if (!cash) {
      state.alerts().onAttempt(chosen.length, bar.strategies().size(), bounds, attempt, bar.time());
    }
    if (!(attempt instanceof SolveOutcome.Optimum optimum)
        || Arrays.equals(state.weights().values(), occasion.spread(optimum.weights()))) {
      return null;
    }
    WeightConfidence confidence = start.confidence(task);
    DecisionGate.Proposal proposal = proposal(occasion, bounds, optimum, confidence);
    return decide(
        occasion, optimum, confidence, proposal, state.gate().begin(Decision.WARMUP, proposal));
  }

  private WeightsReport.Occasion occasion(PortfolioBar bar, List<String> holdings, int[] chosen) {
    Regime regime = state.detector().regime(portfolio, bar.time());
    return new WeightsReport.Occasion(
        portfolio,
        bar.time(),
        holdings,
        state.sleeves(),
        chosen,
        state.returns().size(),
        regime,
        settings.regimes().of(regime));
  }

  private static int[] append(int[] indices, int last) {
    int[] all = Arrays.copyOf(indices, indices.length + 1);
    all[indices.length] = last;
    return all;
  }

  private SolveRequest task(
      WeightsReport.Occasion occasion, WeightBounds bounds, int[] active, Formulation question) {
    double[][] rows = state.returns().returns(active);
    return new SolveRequest(
        occasion.activeIds(),
        rows,
        question.slides(rows) ? state.returns().covariance(active) : null,
        occasion.narrow(bounds.lower()),
        occasion.narrow(bounds.upper()),
        bounds.groupsOf(occasion.active()),
        occasion.narrow(state.weights().values()),
        occasion.policy(),
        EventSeed.of(portfolio, occasion.time()));
  }

  private DecisionGate.Proposal proposal(
      WeightsReport.Occasion occasion,
      WeightBounds bounds,
      SolveOutcome.Optimum optimum,
      WeightConfidence confidence) {
    return new DecisionGate.Proposal(
        state.weights().values(),
        state.weights().cap(),
        aim(occasion, bounds, optimum, confidence),
        bounds,
        settings.resampling().confidence().of(confidence, optimum.weights()),
        occasion.policy().hold());
  }

  private double[] aim(
      WeightsReport.Occasion occasion,
      WeightBounds bounds,
      SolveOutcome.Optimum optimum,
      WeightConfidence confidence) {
    double[] optimal = optimum.weights();
    double[] chosen = settings.resampling().weights().choose(optimal, confidence);
    double[] aim = occasion.spread(chosen);
    return Arrays.equals(chosen, optimal) ? aim : bounds.clean(aim);
  }

  private EnsembleWeights decide(
      WeightsReport.Occasion occasion,
      SolveOutcome.Optimum optimum,
      WeightConfidence confidence,
      DecisionGate.Proposal proposal,
      DecisionGate.Verdict verdict) {
    double expected = 0;
    for (int i = 0; i < occasion.active().length; i++) {
      double times = isCash(occasion, i) ? 1 : settings.positions().leverage();
      expected += times * verdict.weights()[occasion.active()[i]] * optimum.mean()[i];
    }
    boolean warmUp = verdict.decision() == Decision.WARMUP;
    state.hold(verdict, warmUp, expected);
    Long next =
        warmUp ? null : state.schedule().next(occasion.policy().cadence(), settings.time().ends());
    return report.of(
        occasion, optimum, confidence, proposal, verdict, new Validity(state.nextResult(), next));
  }

  private static boolean isCash(WeightsReport.Occasion occasion, int active) {
    return occasion.strategies().get(occasion.active()[active]).equals(Cash.ID);
  }
}
