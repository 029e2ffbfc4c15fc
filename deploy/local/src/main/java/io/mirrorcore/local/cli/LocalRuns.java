package io.mirrorcore.local.cli;

import io.mirrorcore.local.job.LocalJob;
import java.io.PrintWriter;

/** Runs a bounded job to its end, with progress, unless the user interrupts it. */
public final class LocalRuns {

  private static final long LOOK_EVERY_MS = 100;

  private LocalRuns() {}

  /** Starts a job. */
  public interface Start {
    LocalJob job() throws Exception;
  }

  /**
   * Runs it.
   *
   * @param bars that the job will process, for the progress
   * @return false where the user interrupted it
   */
  public static boolean toTheEnd(Start start, long bars, PrintWriter err) throws Exception {
    try (Interrupt interrupt = Interrupt.watch();
        LocalJob job = start.job();
        Progress progress = new Progress("bars", err)) {
      while (!job.isOver() && !interrupt.await(LOOK_EVERY_MS)) {
        job.bars().ifPresent(done -> progress.show(done, Math.min(1, (double) done / bars)));
      }
      progress.close();
      if (!job.isOver()) {
        return false;
      }
      err.println(job.await().sentence());
      err.flush();
      return true;
    }
  }
}
