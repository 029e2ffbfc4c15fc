package io.mirrorcore.jobs.study;

import io.mirrorcore.failure.UserError;

/** Why there is no study; the message is one sentence for the user. */
public final class StudyException extends RuntimeException implements UserError {

  private static final long serialVersionUID = 1;

  public StudyException(String sentence) {
    super(sentence);
  }
}
