package io.mirrorcore.jobs.cli;

import io.mirrorcore.failure.UserError;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/**
 * Translator of exceptions for the user: the sentence of a {@link UserError}, and a stack trace
 * only of what is none, which is then a defect of this program, or where MIRRORCORE_DEBUG asks for
 * it.
 */
public final class ErrorSentences implements IExecutionExceptionHandler {

  @Override
  public int handleExecutionException(
      Exception error, CommandLine commandLine, ParseResult parseResult) {
    Optional<String> known = known(error);
    String sentence = known.orElseGet(() -> "unexpected failure: " + innermost(error));
    commandLine.getErr().println(commandLine.getColorScheme().errorText(sentence));
    if (known.isEmpty() || System.getenv("MIRRORCORE_DEBUG") != null) {
      error.printStackTrace(commandLine.getErr());
    }
    commandLine.getErr().flush();
    return CommandLine.ExitCode.SOFTWARE;
  }

  private static Optional<String> known(Throwable error) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof UserError known) {
        return Optional.of(known.getMessage());
      }
    }
    return Optional.empty();
  }

  private static String innermost(Throwable error) {
    Throwable cause = error;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause.getClass().getSimpleName() + ": " + cause.getMessage();
  }
}
