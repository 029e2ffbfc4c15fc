package io.mirrorcore.local.cli.research;

import io.mirrorcore.jobs.backtest.BacktestFiles;
import io.mirrorcore.jobs.cli.AgainstOptions;
import io.mirrorcore.jobs.cli.BacktestOptions;
import io.mirrorcore.jobs.cli.SearchOptions;
import io.mirrorcore.jobs.cli.SettingsOptions;
import io.mirrorcore.jobs.cli.VariantOptions;
import io.mirrorcore.jobs.config.wiring.FileCalendar;
import io.mirrorcore.jobs.intake.Intake;
import io.mirrorcore.jobs.tune.TuneFiles;
import io.mirrorcore.jobs.tune.TunePlan;
import io.mirrorcore.jobs.tune.TuneResult;
import io.mirrorcore.jobs.tune.TuneRun;
import io.mirrorcore.local.cli.Interrupt;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * The options common to {@code tune grid} and {@code tune bayes}: all but those of the search
 * itself.
 */
final class TuneOptionsMixin {

  /** As a shell says of a command that Ctrl-C has ended. */
  private static final int INTERRUPTED = 130;

  @Mixin private SettingsOptions options;
  @Mixin private BacktestOptions input;
  @Mixin private VariantOptions variants;
  @Mixin private AgainstOptions against;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = {
        "Directory of trials, report and best.yaml; made where it does not exist.",
        "Trials found there that are of the same data and settings are not made again."
      })
  private Path out;

  /**
   * Runs to the end or to Ctrl-C.
   *
   * @param search which trials are made
   * @return the exit code
   */
  int run(SearchOptions search, CommandLine command) throws Exception {
    try (Intake intake = input.intake(options, out, TuneFiles.RESULTS, null)) {
      return run(intake, search, command);
    }
  }

  private int run(Intake intake, SearchOptions search, CommandLine command) throws Exception {
    PrintWriter err = command.getErr();
    FileCalendar calendar = FileCalendar.of(options.settings(), intake);
    calendar.inferred().ifPresent(err::println);
    err.flush();
    TunePlan plan =
        against.over(
            input.tuning(options, input.inputs(intake), calendar, search, variants.variants()));
    TuneFiles files = TuneFiles.in(out, options.inputs(input.files()));
    try (Interrupt interrupt = Interrupt.watch();
        LocalTuning cluster = new LocalTuning(calendar.bars(), interrupt, err)) {
      TuneRun run = new TuneRun(plan, files, cluster, cluster);
      against.compare(run, input, calendar);
      cluster.watch(run);
      Optional<TuneResult> result = run.run();
      cluster.close(); // its line makes way for words
      if (result.isEmpty()) {
        err.printf("interrupted; the same command goes on where this one was (%s)%n", out);
        err.flush();
        return INTERRUPTED;
      }
      print(result.get(), command.getOut());
    }
    return 0;
  }

  private void print(TuneResult result, PrintWriter text) {
    text.print(result.text());
    text.println("wrote " + out.resolve(BacktestFiles.REPORT_HTML));
    text.println("use the best: ./mirrorcore run --config " + out.resolve(TuneFiles.BEST));
    text.flush();
  }
}
