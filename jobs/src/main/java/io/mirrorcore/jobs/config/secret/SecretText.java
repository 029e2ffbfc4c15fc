package io.mirrorcore.jobs.config.secret;

import io.mirrorcore.jobs.config.ConfigurationException;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;

/** A text of a command line in which secrets stand as references. */
public final class SecretText {

  private SecretText() {}

  /**
   * The text with the secrets in it, not to be shown to anybody.
   *
   * @param option that it was given with, for the sentence of an error
   * @throws ConfigurationException when a reference is none, or leads nowhere
   */
  public static String read(String option, String text, UnaryOperator<String> environment) {
    if (SecretReference.isBroken(text)) {
      throw new ConfigurationException(
          option + " has a reference without a name or an end; write ${env:NAME} or ${file:/path}");
    }
    try {
      return SecretReference.PATTERN
          .matcher(text)
          .replaceAll(
              found ->
                  Matcher.quoteReplacement(
                      new SecretReference(found.group(1), found.group(2)).read(environment)));
    } catch (ConfigurationException e) {
      throw new ConfigurationException(option + " " + e.getMessage());
    }
  }
}
