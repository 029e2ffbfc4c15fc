package io.mirrorcore.portfolio.ensemble;

import io.mirrorcore.optimize.WeightConfidence;
import io.mirrorcore.portfolio.alert.Drawdown;
import io.mirrorcore.portfolio.alert.ReturnDivergence;
import io.mirrorcore.portfolio.book.NetPositions;
import io.mirrorcore.portfolio.record.BarReturns;
import io.mirrorcore.portfolio.record.EnsembleWeights;
import io.mirrorcore.portfolio.record.PortfolioBar;
import io.mirrorcore.portfolio.record.StrategyReturns;
import io.mirrorcore.portfolio.record.TargetPositions;
import io.mirrorcore.portfolio.settings.Cash;
import io.mirrorcore.portfolio.settings.EnsembleSettings;
import io.mirrorcore.regime.Regime;
import io.mirrorcore.regime.RegimeDetector;
import io.mirrorcore.regime.RegimePolicy;
import io.mirrorcore.state.Stateful;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The engine of one portfolio: fed one bar at a time, it says what to hold.
 *
 * <p>At every bar: the returns enter the window, the regime is told, the ensemble's own return is
 * booked (of the positions decided the bar before), and target positions are made from the weights
 * in force and this bar's exposures. When the weights are due ({@link RebalanceSchedule}) and
 * {@code minObservations} returns are there, the active strategies are estimated and the regime's
 * problem is solved ({@link Formulation}); {@link DecisionGate} decides what becomes of the
 * optimum; the result is published either way. An attempt that ends in no proven optimum publishes
 * nothing but an alert, leaves the weights in force as they are, and never becomes what the next
 * turnover is measured from.
 *
 * <p>Reads no clock and draws chance only from a seed of portfolio and time ({@link EventSeed}).
 * State is by strategy id, so that strategies may come and go over a restart; memory is that of the
 * window, the strategies and the symbols alive.
 */
public final class Ensemble implements Stateful {

  private final String portfolio;
  private final EnsembleSettings settings;
  private final Formulation formulation;
  private final WeightsReport report;
  private final ReturnHistory returns;
  private final RegimeDetector detector;
  private final RebalanceSchedule schedule = new RebalanceSchedule();
  private final WeightsInForce weights;
  private final DecisionGate gate;
  private final NetPositions positions;
  private final Drawdown drawdown = new Drawdown();
  private final ReturnDivergence divergence;
  private final EnsembleAlerts alerts;
  private long lastTime = Long.MIN_VALUE;
  private double expectedReturn;
  private double ownReturn;

  public Ensemble(String portfolio, EnsembleSettings settings) {
    this(portfolio, settings, formulation(settings));
  }

  Ensemble(String portfolio, EnsembleSettings settings, Formulation formulation) {
    this.portfolio = portfolio;
    this.settings = settings;
    this.formulation = formulation;
    report = new WeightsReport(settings);
    returns = new ReturnHistory(settings.window().length());
    detector = new RegimeDetector(settings.regime());
    weights = new WeightsInForce(settings.allocation().limits());
    gate = new DecisionGate(settings.gate());
    positions = new NetPositions(settings.positions().band(settings.bars()));
    divergence = new ReturnDivergence(settings.window().length());
    alerts = new EnsembleAlerts(portfolio, settings.alerts());
  }

  private static Formulation formulation(EnsembleSettings settings) {
    return switch (settings.profile().profile()) {
      case GUIDE -> new WindowSolver(settings);
      case EVIDENCE -> new EvidenceSolver(settings);
    };
  }

  /**
   * Takes in one close.
   *
   * @throws IllegalArgumentException if the bar is of another portfolio or out of sequence
   */
  public EnsembleStep onBar(PortfolioBar bar) {
    check(bar);
    lastTime = bar.time();
    List<String> holdings = withCash(bar.strategies());
    returns.align(bar.strategies());
    weights.align(holdings);
    book(bar);
    EnsembleWeights result = isDue(bar) ? rebalance(bar, holdings) : null;
    return new EnsembleStep(
        target(bar),
        result,
        alerts.drain(),
        bar.earned().map(earned -> StrategyReturns.of(bar, earned)).orElse(null));
  }

  /** The strategies, and cash as the last where there is some. */
  private List<String> withCash(List<String> strategies) {
    if (!settings.allocation().cash().enabled()) {
      return strategies;
    }
    List<String> all = new ArrayList<>(strategies);
    all.add(Cash.ID);
    return List.copyOf(all);
  }

  /** The ensemble's own return over the last bar, net of cost; 0 before weights exist. */
  double ownReturn() {
    return ownReturn;
  }

  /** Value of what was 1 when the first weights came into force. */
  double equity() {
    return drawdown.equity();
  }

  /** The regime that rules after the last bar. */
  Regime regime() {
    return detector.regime();
  }

  private void check(PortfolioBar bar) {
    if (!bar.portfolio().equals(portfolio)) {
      throw new IllegalArgumentException(
          "portfolio must be " + portfolio + "; have " + bar.portfolio());
    }
    if (bar.time() <= lastTime) {
      throw new IllegalArgumentException(
          "time of a bar of " + portfolio + " must be after " + lastTime + "; have " + bar.time());
    }
  }

  private void book(PortfolioBar bar) {
    bar.earned().ifPresent(this::take);
    ownReturn = ownReturn(bar);
    if (weights.exist() && bar.earned().isPresent()) {
      drawdown.add(ownReturn);
      divergence.add(expectedReturn, ownReturn);
      alerts.onPerformance(drawdown.value(), divergence.value(), bar.time());
    }
    alerts.onSymbols(bar);
  }

