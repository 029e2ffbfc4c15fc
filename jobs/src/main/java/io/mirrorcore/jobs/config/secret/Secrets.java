package io.mirrorcore.jobs.config.secret;

import io.mirrorcore.jobs.config.ConfigurationException;
import java.util.List;

/** Secrets that this program itself uses, where Kafka's clients read theirs on their own. */
public final class Secrets {

  private Secrets() {}

  /**
   * What a reference stands for, read now.
   *
   * @param key that holds it, for the error to name
   * @param reference {@code ${env:NAME}} or {@code ${file:/path}}
   * @throws ConfigurationException when it is no reference, or leads nowhere; its message does not
   *     hold what was written
   */
  public static String read(String key, String reference) {
    List<SecretReference> found = SecretReference.in(reference);
    if (found.size() != 1 || !SecretReference.PATTERN.matcher(reference).matches()) {
      throw new ConfigurationException(
          key + " must be a reference, ${file:/path} or ${env:NAME}, so that it is in no listing");
    }
    try {
      return found.get(0).read(System::getenv);
    } catch (ConfigurationException e) {
      throw new ConfigurationException(key + " " + e.getMessage());
    }
  }
}
