package io.mirrorcore.jobs.cli;

import io.mirrorcore.jobs.config.wiring.FileCalendar;
import io.mirrorcore.jobs.tune.TunePlan;
import io.mirrorcore.jobs.tune.TuneRun;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which data a tuning scores, and what its best is compared with. */
public final class AgainstOptions {

  @Option(
      names = "--last",
      paramLabel = "PERIOD",
      description =
          "Score only the newest of the data, as 24m (months; also d, w, y); strategies run over"
              + " all of it.")
  private String last;

  @Option(
      names = "--against",
      paramLabel = "CONFIG",
      description =
          "The configuration that runs: says first whether to keep it or to change to the best, by"
              + " a paired interval.")
  private Path against;

  /** The plan over what is to be scored. */
  public TunePlan over(TunePlan plan) {
    return plan.over(last);
  }

  /** Lets a run compare, where that is asked. */
  public void compare(TuneRun run, BacktestOptions input, FileCalendar calendar) {
    if (against != null) {
      run.compareWith(against.toString(), input.running(against, calendar));
    }
  }
}