  private void take(BarReturns earned) {
    returns.add(earned.byStrategy(), earned.deployed());
    detector.onReturn(earned.market());
  }

  /** Where the symbols are not known the strategies' own returns are all there is to weight. */
  private double ownReturn(PortfolioBar bar) {
    double[] inForce = weights.values();
    int n = bar.strategies().size();
    double ofCash = inForce.length > n ? inForce[n] * cashReturn() : 0;
    return bar instanceof PortfolioBar.OfReturns alone
        ? weighted(inForce, alone.returns().byStrategy()) + ofCash
        : positions.earned(bar) + ofCash;
  }

  /** The returns of the strategies by their weights; cash, the last, is not among them. */
  private static double weighted(double[] inForce, double[] returns) {
    double sum = 0;
    for (int k = 0; k < Math.min(returns.length, inForce.length); k++) {
      sum += inForce[k] * returns[k];
    }
    return sum;
  }

  private double cashReturn() {
    return settings.allocation().cash().rate() / settings.bars().perYear();
  }

  private boolean isDue(PortfolioBar bar) {
    return returns.size() >= settings.window().minObservations()
        && schedule.isDue(bar.time(), policy().cadence(), weights.exist());
  }

  private RegimePolicy policy() {
    return settings.regimes().of(detector.regime());
  }

  /** The published result; null where there is no proven optimum. */
  private EnsembleWeights rebalance(PortfolioBar bar, List<String> holdings) {
    int[] active = returns.active(settings.window().inactiveBelow());
    int[] chosen =
        settings.allocation().cash().enabled() ? append(active, holdings.size() - 1) : active;
    WeightsReport.Occasion occasion =
        new WeightsReport.Occasion(
            portfolio,
            bar.time(),
            holdings,
            chosen,
            returns.size(),
            regime(),
            policy(),
            slots(bar));
    if (active.length == 0) {
      alerts.onAttempt(0, bar.strategies().size(), null, null, bar.time());
      return null;
    }
    WeightBounds bounds =
        WeightBounds.of(settings.allocation().limits(), holdings, chosen, occasion.policy().cap());
    SolveRequest task = task(occasion, bounds, active);
    SolveOutcome attempt = formulation.attempt(task);
    alerts.onAttempt(active.length, bar.strategies().size(), bounds, attempt, bar.time());
    return attempt instanceof SolveOutcome.Optimum optimum
        ? decide(occasion, bounds, optimum, formulation.confidence(task))
        : null;
  }

  private String slots(PortfolioBar bar) {
    return bar instanceof PortfolioBar.OfSymbols ? settings.positions().slots().id() : null;
  }

  private static int[] append(int[] indices, int last) {
    int[] all = Arrays.copyOf(indices, indices.length + 1);
    all[indices.length] = last;
    return all;
  }

  private SolveRequest task(WeightsReport.Occasion occasion, WeightBounds bounds, int[] active) {
    double[][] rows = returns.returns(active);
    return new SolveRequest(
        occasion.activeIds(),
        rows,
        formulation.slides(rows) ? returns.covariance(active) : null,
        occasion.narrow(bounds.lower()),
        occasion.narrow(bounds.upper()),
        bounds.groupsOf(occasion.active()),
        occasion.narrow(weights.values()),
        occasion.policy(),
        EventSeed.of(portfolio, occasion.time()));
  }

  private EnsembleWeights decide(
      WeightsReport.Occasion occasion,
      WeightBounds bounds,
      SolveOutcome.Optimum optimum,
      WeightConfidence confidence) {
    DecisionGate.Proposal proposal =
        new DecisionGate.Proposal(
            weights.values(),
            weights.cap(),
            occasion.spread(optimum.weights()),
            bounds,
            confidence.overall(optimum.weights()),
            occasion.policy().hold());
    DecisionGate.Verdict verdict = gate.decide(proposal);
    weights.replace(verdict.weights(), verdict.cap());
    expectedReturn = 0;
    for (int i = 0; i < occasion.active().length; i++) {
      expectedReturn += verdict.weights()[occasion.active()[i]] * optimum.mean()[i];
    }
    EnsembleWeights result = report.of(occasion, optimum, confidence, proposal, verdict);
    alerts.onWeights(result);
    return result;
  }

  private TargetPositions target(PortfolioBar bar) {
    boolean anythingToSay = weights.exist() || positions.isHolding();
    if (!anythingToSay || bar instanceof PortfolioBar.OfReturns) {
      return null;
    }
    double[] inForce = weights.values();
    int n = Math.min(inForce.length, bar.strategies().size());
    return positions.decide(bar, Arrays.copyOf(inForce, n)); // cash is no position
  }

  @Override
  public void save(DataOutput out) throws IOException {
    for (Stateful part : parts()) {
      part.save(out);
    }
    out.writeLong(lastTime);
    out.writeDouble(expectedReturn);
    out.writeDouble(ownReturn);
  }

  @Override
  public void load(DataInput in) throws IOException {
    for (Stateful part : parts()) {
      part.load(in);
    }
    lastTime = in.readLong();
    expectedReturn = in.readDouble();
    ownReturn = in.readDouble();
  }

  private List<Stateful> parts() {
    return List.of(
        returns, detector, schedule, weights, gate, positions, drawdown, divergence, alerts);
  }
}
