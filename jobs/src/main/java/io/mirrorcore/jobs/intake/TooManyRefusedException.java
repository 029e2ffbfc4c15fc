package io.mirrorcore.jobs.intake;

import io.mirrorcore.failure.UserError;

/** So much of a file is refused that the rest does not stand for it; one sentence says why. */
public final class TooManyRefusedException extends RuntimeException implements UserError {

  private static final long serialVersionUID = 1;

  TooManyRefusedException(String sentence) {
    super(sentence);
  }
}
