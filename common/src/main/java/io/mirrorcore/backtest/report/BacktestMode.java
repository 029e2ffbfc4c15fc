package io.mirrorcore.backtest.report;

/** How due times come about. */
public enum BacktestMode {
  /** Every so many bars, on a window of so many. */
  WALK_FORWARD("walk-forward"),
  /** When the live pipeline would: cadence of the regime, and gates. */
  EVENT("event");

  private final String text;

  BacktestMode(String text) {
    this.text = text;
  }

  /** As in the report. */
  public String text() {
    return text;
  }
}
