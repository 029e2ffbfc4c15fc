package io.mirrorcore.local.optimize;

import io.mirrorcore.failure.UserError;

/** A file that holds no problem or no returns; the message is a sentence for the user. */
public final class UnusableFileException extends RuntimeException implements UserError {

  private static final long serialVersionUID = 1;

  /** One sentence for the user, which names the file. */
  public UnusableFileException(String sentence) {
    super(sentence);
  }
}
