package io.mirrorcore.jobs.tune;

import io.mirrorcore.jobs.backtest.BacktestException;
import io.mirrorcore.jobs.backtest.BacktestFiles;
import io.mirrorcore.jobs.backtest.BacktestPlan;
import io.mirrorcore.jobs.backtest.BacktestRecords;
import io.mirrorcore.jobs.backtest.BacktestTopology;
import io.mirrorcore.jobs.plan.JobPlan;
import io.mirrorcore.jobs.plan.RunPlan;
import io.mirrorcore.tune.TrialPoint;
import io.mirrorcore.tune.TrialResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The trials over one variant of the strategies: their returns once, then every trial of them. */
final class VariantTrials {

  private final TunePlan plan;
  private final TuneFiles files;
  private final TuneCluster cluster;
  private final TuneListener listener;
  private TrialJournal journal; // once the returns are there

  VariantTrials(TunePlan plan, TuneFiles files, TuneCluster cluster, TuneListener listener) {
    this.plan = plan;
    this.files = files;
    this.cluster = cluster;
    this.listener = listener;
  }

  /** Of this variant alone. */
  TunePlan plan() {
    return plan;
  }

  TuneFiles files() {
    return files;
  }

  /** Trials that are done by now. */
  int finished() throws IOException {
    return journal == null ? 0 : journal.count();
  }

  /** Makes all that are not there yet; empty where the user has stopped it. */
  Optional<List<TrialResult>> make() throws Exception {
    return makeReturns() ? makeTrials() : Optional.empty();
  }

  private boolean makeReturns() throws Exception {
    String madeOf = madeOf();
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
      plan.recency()
          .cut(work.resolve(BacktestFiles.RETURNS), plan.firstEstimate(), work.resolve("cut"));
      files.adoptReturns(madeOf);
    }
    return ended;
  }

  private String madeOf() throws IOException {
    String inputs = Fingerprint.ofInputs(plan.settings(), plan.inputs());
    return plan.recency().isAll()
        ? inputs
        : inputs + " " + plan.recency().text() + " " + plan.firstEstimate();
  }

  /** Makes the one as it is configured, here; empty where the user has stopped it. */
  Optional<TrialResult> makeConfigured() throws Exception {
    if (!makeReturns()) {
      return Optional.empty();
    }
    BacktestRecords records = new BacktestRecords(plan.backtest(), files.trials());
    records.requireEnoughBars();
    String portfolio = records.portfolio();
    Trial trial =
        new Trial(
            plan.trials(portfolio),
            records.returns(),
            BacktestRecords.closes(files.trials(), portfolio));
    return Optional.of(trial.asConfigured());
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
}
