package io.mirrorcore.local.cli;

import io.mirrorcore.cluster.ClusterException;
import io.mirrorcore.jobs.backtest.BacktestException;
import io.mirrorcore.jobs.config.ConfigurationException;
import io.mirrorcore.jobs.kafka.BrokerException;
import io.mirrorcore.jobs.wire.csv.CsvException;
import io.mirrorcore.local.optimize.UnusableFileException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/**
 * Translator of exceptions for the user: one sentence where the cause is known, and a stack trace
 * only where it is not, which is then a defect of this program, or where MIRRORCORE_DEBUG asks for
 * it.
 */
public final class ErrorSentences implements IExecutionExceptionHandler {

  @Override
  public int handleExecutionException(
      Exception error, CommandLine commandLine, ParseResult parseResult) {
    Throwable known = known(error);
    String sentence =
        known == null ? "unexpected failure: " + innermost(error) : known.getMessage();
    commandLine.getErr().println(commandLine.getColorScheme().errorText(sentence));
    if (known == null || System.getenv("MIRRORCORE_DEBUG") != null) {
      error.printStackTrace(commandLine.getErr());
    }
    commandLine.getErr().flush();
    return CommandLine.ExitCode.SOFTWARE;
  }

  private static Throwable known(Throwable error) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof CommandFailure
          || cause instanceof ConfigurationException
          || cause instanceof BrokerException
          || cause instanceof ClusterException
          || cause instanceof CsvException
          || cause instanceof UnusableFileException
          || cause instanceof BacktestException) {
        return cause;
      }
    }
    return null;
  }

  private static String innermost(Throwable error) {
    Throwable cause = error;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause.getClass().getSimpleName() + ": " + cause.getMessage();
  }
}
