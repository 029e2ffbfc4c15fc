package io.mirrorcore.jobs.backtest;

import io.mirrorcore.failure.UserError;

/** Why there is no report; the message is one sentence for the user. */
public final class BacktestException extends RuntimeException implements UserError {

  private static final long serialVersionUID = 1;

  public BacktestException(String sentence) {
    super(sentence);
  }
}
