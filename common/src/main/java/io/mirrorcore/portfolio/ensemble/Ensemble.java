package io.mirrorcore.portfolio.ensemble;

import io.mirrorcore.portfolio.record.EnsembleWeights;
import io.mirrorcore.portfolio.record.PortfolioBar;
import io.mirrorcore.portfolio.record.StrategyReturns;
import io.mirrorcore.portfolio.record.TargetPositions;
import io.mirrorcore.portfolio.settings.Cash;
import io.mirrorcore.portfolio.settings.EnsembleSettings;
import io.mirrorcore.portfolio.settings.ProfileSettings.Profile;
import io.mirrorcore.regime.Regime;
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
 * <p>At every bar: the ensemble's own return is booked (of the positions decided the bar before),
 * and target positions are made from the weights in force and this bar's exposures. When a period
 * ends ({@link PeriodBook}), its returns enter the window and the regime is told. When the weights
 * are due then ({@link RebalanceSchedule}) and {@code minObservations} returns are there, the
 * active strategies are estimated and the regime's problem is solved ({@link Formulation}); {@link
 * DecisionGate} decides what becomes of the optimum; the result is published either way. An attempt
 * that ends in no proven optimum publishes nothing but an alert, leaves the weights in force as
 * they are, and never becomes what the next turnover is measured from. Until enough strategies are
 * active what is held is an {@link EqualStart}.
 *
 * <p>Reads no clock and draws chance only from a seed of portfolio and time ({@link EventSeed}).
 * State is by strategy id, so that strategies may come and go over a restart; memory is that of the
 * window, the strategies and the symbols alive.
 */
public final class Ensemble implements Stateful {

  private final String portfolio;
  private final EnsembleSettings settings;
  private final EnsembleState state;
  private final Rebalancing rebalancing;

  public Ensemble(String portfolio, EnsembleSettings settings) {
    this(portfolio, settings, formulation(settings));
  }

  Ensemble(String portfolio, EnsembleSettings settings, Formulation formulation) {
    this.portfolio = portfolio;
    this.settings = settings;
    state = new EnsembleState(portfolio, settings);
    rebalancing = new Rebalancing(portfolio, settings, formulation, state);
  }

  private static Formulation formulation(EnsembleSettings settings) {
    return switch (settings.profile().profile()) {
      case GUIDE -> new WindowSolver(settings);
      case EVIDENCE -> new EvidenceSolver(settings);
      case OVERLAY -> new OverlaySolver(settings);
    };
  }

