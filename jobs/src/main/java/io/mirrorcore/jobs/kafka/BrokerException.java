package io.mirrorcore.jobs.kafka;

import io.mirrorcore.failure.UserError;

/**
 * Kafka cannot be used. The message is one sentence for the person who runs the program: what does
 * not work, where, and why.
 */
public final class BrokerException extends RuntimeException implements UserError {

  /**
   * @param sentence for the user
   * @param cause what Kafka said, or null
   */
  public BrokerException(String sentence, Throwable cause) {
    super(sentence, cause);
  }

  /** What the first cause of an error says, on one line and without a full stop. */
  public static String innermost(Throwable error) {
    Throwable cause = error;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    String message = cause.getMessage();
    if (message == null || message.isBlank()) {
      return cause.getClass().getSimpleName();
    }
    return message.strip().replaceAll("\\s+", " ").replaceAll("\\.$", "");
  }
}
