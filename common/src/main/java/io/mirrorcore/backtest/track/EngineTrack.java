package io.mirrorcore.backtest.track;

import io.mirrorcore.backtest.account.Book;
import io.mirrorcore.backtest.account.EvaluatedBar;
import io.mirrorcore.backtest.account.Sleeves;
import io.mirrorcore.backtest.account.StressedPositions;
import io.mirrorcore.portfolio.book.HeldPositions;
import io.mirrorcore.portfolio.ensemble.Ensemble;
import io.mirrorcore.portfolio.ensemble.EnsembleStep;
import io.mirrorcore.portfolio.record.Decision;
import io.mirrorcore.portfolio.record.EnsembleWeights;
import io.mirrorcore.portfolio.record.PortfolioBar;
import io.mirrorcore.portfolio.record.TargetPositions;
import io.mirrorcore.portfolio.settings.Cash;
import io.mirrorcore.portfolio.settings.EnsembleSettings;
import io.mirrorcore.portfolio.settings.ProfileSettings;
import io.mirrorcore.portfolio.settings.ProfileSettings.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A track of an ensemble with settings of its own: the engine of the live job, run over the closes
 * from the first on. What it would publish as {@code positions} is what is held; before the
 * evaluation starts it learns and holds nothing, as every other track.
 */
final class EngineTrack implements TargetRule, Book {

  private final Ensemble engine;
  private final boolean asksForMarket;
  private final List<String> strategies;
  private final Sleeves sleeves;
  private final List<StressedPositions> stresses;
  private final HeldPositions held = new HeldPositions();
  private final List<EnsembleWeights> decisions = new ArrayList<>();
  private Map<String, Double> wanted = new TreeMap<>();
  private double cashWanted;
  private double cashHeld;

  /**
   * @param strategies of the table, in its order
   */
  EngineTrack(
      String portfolio,
      EnsembleSettings settings,
      List<String> strategies,
      Sleeves sleeves,
      List<StressedPositions> stresses) {
    engine = new Ensemble(portfolio, settings);
    asksForMarket = settings.profile().profile() != Profile.GUIDE;
    this.strategies = strategies;
    this.sleeves = sleeves;
    this.stresses = stresses;
  }

  @Override
  public void see(PortfolioBar close, PortfolioBar withMarket) {
    boolean lacksMarket = asksForMarket && !close.strategies().contains(ProfileSettings.MARKET);
    EnsembleStep step = engine.onBar(lacksMarket ? withMarket : close);
    TargetPositions positions = step.positions();
    wanted = positions == null ? new TreeMap<>() : positions.positions();
    if (step.weights() != null) {
      decisions.add(step.weights());
      cashWanted = step.weights().rebalance().weights().getOrDefault(Cash.ID, 0.0);
    }
  }

  @Override
  public Earned earned(EvaluatedBar bar, double[] target) {
    return Earned.of(held, stresses, bar.close(), cashHeld * bar.returns()[sleeves.cash()]);
  }

  @Override
  public void decide(EvaluatedBar bar, double[] target) {
    held.become(wanted);
    cashHeld = cashWanted;
    stresses.forEach(stress -> stress.decided(wanted));
  }

  @Override
  public Map<String, Double> held() {
    return held.positions();
  }

  @Override
  public int dues() {
    return decisions.size();
  }

  @Override
  public long time(int due) {
    return decisions.get(due).time();
  }

  @Override
  public boolean trades(int due) {
    EnsembleWeights decision = decisions.get(due);
    return Decision.valueOf(decision.rebalance().decision()).isApplied();
  }

  @Override
  public double[] target(int due) {
    double[] target = new double[sleeves.count()];
    decisions
        .get(due)
        .rebalance()
        .weights()
        .forEach(
            (id, weight) -> {
              int place = place(id);
              if (place >= 0) {
                target[place] = weight;
              }
            });
    return target;
  }

  private int place(String id) {
    int strategy = strategies.indexOf(id);
    if (strategy >= 0) {
      return strategy;
    }
    return id.equals(Cash.ID) ? sleeves.cash() : sleeves.market();
  }
}
