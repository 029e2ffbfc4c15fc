package io.mirrorcore.jobs.cli;

import io.mirrorcore.failure.UserError;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/**
 * Turns an exception into what a person can use: one sentence where the cause is known, and a stack
 * trace only where it is not (then it is a defect of ours, or asked for by MIRRORCORE_DEBUG).
 */
public final class ErrorSentences implements IExecutionExceptionHandler {

  private final Function<Throwable, Optional<String>> others;

  /** Knows what is a {@link UserError}. */
  public ErrorSentences() {
    this(cause -> Optional.empty());
  }

  /**
   * @param others the sentence of an error that is known without being a {@link UserError}
   */
  public ErrorSentences(Function<Throwable, Optional<String>> others) {
    this.others = others;
  }

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

  private Optional<String> known(Throwable error) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      Optional<String> sentence =
          cause instanceof UserError known ? Optional.of(known.getMessage()) : others.apply(cause);
      if (sentence.isPresent()) {
        return sentence;
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
