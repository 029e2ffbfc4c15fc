package io.mirrorcore.jobs.config.secret;

import io.mirrorcore.jobs.config.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands for a secret in a configuration: {@code ${env:NAME}} or {@code ${file:/path}}. May be
 * shown, printed and sent anywhere; only {@link #read} gives the secret itself.
 *
 * @param source env or file
 * @param target name of a variable, or path of a file whose whole content it is
 */
record SecretReference(String source, String target) {

  static final String ENVIRONMENT = "env";
  static final String FILE = "file";
  static final Pattern PATTERN = Pattern.compile("\\$\\{(env|file):([^}]*)}");

  /** What begins as a reference does and is none: not closed, or without a name. */
  private static final Pattern BROKEN =
      Pattern.compile("\\$\\{(env|file):(\\s*}|[^}]*$)", Pattern.DOTALL);

  /** Whether the text holds what somebody meant as a reference and no client would read. */
  static boolean isBroken(String text) {
    return BROKEN.matcher(text).find();
  }

  /** The references in a text, in its order. */
  static List<SecretReference> in(String text) {
    List<SecretReference> references = new ArrayList<>();
    Matcher matcher = PATTERN.matcher(text);
    while (matcher.find()) {
      references.add(new SecretReference(matcher.group(1), matcher.group(2)));
    }
    return references;
  }

  /**
   * The secret. A file may end in a line break, as editors leave one.
   *
   * @throws ConfigurationException when it leads nowhere; its message begins with "refers to"
   */
  String read(UnaryOperator<String> environment) {
    return source.equals(ENVIRONMENT) ? variable(environment) : file();
  }

  private String variable(UnaryOperator<String> environment) {
    String value = environment.apply(target);
    if (value == null) {
      throw new ConfigurationException(
          "refers to the environment variable %s, which is not set; set it, or use ${file:/path}"
              .formatted(target));
    }
    return value;
  }

  private String file() {
    try {
      return Files.readString(Path.of(target)).stripTrailing();
    } catch (IOException | IllegalArgumentException e) {
      throw new ConfigurationException(
          "refers to the file %s, which cannot be read (%s); create it, or use ${env:NAME}"
              .formatted(target, e.getClass().getSimpleName()));
    }
  }
}
