package io.mirrorcore.console;

import io.mirrorcore.failure.UserError;

/** The console could not be opened: its address or port cannot be had. */
public final class ConsoleException extends RuntimeException implements UserError {

  private static final long serialVersionUID = 1L;

  public ConsoleException(String message, Throwable cause) {
    super(message, cause);
  }
}
