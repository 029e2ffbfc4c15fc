package io.mirrorcore.bench.command;

import io.mirrorcore.jobs.cli.ErrorSentences;
import io.mirrorcore.jobs.cli.UsageSentences;
import io.mirrorcore.local.files.ProcessFiles;
import picocli.CommandLine;

/** The program behind {@code ./mirrorcore bench}: exit code 0, 1 for failure, 2 for wrong usage. */
public final class Bench {

  private Bench() {}

  /** The command line, also for tests. */
  static CommandLine commandLine() {
    return new CommandLine(new BenchCommand())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(true)
        .setParameterExceptionHandler(new UsageSentences())
        .setExecutionExceptionHandler(new ErrorSentences());
  }

  public static void main(String[] arguments) {
    ProcessFiles.begin();
    CommandLine command = commandLine();
    int code = command.execute(arguments);
    command.getOut().flush();
    System.exit(code);
  }
}
