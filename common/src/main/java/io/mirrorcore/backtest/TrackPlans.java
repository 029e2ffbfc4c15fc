package io.mirrorcore.backtest;

import io.mirrorcore.backtest.TrackAssembly.TrackName;
import io.mirrorcore.backtest.account.Accounting;
import io.mirrorcore.backtest.account.Sleeves;
import io.mirrorcore.backtest.evidence.Trials;
import io.mirrorcore.backtest.track.EngineRule;
import io.mirrorcore.backtest.track.EqualWeight;
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
import java.util.function.Function;

/**
 * Which tracks there are, and what each follows. A strategy that never had a position is in no
 * count of trials: it was never there to be chosen; and none is in a baseline before its first.
 */
final class TrackPlans {

  private final BacktestSettings settings;
  private final ReturnTable table;
  private final long start;
  private final int[] firstDeployed;

  /**
   * @param start the evaluation is of the bars after this time
   */
  TrackPlans(BacktestSettings settings, ReturnTable table, long start) {
    this.settings = settings;
    this.table = table;
    this.start = start;
    firstDeployed = table.firstDeployed();
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
    plans.add(baseline("Equal weight", TrackKind.EQUAL_WEIGHT, equalWeights(history, evaluated)));
    if (evaluated.sleeves().market() >= 0) {
      plans.addAll(market(history, evaluated));
    }
    plans.add(
        baseline(
            "Inverse volatility",
            TrackKind.INVERSE_VOLATILITY,
            InverseVolatility.rule(table, history)));
    plans.addAll(strategies(history, evaluated));
    return plans;
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
    return List.of(
        baseline(
            "Equal weight with HOLD",
            TrackKind.EQUAL_WEIGHT_WITH_HOLD,
            equal(history, equalWeight(evaluated)::withMarket)),
        baseline("HOLD", TrackKind.HOLD, TargetRule.only(history, sleeves.market())),
        baseline(
            "HOLD at 10 % volatility",
            TrackKind.HOLD_AT_VOLATILITY,
            MarketAtVolatility.rule(
                table, evaluated.market(), start, sleeves.market(), settings.account().bars())));
  }

  /** In the first release it was of all strategies, those too that never had a position. */
  private TargetRule equalWeights(WeightsHistory history, Evaluated evaluated) {
    EqualWeight shares = equalWeight(evaluated);
    if (evaluated.accounting() == Accounting.BY_STRATEGY) {
      double[] all = TargetRule.equal(allTrue(table.strategies().size()));
      return TargetRule.at(history, due -> true, due -> all);
    }
    return equal(history, shares::of);
  }

  private static boolean[] allTrue(int length) {
    boolean[] all = new boolean[length];
    Arrays.fill(all, true);
    return all;
  }

  private EqualWeight equalWeight(Evaluated evaluated) {
    return new EqualWeight(evaluated.sleeves(), hold());
  }

  /** Shares out among those that are known to have had a position by each due time. */
  private TargetRule equal(WeightsHistory history, Function<boolean[], double[]> shares) {
    return TargetRule.at(
        history,
        due -> true,
        due -> shares.apply(deployedBy(table.rowsUpTo(history.get(due).time()))));
  }

  private boolean[] deployedBy(int rows) {
    boolean[] had = new boolean[firstDeployed.length];
    for (int k = 0; k < had.length; k++) {
      had[k] = firstDeployed[k] < rows;
    }
    return had;
  }

  private int hold() {
    return table.strategies().indexOf(ProfileSettings.MARKET);
  }

  /** Each alone; HOLD not where it has a track already, as the market. */
  private List<Plan> strategies(WeightsHistory history, Evaluated evaluated) {
    boolean hasMarket = evaluated.sleeves().market() >= 0;
    // There a strategy without a position paid for being bought all the same.
    boolean asInTheFirstRelease = evaluated.accounting() == Accounting.BY_STRATEGY;
    List<Plan> plans = new ArrayList<>();
    Trials choice = choice();
    boolean[] ever = deployedBy(table.rows());
    for (int k = 0; k < ever.length; k++) {
      if (hasMarket && k == hold()) {
        continue;
      }
      plans.add(
          new Plan(
              new TrackName(table.strategies().get(k), TrackKind.STRATEGY),
              !ever[k],
              ever[k] || asInTheFirstRelease
                  ? TargetRule.only(history, k)
                  : TargetRule.nothing(history),
              choice));
    }
    return plans;
  }

  /** Those that ever had a position, HOLD not among them; all where none had. */
  private Trials choice() {
    double[][] columns = table.columns(table.rowsUpTo(start));
    boolean[] ever = deployedBy(table.rows());
    List<double[]> tried = new ArrayList<>();
    for (int k = 0; k < columns.length; k++) {
      if (ever[k] && k != hold()) {
        tried.add(columns[k]);
      }
    }
    return Trials.of((tried.isEmpty() ? List.of(columns) : tried).toArray(double[][]::new));
  }
}
