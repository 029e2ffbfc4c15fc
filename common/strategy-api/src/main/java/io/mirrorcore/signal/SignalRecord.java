package io.mirrorcore.signal;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A signal as the topic {@code signals} carries it.
 *
 * @param symbol what it is about
 * @param time epoch milliseconds of the bar's close at which it was taken
 * @param strategy id of the strategy
 * @param action what it advises
 * @param position exposure wanted from this close to the next, in [-1, 1]
 * @param confidence in [0, 1]
 * @param label the strategy's own word, "" where it has none
 * @param attributes the numbers that explain it, by name, finite
 * @param portfolio the portfolio whose symbols a cross-asset strategy looked at; null for a
 *     strategy of one symbol
 * @param texts what explains it and is no number, by name; null where there is none
 */
public record SignalRecord(
    String symbol,
    long time,
    String strategy,
    Action action,
    double position,
    double confidence,
    String label,
    Map<String, Double> attributes,
    String portfolio,
    Map<String, String> texts) {

  /** One that numbers explain. */
  public SignalRecord(
      String symbol,
      long time,
      String strategy,
      Action action,
      double position,
      double confidence,
      String label,
      Map<String, Double> attributes,
      String portfolio) {
    this(symbol, time, strategy, action, position, confidence, label, attributes, portfolio, null);
  }

  /**
   * Names the numbers of a signal.
   *
   * @param names attribute names of the strategy, in the order of {@link Signal#attributes}
   */
  public static SignalRecord of(
      String symbol,
      long time,
      String strategy,
      List<String> names,
      Signal signal,
      String portfolio) {
    Map<String, Double> attributes = new TreeMap<>();
    double[] values = signal.attributes();
    for (int i = 0; i < values.length; i++) {
      attributes.put(names.get(i), values[i]);
    }
    return new SignalRecord(
        symbol,
        time,
        strategy,
        signal.action(),
        signal.position(),
        signal.confidence(),
        signal.label(),
        attributes,
        portfolio,
        signal.texts().isEmpty() ? null : new TreeMap<>(signal.texts()));
  }
}
