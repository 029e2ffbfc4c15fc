package io.mirrorcore.jobs.wire.format;

import io.mirrorcore.failure.UserError;

/**
 * The schema registry cannot be used. It fails the job, which is restarted within its bound: were
 * records refused instead, a replay by which the registry answers again would differ.
 */
public final class RegistryException extends RuntimeException implements UserError {

  private static final long serialVersionUID = 1;

  /**
   * @param sentence for the user: where, what, remedy
   * @param cause or null
   */
  public RegistryException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
