package io.mirrorcore.jobs.tune;

import io.mirrorcore.backtest.evidence.Trials;
import io.mirrorcore.jobs.backtest.BacktestException;
import io.mirrorcore.jobs.backtest.BacktestInputs;
import io.mirrorcore.jobs.backtest.BacktestPlan;
import io.mirrorcore.jobs.backtest.Judgement;
import io.mirrorcore.jobs.config.key.BacktestKeys;
import io.mirrorcore.jobs.config.key.Choices;
import io.mirrorcore.jobs.config.key.EnsembleKeys;
import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.operator.StrategyOrder;
import io.mirrorcore.jobs.plan.JobPlan;
import io.mirrorcore.optimize.Objective;
import io.mirrorcore.optimize.ObjectiveInput;
import io.mirrorcore.tune.Search;
import java.util.List;
import java.util.stream.Stream;

/**
 * The specification of one tuning run.
 *
 * @param settings of the user, without the walk's
 * @param inputs what the strategies read, or their returns
 * @param barsPerYearSource where the number of bars a year is from, for the report to say
 * @param portfolio whose ensemble is tuned, or null for the only one there is
 * @param search which trials are made
 * @param variants of the strategies, over each of which they are made; at least one
 * @param recency how much of the data is scored
 */
public record TunePlan(
    Settings settings,
    BacktestInputs inputs,
    String barsPerYearSource,
    String portfolio,
    Search search,
    List<StrategyVariant> variants,
    Recency recency) {

  /** What a score depends on, of the keys that are not the strategies'. */
  private static final List<String> SCORED =
      List.of("ensemble.", "regime.", "regimes.", "positions.", "returns.", "backtest.");

  /**
   * @throws BacktestException where lambda and eta would change nothing
   */
  public TunePlan {
    variants = List.copyOf(variants);
    Objective objective = settings.get(EnsembleKeys.OBJECTIVE);
    if (!objective.needs(ObjectiveInput.TRADE_OFF)) {
      throw new BacktestException(
          "%s is %s, which has neither lambda nor eta to tune; set it to %s"
              .formatted(
                  EnsembleKeys.OBJECTIVE.key(),
                  objective.id(),
                  Objective.thatNeed(ObjectiveInput.TRADE_OFF)));
    }
  }

  /** Of the strategies as they are configured. */
  public TunePlan(
      Settings settings,
      BacktestInputs inputs,
      String barsPerYearSource,
      String portfolio,
      Search search) {
    this(
        settings,
        inputs,
        barsPerYearSource,
        portfolio,
        search,
        List.of(StrategyVariant.NONE),
        Recency.ALL);
  }

  /** Over all of the data. */
  public TunePlan(
      Settings settings,
      BacktestInputs inputs,
      String barsPerYearSource,
      String portfolio,
      Search search,
      List<StrategyVariant> variants) {
    this(settings, inputs, barsPerYearSource, portfolio, search, variants, Recency.ALL);
  }

  /**
   * The same over the newest of the data alone.
   *
   * @param last as {@code 24m}; null for all
   * @throws BacktestException where it is nothing like that
   */
  public TunePlan over(String last) {
    return new TunePlan(
        settings, inputs, barsPerYearSource, portfolio, search, variants, Recency.of(last));
  }

  /**
   * What runs, as it is configured, to be compared with over the same data.
   *
   * @param running its settings, without the walk's
   */
  TunePlan of(Settings running) {
    return new TunePlan(
        running,
        inputs,
        barsPerYearSource,
        portfolio,
        search,
        List.of(StrategyVariant.NONE),
        recency);
  }

  /** Bars that the first estimate needs. */
  int firstEstimate() {
    return settings.get(BacktestKeys.MODE) == Choices.Walk.WALK_FORWARD
        ? settings.get(BacktestKeys.TRAIN)
        : settings.get(EnsembleKeys.WINDOW);
  }

  /** The same with one lambda and one eta in all regimes. */
  TunePlan with(double lambda, double eta) {
    return new TunePlan(
        TuneSettings.with(settings, lambda, eta),
        inputs,
        barsPerYearSource,
        portfolio,
        search,
        variants,
        recency);
  }

  /**
   * The same of one variant alone.
   *
   * @throws io.mirrorcore.jobs.config.ConfigurationException where it has a parameter or a value
   *     that there is not
   */
  TunePlan of(StrategyVariant variant) {
    return new TunePlan(
        settings.with(variant.settings()),
        inputs,
        barsPerYearSource,
        portfolio,
        search,
        List.of(variant),
        recency);
  }

  /**
   * The settings of the backtest, the walk's included, with everything written out that a score
   * depends on: they give it again, wherever they are loaded.
   */
  Settings scored() {
    return backtest()
        .settings()
        .writtenOut(
            Stream.of(EnsembleKeys.ALL, BacktestKeys.ALL)
                .flatMap(List::stream)
                .filter(option -> SCORED.stream().anyMatch(option.key()::startsWith))
                .toList());
  }

  /** The backtest of these settings. */
  BacktestPlan backtest() {
    return BacktestPlan.of(settings, inputs, barsPerYearSource, portfolio);
  }

  /** The job that makes the strategy returns, whose weights nobody reads, and then the trials. */
  JobPlan job() {
    return JobPlan.of(TuneSettings.cheap(backtest().settings()));
  }

  /**
   * What the trials have in common.
   *
   * @param judged portfolio whose ensemble is tried
   */
  TrialPlan trials(String judged) {
    JobPlan job = job();
    return new TrialPlan(
        judged,
        job.ensembles().of(judged),
        Judgement.of(backtest().settings(), "", Trials.ONE, List.of()),
        StrategyOrder.of(job.strategies()));
  }
}
