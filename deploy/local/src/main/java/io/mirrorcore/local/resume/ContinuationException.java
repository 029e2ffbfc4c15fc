package io.mirrorcore.local.resume;

import io.mirrorcore.failure.UserError;

/** A job may not start from where it would. The message is one sentence, with what to do. */
public final class ContinuationException extends RuntimeException implements UserError {

  private static final long serialVersionUID = 1;

  ContinuationException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
