package io.mirrorcore.local.cli.research;

import io.mirrorcore.jobs.cli.ColumnOptions;
import io.mirrorcore.jobs.cli.SettingsOptions;
import io.mirrorcore.jobs.intake.PlainFiles;
import io.mirrorcore.jobs.wire.time.InputTimes;
import io.mirrorcore.local.optimize.GivenFile;
import io.mirrorcore.local.optimize.GivenReturns;
import io.mirrorcore.local.optimize.MissingReturns;
import io.mirrorcore.local.optimize.ReturnsTables;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * The options that {@code estimate} and {@code optimize} share: input, window and output format.
 */
final class EstimateInput {

  @ArgGroup(multiplicity = "1")
  private File file;

  @Mixin private ColumnOptions columns;

  @Option(
      names = "--window",
      paramLabel = "BARS",
      description = "Uses the newest rows only (default: all).")
  private int window;

  @Option(
      names = "--missing",
      paramLabel = "WHAT",
      defaultValue = "fail",
      description =
          "Returns that are missing, as of strategies that began later: ${COMPLETION-CANDIDATES}"
              + " (default: ${DEFAULT-VALUE}).")
  private MissingReturns missing;

  @Option(
      names = "--format",
      defaultValue = "json",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private AnswerFormat format;

  /** One of the two. */
  private static final class File {

    @Option(
        names = "--returns",
        paramLabel = "FILE",
        description =
            "CSV: time, then one column per strategy; or JSON lines of the topic; any other table"
                + " with --columns time=NAME, --preset and the like.")
    private Path returns;

    @Option(
        names = "--problem",
        paramLabel = "FILE",
        description =
            "JSON: mu, sigma, lambda, eta, max_weight, previous_weights, returns, ... (estimate"
                + " reads the returns).")
    private Path problem;
  }

  /** A file that can be read, or else it is a problem that is given. */
  Optional<Path> returns() {
    return Optional.ofNullable(file.returns).map(SettingsOptions::existing);
  }

  /**
   * The returns of that file.
   *
   * @param times what its times are written in
   * @param note told in a sentence what was done to it
   */
  GivenReturns read(Path returns, InputTimes times, Consumer<String> note) throws IOException {
    try (PlainFiles plain = columns.returns(returns, times)) {
      plain.notes().forEach(note);
      return ReturnsTables.read(
          new GivenFile(returns, plain.returns()), window, times, missing, note);
    }
  }

  /** A file that can be read; only where there are no returns. */
  Path problem() {
    return SettingsOptions.existing(file.problem);
  }

  /** Rows to use, 0 for all. */
  int window() {
    return window;
  }

  boolean wantsJson() {
    return format == AnswerFormat.JSON;
  }
}
