package io.mirrorcore.local.cli.research;

import io.mirrorcore.jobs.cli.SettingsOptions;
import io.mirrorcore.local.optimize.MissingReturns;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/**
 * The options that {@code estimate} and {@code optimize} share: input, window and output format.
 */
final class EstimateInput {

  @ArgGroup(multiplicity = "1")
  private File file;

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
        description = "CSV: time, then one column per strategy; or JSON lines of the topic.")
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

  /** A file that can be read; only where there are no returns. */
  Path problem() {
    return SettingsOptions.existing(file.problem);
  }

  /** Rows to use, 0 for all. */
  int window() {
    return window;
  }

  /** What becomes of returns that are missing. */
  MissingReturns missing() {
    return missing;
  }

  boolean wantsJson() {
    return format == AnswerFormat.JSON;
  }
}
