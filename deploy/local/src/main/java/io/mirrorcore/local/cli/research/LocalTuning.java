package io.mirrorcore.local.cli.research;

import io.mirrorcore.jobs.plan.RunPlan;
import io.mirrorcore.jobs.topology.JobEnvironment;
import io.mirrorcore.jobs.tune.TuneCluster;
import io.mirrorcore.jobs.tune.TuneListener;
import io.mirrorcore.jobs.tune.TuneRun;
import io.mirrorcore.jobs.tune.TuneStep;
import io.mirrorcore.local.cli.Interrupt;
import io.mirrorcore.local.cli.Progress;
import io.mirrorcore.local.job.LocalJob;
import java.io.IOException;
import java.io.PrintWriter;

/**
 * The jobs of a tuning run on clusters in this process, with progress: bars while the strategy
 * returns are made, then trials over all batches together.
 */
final class LocalTuning implements TuneCluster, TuneListener, AutoCloseable {

  private static final long LOOK_EVERY_MS = 100;

  private final long bars;
  private final Interrupt interrupt;
  private final PrintWriter err;
  private TuneRun run;
  private Progress trials; // while they are made
  private int found;
  private int calls;

  /**
   * @param bars of the input, for the progress
   */
  LocalTuning(long bars, Interrupt interrupt, PrintWriter err) {
    this.bars = bars;
    this.interrupt = interrupt;
    this.err = err;
  }

  /** Whose trials are counted. */
  void watch(TuneRun counted) {
    run = counted;
  }

  @Override
  public void note(String sentence) {
    err.println(sentence);
    err.flush();
  }

  @Override
  public void trialsBegin(int alreadyFound, int inAll) {
    found = alreadyFound;
    calls = inAll;
    trials = new Progress("trials", err);
  }

  @Override
  public boolean run(TuneStep step, RunPlan plan, Graph graph) throws Exception {
    if (interrupt.isAsked()) {
      return false;
    }
    try (LocalJob job = LocalJob.start(JobEnvironment.offline(plan), plan, graph::define)) {
      if (step == TuneStep.TRIALS) {
        return isAwaited(job, this::showTrials);
      }
      close();
      try (Progress progress = new Progress("bars", err)) {
        return isAwaited(job, () -> showBars(job, progress));
      }
    }
  }

  private interface Show {
    void now() throws IOException;
  }

  /** False where the user interrupted. */
  private boolean isAwaited(LocalJob job, Show show) throws Exception {
    while (!job.isOver() && !interrupt.await(LOOK_EVERY_MS)) {
      show.now();
    }
    if (!job.isOver()) {
      return false;
    }
    job.await();
    return true;
  }

  private void showBars(LocalJob job, Progress progress) {
    job.bars().ifPresent(done -> progress.show(done, Math.min(1, (double) done / bars)));
  }

  private void showTrials() throws IOException {
    int done = run.finished();
    trials.show(done, done - found, Math.max(1, calls - found));
  }

  @Override
  public void close() {
    if (trials != null) {
      trials.close();
      trials = null;
    }
  }
}
