package io.mirrorcore.jobs.cli;

import io.mirrorcore.jobs.wire.text.OneLine;
import java.util.List;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Says wrong usage in one sentence: what is wrong, what was probably meant, where the options are
 * listed. The list itself would push the sentence out of sight; only of a command that is made of
 * commands it follows, because there it is the answer.
 */
public final class UsageSentences implements IParameterExceptionHandler {

  /** What picocli says of a pair without an equals sign, up to where its value may begin. */
  private static final Pattern PAIR =
      Pattern.compile("(?s)(should be in KEY=VALUE format but was [A-Za-z0-9_.-]*).*");

  /** A property of Kafka's with its value, whatever that holds: the rest of the message. */
  private static final Pattern WRITTEN = Pattern.compile("(?s)(kafka\\.[A-Za-z0-9_.-]+\\s*[=:]).*");

  @Override
  public int handleParseException(ParameterException error, String[] arguments) {
    CommandLine command = error.getCommandLine();
    command.getErr().println(command.getColorScheme().errorText(sentence(error)));
    if (!command.getSubcommands().isEmpty()) {
      command.usage(command.getErr(), command.getColorScheme());
    }
    command.getErr().flush();
    return command.getCommandSpec().exitCodeOnInvalidInput();
  }

  static String sentence(ParameterException error) {
    return "%s%s; %s --help tells how it is used"
        .formatted(
            OneLine.of(withoutSecrets(error.getMessage())),
            meant(error),
            error.getCommandLine().getCommandSpec().qualifiedName());
  }

  /** Arguments are quoted in messages, and one of {@code --set} may hold a password. */
  static String withoutSecrets(String message) {
    return WRITTEN.matcher(PAIR.matcher(message).replaceFirst("$1")).replaceFirst("$1******");
  }

  private static String meant(ParameterException error) {
    List<String> names =
        error instanceof UnmatchedArgumentException unmatched
            ? unmatched.getSuggestions()
            : List.of();
    return names.isEmpty() ? "" : " (did you mean " + String.join(" or ", names) + "?)";
  }
}
