package io.mirrorcore.jobs.tune;

import io.mirrorcore.backtest.report.BacktestResult;
import io.mirrorcore.backtest.report.TuningSummary;
import io.mirrorcore.jobs.backtest.BacktestException;
import io.mirrorcore.jobs.backtest.BacktestFiles;
import io.mirrorcore.jobs.backtest.BacktestPlan;
import io.mirrorcore.jobs.backtest.BacktestRecords;
import io.mirrorcore.jobs.backtest.BacktestRun;
import io.mirrorcore.jobs.backtest.BacktestTopology;
import io.mirrorcore.jobs.output.RunDirectory;
import io.mirrorcore.jobs.plan.JobPlan;
import io.mirrorcore.jobs.plan.RunPlan;
import io.mirrorcore.tune.TrialPoint;
import io.mirrorcore.tune.TrialResult;
import io.mirrorcore.tune.TuningJudgement;
import java.io.IOException;
import java.nio.file.Path;
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

  private static final String MASKED =
      "# Secrets are masked: put them back, best as ${env:NAME} or ${file:/path}.\n";

  private final TunePlan plan;
  private final TuneFiles files;
  private final TuneCluster cluster;
  private final TuneListener listener;
  private TrialJournal journal; // once the returns are there

  public TuneRun(TunePlan plan, TuneFiles files, TuneCluster cluster, TuneListener listener) {
    this.plan = plan;
    this.files = files;
    this.cluster = cluster;
    this.listener = listener;
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
    if (!makeReturns()) {
      return Optional.empty();
    }
    Optional<List<TrialResult>> results = makeTrials();
    return results.isEmpty() ? Optional.empty() : conclude(results.get());
  }

  /** Trials that are done by now. */
  public int finished() throws IOException {
    return journal == null ? 0 : journal.count();
  }

  private boolean makeReturns() throws Exception {
    String madeOf = Fingerprint.ofInputs(plan.settings(), plan.inputs());
    if (files.hasReturnsOf(madeOf)) {
      return true;
    }
    JobPlan job = plan.job();
    Path work = files.workOfReturns();
    boolean ended =
        cluster.run(
            TuneStep.RETURNS,
            job.run(),
            env -> BacktestTopology.defineReturns(env, job, plan.inputs(), work));
    if (ended) {
      files.adoptReturns(madeOf);
    }
    return ended;
  }

  private Optional<List<TrialResult>> makeTrials() throws Exception {
    BacktestPlan base = plan.backtest();
    BacktestRecords records = new BacktestRecords(base, files.trials());
    records.requireEnoughBars();
    String portfolio = records.portfolio();
    journal =
        new TrialJournal(
            files.trials(),
            Fingerprint.ofTrials(
                plan.search().identity(), base.settings(), portfolio, files.returns()));
    lookForEarlierTrials();
    TrialFunction trials = new TrialFunction(plan.trials(portfolio), files.trials());
    List<TrialResult> results = new ArrayList<>();
    List<TrialPoint> asked = plan.search().next(results);
    while (!asked.isEmpty()) {
      if (!make(asked, base.job().run(), trials)) {
        return Optional.empty();
      }
      for (TrialPoint point : asked) {
        results.add(made(point));
      }
      asked = plan.search().next(List.copyOf(results));
    }
    return Optional.of(results);
  }

  private void lookForEarlierTrials() throws IOException {
    int calls = plan.search().calls();
    int forgotten = journal.forgetOthers(plan.search().next(List.of()), calls);
    int found = journal.count();
    if (forgotten > 0) {
      listener.note(
          "%d trials in %s are of other data, settings or searches and have been taken away"
              .formatted(forgotten, files.trials()));
    }
    if (found > 0) {
      listener.note("going on from %d of %d trials".formatted(found, calls));
    }
    listener.trialsBegin(found, calls);
  }

  private boolean make(List<TrialPoint> asked, RunPlan run, TrialFunction trials) throws Exception {
    List<TrialPoint> missing = new ArrayList<>();
    for (TrialPoint point : asked) {
      if (journal.read(point).isEmpty()) {
        missing.add(point);
      }
    }
    return missing.isEmpty()
        || cluster.run(
            TuneStep.TRIALS, run, env -> TrialTopology.define(env, missing, trials, journal));
  }

  private TrialResult made(TrialPoint point) throws IOException {
    return journal
        .read(point)
        .orElseThrow(
            () ->
                new BacktestException(
                    "trial %d is not in %s though its job has ended; does another run write there, or is it not on a file system that client and cluster share?"
                        .formatted(point.number(), files.trials())));
  }

  private Optional<TuneResult> conclude(List<TrialResult> results) throws Exception {
    int bars = results.get(0).returns().length;
    if (bars < TuningJudgement.LEAST_BARS) {
      throw new BacktestException(
          "%d bars out of sample are too few to choose by; %d are needed"
              .formatted(bars, TuningJudgement.LEAST_BARS));
    }
    TuningJudgement judgement =
        TuningJudgement.of(plan.search().method(), results, plan.search().heatmap(results));
    TuningSummary.Best best = judgement.summary().best();
    TunePlan chosen = plan.with(best.lambda(), best.eta());
    BacktestPlan backtest = chosen.backtest();
    try (RunDirectory report = BacktestFiles.LAYOUT.open(files.directory(), List.of())) {
      report.interrupted(); // what becomes of an earlier report is told for the tuning as a whole
      BacktestRun run = new BacktestRun(backtest, report);
      if (!cluster.run(
          TuneStep.REPORT,
          backtest.job().run(),
          env -> run.defineSecondHalf(env, files.trials()))) {
        return Optional.empty();
      }
      files.publish(TuneFiles.TABLE, TrialTable.of(results));
      files.publish(TuneFiles.BEST, configuration(judgement.summary(), chosen.settings().given()));
      BacktestResult result = run.report(judgement.summary(), judgement.trials());
      return Optional.of(new TuneResult(result));
    }
  }

  private static String configuration(TuningSummary summary, String given) {
    return """
        # Best of %d trials (%s) by Sharpe ratio out of sample: trial %d.
        # ./mirrorcore run --config THIS uses it.
        """
            .formatted(summary.rawTrials(), summary.method(), summary.best().number())
        + (given.contains(MASK) ? MASKED : "")
        + given;
  }
}
