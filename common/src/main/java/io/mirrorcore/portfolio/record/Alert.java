package io.mirrorcore.portfolio.record;

/**
 * A condition that began or ended.
 *
 * @param portfolio name of the portfolio
 * @param level how bad it is
 * @param key which condition: {@code LOW_SHARPE}; of a symbol {@code STALE_FEED:IBM}
 * @param state whether it begins or ends
 * @param message one sentence for people
 * @param value what was measured, finite
 * @param threshold what it was held against, finite
 * @param time the close at which it began or ended, epoch milliseconds
 */
public record Alert(
    String portfolio,
    Level level,
    String key,
    State state,
    String message,
    double value,
    double threshold,
    long time) {

  /** How bad a condition is. */
  public enum Level {
    INFO,
    WARNING,
    ERROR
  }

  /** Whether a condition begins or ends. */
  public enum State {
    FIRING,
    RESOLVED
  }

  public Alert {
    value = ByName.finite("value", value);
    threshold = ByName.finite("threshold", threshold);
  }
}
