package io.mirrorcore.backtest;

/** The records are too few for a backtest; the message says what is missing. */
public final class NothingToEvaluateException extends RuntimeException {

  private static final long serialVersionUID = 1;

  NothingToEvaluateException(String message) {
    super(message);
  }
}
