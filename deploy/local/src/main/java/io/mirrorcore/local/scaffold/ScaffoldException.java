package io.mirrorcore.local.scaffold;

import io.mirrorcore.failure.UserError;

/** A project that cannot be written; the message is a sentence for the user. */
public final class ScaffoldException extends RuntimeException implements UserError {

  private static final long serialVersionUID = 1;

  ScaffoldException(String sentence) {
    super(sentence);
  }
}
