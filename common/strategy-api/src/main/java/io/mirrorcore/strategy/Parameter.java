package io.mirrorcore.strategy;

/**
 * One number of a strategy that a user may set.
 *
 * @param name key under the strategy's id in the configuration, {@code atr-period}; underscores are
 *     read as dashes
 * @param defaultValue used when the configuration is silent
 * @param min least value allowed
 * @param max greatest value allowed
 * @param integer whether only whole numbers make sense
 * @param description one line: what it is, with its unit
 */
public record Parameter(
    String name, double defaultValue, double min, double max, boolean integer, String description) {

  public Parameter {
    name = dashed(name);
  }

  /** A name in the one spelling that keys of the configuration have. */
  static String dashed(String name) {
    return name.replace('_', '-');
  }

  /** A whole number in [min, max]. */
  public static Parameter integer(
      String name, int defaultValue, int min, int max, String description) {
    return new Parameter(name, defaultValue, min, max, true, description);
  }

  /** A real number in [min, max]. */
  public static Parameter real(
      String name, double defaultValue, double min, double max, String description) {
    return new Parameter(name, defaultValue, min, max, false, description);
  }

  /** Whether {@code value} is allowed; NaN never is. */
  public boolean allows(double value) {
    return value >= min && value <= max && (!integer || value == Math.rint(value));
  }

  /** What is allowed, in words: {@code "a whole number in [1, 1000]"}. */
  public String allowed() {
    return (integer ? "a whole number in [" : "a number in [") + text(min) + ", " + text(max) + "]";
  }

  /** The default as a person would write it: whole numbers without a decimal point. */
  public String defaultText() {
    return text(defaultValue);
  }

  private static String text(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
