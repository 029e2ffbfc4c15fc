package io.mirrorcore.bench.command;

import io.mirrorcore.failure.UserError;

/** Something could not be measured. */
final class BenchException extends RuntimeException implements UserError {

  private static final long serialVersionUID = 1;

  BenchException(String sentence) {
    super(sentence);
  }
}
