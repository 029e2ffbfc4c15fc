package io.mirrorcore.backtest;

import io.mirrorcore.failure.UserError;

/** The records are too few for a backtest; the message says what is missing. */
public final class NothingToEvaluateException extends RuntimeException implements UserError {

  private static final long serialVersionUID = 1;

  NothingToEvaluateException(String message) {
    super(message);
  }
}
