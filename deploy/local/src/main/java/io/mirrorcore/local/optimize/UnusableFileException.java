package io.mirrorcore.local.optimize;

/** A file that holds no problem or no returns; the message is a sentence for the user. */
public final class UnusableFileException extends RuntimeException {

  private static final long serialVersionUID = 1;

  UnusableFileException(String sentence) {
    super(sentence);
  }
}
