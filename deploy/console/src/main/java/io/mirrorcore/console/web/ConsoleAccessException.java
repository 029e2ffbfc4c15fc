package io.mirrorcore.console.web;

import io.mirrorcore.failure.UserError;

/** The server may not be opened as it is asked to be: nothing has been opened. */
public final class ConsoleAccessException extends IllegalArgumentException implements UserError {

  private static final long serialVersionUID = 1L;

  ConsoleAccessException(String message) {
    super(message);
  }
}
