package io.mirrorcore.jobs.wire.columns;

import io.mirrorcore.failure.UserError;

/** A mapping that cannot be: one sentence with what is wrong, its value and a remedy. */
public final class MappingException extends IllegalArgumentException implements UserError {

  private static final long serialVersionUID = 1;

  public MappingException(String message) {
    super(message);
  }
}
