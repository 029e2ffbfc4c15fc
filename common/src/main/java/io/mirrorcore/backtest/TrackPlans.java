package io.mirrorcore.backtest;

import io.mirrorcore.backtest.TrackAssembly.TrackName;
import io.mirrorcore.backtest.account.Sleeves;
import io.mirrorcore.backtest.evidence.Trials;
import io.mirrorcore.backtest.track.EngineRule;
import io.mirrorcore.backtest.track.Evaluated;
import io.mirrorcore.backtest.track.InverseVolatility;
import io.mirrorcore.backtest.track.MarketAtVolatility;
import io.mirrorcore.backtest.track.ReturnTable;
import io.mirrorcore.backtest.track.TargetRule;
import io.mirrorcore.backtest.track.TrackKind;
import io.mirrorcore.backtest.track.TrackRule;
import io.mirrorcore.backtest.track.WeightsHistory;
import io.mirrorcore.portfolio.settings.ProfileSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which tracks there are, and what each follows. A strategy that never had a position is in no
 * baseline and in no count of trials: it was never there to be chosen.
 */
final class TrackPlans {

  private final BacktestSettings settings;
  private final ReturnTable table;
  private final long start;
  private final boolean[] ever;

  /**
   * @param start the evaluation is of the bars after this time
   */
  TrackPlans(BacktestSettings settings, ReturnTable table, long start) {
    this.settings = settings;
    this.table = table;
    this.start = start;
    ever = table.everDeployed();
  }

  /**
   * One track.
   *
   * @param name as shown
   * @param idle whether it never had a position
   * @param rule what it follows
   * @param trials that it was chosen from
   */
  record Plan(TrackName name, boolean idle, TrackRule rule, Trials trials) {}

  /** In the order of the report. */
  List<Plan> all(WeightsHistory history, WeightsHistory withCash, Evaluated evaluated) {
    List<Plan> plans = new ArrayList<>();
    plans.add(
        new Plan(
            new TrackName("Ensemble", TrackKind.ENSEMBLE),
            false,
            own(settings, history, evaluated),
            settings.trials()));
    if (!withCash.isEmpty()) {
      plans.add(ensemble("Ensemble with cash", TrackKind.ENSEMBLE_WITH_CASH, withCash));
    }
    if (evaluated.knowsSymbols()) {
      settings
          .profiles()
          .beside()
          .forEach(
              other ->
                  plans.add(
                      baseline(other.name(), other.kind(), new EngineRule(other.settings()))));
    }
    plans.add(baseline("Equal weight", TrackKind.EQUAL_WEIGHT, equalWeight(history)));
    if (evaluated.sleeves().market() >= 0) {
      plans.addAll(market(history, evaluated));
    }
    plans.add(
        baseline(
            "Inverse volatility",
            TrackKind.INVERSE_VOLATILITY,
            InverseVolatility.rule(table, history)));
    plans.addAll(strategies(history, evaluated.sleeves().market() >= 0));
    return plans;
  }

  /** The two that a live page compares. */
  List<TrackRule> ensembleAndEqualWeight(WeightsHistory history, Evaluated evaluated) {
    return List.of(own(settings, history, evaluated), equalWeight(history));
  }

  private TrackRule equalWeight(WeightsHistory history) {
    return TargetRule.constant(history, TargetRule.equal(chosen(table.strategies().size())));
  }

  /** What the judged ensemble holds. */
  static TrackRule own(BacktestSettings settings, WeightsHistory history, Evaluated evaluated) {
    return settings.profiles().own() == null || !evaluated.knowsSymbols()
        ? TargetRule.published(history)
        : new EngineRule(settings.profiles().own());
  }

  private Plan ensemble(String name, TrackKind kind, WeightsHistory history) {
    return new Plan(
        new TrackName(name, kind), false, TargetRule.published(history), settings.trials());
  }

  private static Plan baseline(String name, TrackKind kind, TrackRule rule) {
    return new Plan(new TrackName(name, kind), false, rule, Trials.ONE);
  }

  private List<Plan> market(WeightsHistory history, Evaluated evaluated) {
    Sleeves sleeves = evaluated.sleeves();
    boolean[] withHold = chosen(Math.max(sleeves.market() + 1, table.strategies().size()));
    withHold[sleeves.market()] = true;
    return List.of(
        baseline(
            "Equal weight with HOLD",
            TrackKind.EQUAL_WEIGHT_WITH_HOLD,
            TargetRule.constant(history, TargetRule.equal(withHold))),
        baseline("HOLD", TrackKind.HOLD, TargetRule.only(history, sleeves.market())),
        baseline(
            "HOLD at 10 % volatility",
            TrackKind.HOLD_AT_VOLATILITY,
            MarketAtVolatility.rule(
                table, evaluated.market(), start, sleeves.market(), settings.account().bars())));
  }

  /** The strategies that ever had a position, HOLD not among them; all where none had. */
  private boolean[] chosen(int length) {
    int hold = table.strategies().indexOf(ProfileSettings.MARKET);
    boolean[] chosen = Arrays.copyOf(ever, length);
    if (hold >= 0) {
      chosen[hold] = false;
    }
    if (count(chosen) == 0) {
      Arrays.fill(chosen, 0, table.strategies().size(), true);
    }
    return chosen;
  }

  /**
   * @param hasMarket whether the strategy HOLD has a track already, as the market
   */
  private List<Plan> strategies(WeightsHistory history, boolean hasMarket) {
    List<Plan> plans = new ArrayList<>();
    Trials choice = choice();
    int hold = table.strategies().indexOf(ProfileSettings.MARKET);
    for (int k = 0; k < ever.length; k++) {
      if (hasMarket && k == hold) {
        continue;
      }
      plans.add(
          new Plan(
              new TrackName(table.strategies().get(k), TrackKind.STRATEGY),
              !ever[k],
              TargetRule.only(history, k),
              choice));
    }
    return plans;
  }

  private Trials choice() {
    double[][] columns = table.columns(table.rowsUpTo(start));
    boolean[] chosen = chosen(ever.length);
    double[][] tried = new double[count(chosen)][];
    int next = 0;
    for (int k = 0; k < columns.length; k++) {
      if (chosen[k]) {
        tried[next++] = columns[k];
      }
    }
    return Trials.of(tried);
  }

  private static int count(boolean[] flags) {
    int count = 0;
    for (boolean flag : flags) {
      count += flag ? 1 : 0;
    }
    return count;
  }
}