  /**
   * Takes in one close.
   *
   * @throws IllegalArgumentException if the bar is of another portfolio or out of sequence
   */
  public EnsembleStep onBar(PortfolioBar bar) {
    check(bar);
    state.lastTime(bar.time());
    PortfolioBar seen = state.sleeves().of(bar);
    List<String> holdings = withCash(seen.strategies());
    state.periods().align(seen.strategies());
    state.weights().align(holdings);
    int ended = book(seen);
    state.scale().see(seen);
    EnsembleWeights result = act(seen, holdings, ended);
    return new EnsembleStep(
        target(seen),
        result,
        state.alerts().drain(),
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
    return state.ownReturn();
  }

  /** What the estimate promises of the weights in force, simple return a period; 0 without. */
  public double expectedReturn() {
    return state.expectedReturn();
  }

  /** Value of what was 1 when the first weights came into force. */
  double equity() {
    return state.drawdown().equity();
  }

  /** The regime that rules after the last bar. */
  Regime regime() {
    return state.detector().regime(portfolio, state.lastTime());
  }

  private void check(PortfolioBar bar) {
    if (!bar.portfolio().equals(portfolio)) {
      throw new IllegalArgumentException(
          "portfolio must be " + portfolio + "; have " + bar.portfolio());
    }
    if (bar.time() <= state.lastTime()) {
      throw new IllegalArgumentException(
          "time of a bar of "
              + portfolio
              + " must be after "
              + state.lastTime()
              + "; have "
              + bar.time());
    }
  }

  /** Periods that ended with the bar, or had to before it. */
  private int book(PortfolioBar bar) {
    int overdue = state.periods().take(bar, state.expectedReturn());
    state.ownReturn(ownReturn(bar));
    boolean held = state.weights().exist() && bar.earned().isPresent();
    if (held) {
      state.drawdown().add(state.ownReturn());
      state.periods().earn(state.ownReturn());
    }
    int ended = overdue + state.periods().finish(bar.time(), state.expectedReturn());
    if (held) {
      state
          .alerts()
          .onPerformance(state.drawdown().value(), state.divergence().value(), bar.time());
    }
    state.alerts().onSymbols(bar);
    return ended;
  }

  /** Where the symbols are not known the strategies' own returns are all there is to weight. */
  private double ownReturn(PortfolioBar bar) {
    double[] inForce = state.weights().values();
    int n = bar.strategies().size();
    double ofCash = inForce.length > n ? inForce[n] * cashReturn() : 0;
    return bar instanceof PortfolioBar.OfReturns alone
        ? leverage() * weighted(inForce, alone.returns().byStrategy()) + ofCash
        : state.positions().earned(bar) + ofCash;
  }

  private double leverage() {
    return settings.positions().leverage();
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

  /** The published result of a bar; null where there is none. */
  private EnsembleWeights act(PortfolioBar bar, List<String> holdings, int ended) {
    int needed = settings.window().minObservations();
    if (state.returns().size() < needed) {
      return waits(bar, holdings, needed, ended);
    }
    boolean begun = state.hasBegun();
    if (ended == 0 || !state.schedule().isDue(bar.time(), ended, policy().cadence(), begun)) {
      return null;
    }
    int[] active = state.returns().active(settings.window().inactiveBelow());
    if (active.length == 0) {
      state.alerts().onAttempt(0, bar.strategies().size(), null, null, bar.time());
      return null;
    }
    return begun || canBegin(active.length, bar)
        ? rebalancing.rebalance(bar, holdings, active)
        : rebalancing.warmUp(bar, holdings, active);
  }

  private boolean canBegin(int active, PortfolioBar bar) {
    return startsInCash()
        || settings.time().warmUp().isOver(active, bar.strategies(), bar.symbols().size());
  }

  private EnsembleWeights waits(PortfolioBar bar, List<String> holdings, int needed, int ended) {
    if (state.hasBegun()) {
      return null; // they go on, whatever the window has lost over a restart
    }
    state.alerts().onWaiting(state.returns().size(), needed, bar.time());
    return ended > 0 && startsInCash() && !state.weights().exist()
        ? rebalancing.warmUp(bar, holdings, new int[] {holdings.size() - 1})
        : null;
  }

  /** Without a rule for the start nothing is published before it. */
  private boolean startsInCash() {
    return settings.time().warmUp().isOn() && settings.profile().profile() != Profile.GUIDE;
  }

  private RegimePolicy policy() {
    return settings.regimes().of(regime());
  }

  private TargetPositions target(PortfolioBar bar) {
    boolean anythingToSay = state.weights().exist() || state.positions().isHolding();
    if (!anythingToSay || bar instanceof PortfolioBar.OfReturns) {
      return null;
    }
    double[] inForce = state.weights().values();
    int n = Math.min(inForce.length, bar.strategies().size());
    double[] ofStrategies = Arrays.copyOf(inForce, n); // cash is no position
    double scale = state.scale().value();
    TargetPositions target =
        state
            .positions()
            .decide(bar, ofStrategies, scale)
            .withSlots(settings.positions().slots().id());
    return state.scale().isOn() ? target.withScale(scale) : target;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    state.save(out);
  }

  @Override
  public void load(DataInput in) throws IOException {
    state.load(in);
  }
}
