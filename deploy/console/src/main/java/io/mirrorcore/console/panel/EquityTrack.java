package io.mirrorcore.console.panel;

import io.mirrorcore.backtest.track.LossFromPeak;

/** One line of capital on its way. */
final class EquityTrack {

  private final LossFromPeak loss = new LossFromPeak();
  private double equity = 1;
  private double drawdown;
  private double deepest;

  /** Takes in the capital at a close, of what was 1. */
  void take(double newEquity) {
    equity = newEquity;
    drawdown = Math.abs(loss.at(equity));
    deepest = Math.max(deepest, drawdown);
  }

  double equity() {
    return equity;
  }

  double drawdown() {
    return drawdown;
  }

  EquityFigures figures() {
    return new EquityFigures(equity - 1, drawdown, deepest);
  }
}
