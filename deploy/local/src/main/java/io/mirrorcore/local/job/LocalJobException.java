package io.mirrorcore.local.job;

import io.mirrorcore.failure.UserError;

/**
 * A job in this process cannot go on, for a reason that lies in its surroundings. The message is
 * one sentence for the person who runs the program.
 */
public final class LocalJobException extends RuntimeException implements UserError {

  private static final long serialVersionUID = 1;

  LocalJobException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
