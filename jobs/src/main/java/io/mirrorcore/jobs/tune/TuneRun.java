package io.mirrorcore.jobs.tune;

import io.mirrorcore.backtest.report.BacktestResult;
import io.mirrorcore.backtest.report.TuningSummary;
import io.mirrorcore.jobs.backtest.BacktestException;
import io.mirrorcore.jobs.backtest.BacktestFiles;
import io.mirrorcore.jobs.backtest.BacktestPlan;
import io.mirrorcore.jobs.backtest.BacktestRun;
import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.output.RunDirectory;
import io.mirrorcore.jobs.wire.json.Json;
import io.mirrorcore.tune.TrialResult;
import io.mirrorcore.tune.TuningJudgement;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One tuning run: strategy returns once, trials over them in jobs on a cluster, then the best
 * parameters and their backtest. Every step writes its result into files at once, and first looks
 * for the files of an earlier run; so a run that was killed and is started again continues where it
 * stopped, and ends with the same bytes as one that was not killed.
 */
public final class TuneRun {

  /** What stands for a secret in a printed configuration. */
  private static final String MASK = "******";

  /** Of the bars of the longest trial, that a strategy which warms up for longer must leave. */
  private static final double LEAST_SHARE = 0.9;

  private static final String MASKED =
      "# Secrets are masked: put them back, best as ${env:NAME} or ${file:/path}.\n";

  private final TunePlan plan;
  private final TuneFiles files;
  private final TuneCluster cluster;
  private final TuneListener listener;
  private final List<VariantTrials> variants = new ArrayList<>();
  private Running running; // null where nothing is compared

  /**
   * What runs.
   *
   * @param name as the user calls it
   * @param settings without the walk's
   */
  private record Running(String name, Settings settings) {}

  public TuneRun(TunePlan plan, TuneFiles files, TuneCluster cluster, TuneListener listener) {
    this.plan = plan;
    this.files = files;
    this.cluster = cluster;
    this.listener = listener;
  }

  /**
   * The best is to be compared with what runs.
   *
   * @param name as the user calls it
   * @param settings of what runs, without the walk's
   */
  public void compareWith(String name, Settings settings) {
    running = new Running(name, settings);
  }

  /**
   * Runs to the end.
   *
   * @return what came of it; empty where the user has stopped it
   * @throws BacktestException when there is nothing to judge, with the reason
   */
  public Optional<TuneResult> run() throws Exception {
    try {
      return made();
    } catch (Exception e) {
      files.failed();
      throw e;
    }
  }

  private Optional<TuneResult> made() throws Exception {
    List<TrialResult> results = new ArrayList<>();
    for (StrategyVariant variant : plan.variants()) {
      VariantTrials trials =
          new VariantTrials(
              plan.of(variant),
              plan.variants().size() == 1 ? files : files.of(variant),
              cluster,
              listener);
      variants.add(trials);
      Optional<List<TrialResult>> made = trials.make();
      if (made.isEmpty()) {
        return Optional.empty();
      }
      int before = results.size();
      made.get().forEach(trial -> results.add(trial.numbered(before + trial.number())));
    }
    return conclude(results);
  }

  /** Trials of the variant at hand that are done by now. */
  public int finished() throws IOException {
    return variants.isEmpty() ? 0 : variants.get(variants.size() - 1).finished();
  }

  private Optional<TuneResult> conclude(List<TrialResult> results) throws Exception {
    requireBars(results);
    List<String> labels =
        results.stream().map(trial -> of(trial.number()).plan().variants().get(0).label()).toList();
    TuningSummary.Best best = TuningJudgement.best(results, labels);
    VariantTrials winner = of(best.number());
    Optional<TrialResult> current = running == null ? Optional.empty() : makeRunning();
    if (running != null && current.isEmpty()) {
      return Optional.empty();
    }
    TuningJudgement judgement =
        TuningJudgement.of(
            plan.search().method(),
            results,
            plan.search().heatmap(results.subList(first(best.number()), last(best.number()))),
            labels);
    TunePlan chosen = winner.plan().with(best.lambda(), best.eta());
    BacktestPlan backtest = chosen.backtest();
    try (RunDirectory report = BacktestFiles.LAYOUT.open(files.directory(), List.of())) {
      report.interrupted(); // what becomes of an earlier report is told for the tuning as a whole
      BacktestRun run = new BacktestRun(backtest, report);
      if (!cluster.run(
          TuneStep.REPORT,
          backtest.job().run(),
          env -> run.defineSecondHalf(env, winner.files().trials()))) {
        return Optional.empty();
      }
      files.publish(TuneFiles.TABLE, TrialTable.of(results, labels));
      files.publish(TuneFiles.BEST, configuration(judgement.summary(), chosen.scored().given()));
      BacktestResult result = run.report(judgement.summary(), judgement.trials());
      return Optional.of(new TuneResult(result, compare(results, current, judgement)));
    }
  }

  private Optional<TrialResult> makeRunning() throws Exception {
    return new VariantTrials(plan.of(running.settings()), files.ofRunning(), cluster, listener)
        .makeConfigured();
  }

  /** Null where nothing is compared. */
  private AgainstRunning compare(
      List<TrialResult> results, Optional<TrialResult> current, TuningJudgement judgement)
      throws IOException {
    if (current.isEmpty()) {
      files.remove(TuneFiles.AGAINST);
      return null;
    }
    TuningSummary tuning = judgement.summary();
    AgainstRunning compared =
        AgainstRunning.of(
            results.get(tuning.best().number() - 1),
            current.get(),
            tuning,
            plan.settings().barsPerYear(),
            running.name());
    files.publish(
        TuneFiles.AGAINST, new String(Json.encode(compared), StandardCharsets.UTF_8) + "\n");
    return compared;
  }

  /** Where the trials of a trial's variant begin among all. */
  private int first(int number) {
    return (number - 1) / plan.search().calls() * plan.search().calls();
  }

  private int last(int number) {
    return first(number) + plan.search().calls();
  }

  private VariantTrials of(int number) {
    return variants.get((number - 1) / plan.search().calls());
  }

  private void requireBars(List<TrialResult> results) {
    int most = results.stream().mapToInt(trial -> trial.returns().length).max().orElse(0);
    for (TrialResult result : results) {
      int bars = result.returns().length;
      if (bars < TuningJudgement.LEAST_BARS) {
        throw new BacktestException(
            "%d bars out of sample are too few to choose by; %d are needed"
                .formatted(bars, TuningJudgement.LEAST_BARS));
      }
      if (bars < LEAST_SHARE * most) {
        throw new BacktestException(
            "trials with %s begin so late that they have %,d bars out of sample and others %,d: such scores do not compare; leave that value out"
                .formatted(of(result.number()).plan().variants().get(0).label(), bars, most));
      }
    }
  }

  private static String configuration(TuningSummary summary, String given) {
    return """
        # Best of %d trials (%s) by Sharpe ratio out of sample: trial %d.
        # ./mirrorcore run --config THIS uses it; backtest with it over the same data gives that score.
        """
            .formatted(summary.rawTrials(), summary.method(), summary.best().number())
        + (given.contains(MASK) ? MASKED : "")
        + given;
  }
}
