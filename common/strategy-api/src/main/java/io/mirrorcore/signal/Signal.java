package io.mirrorcore.signal;

import java.util.Map;
import java.util.TreeMap;

/**
 * One strategy's answer to one bar of one symbol.
 *
 * @param action what it advises
 * @param position the exposure wanted from this bar's close to the next, in [-1, 1]
 * @param confidence in [0, 1]
 * @param label the strategy's own word where it has one ({@code WARMUP}, {@code NO_BOOK}), else ""
 * @param attributes the numbers that explain the answer, finite, in the order of the strategy's
 *     {@code attributes()}; empty while there is nothing to explain. Not to be changed by anyone.
 * @param texts what explains it and is no number, by name: {@code leader} is a symbol; mostly empty
 */
@SuppressWarnings("ArrayRecordComponent") // one small array per bar and strategy: no boxing
public record Signal(
    Action action,
    double position,
    double confidence,
    String label,
    double[] attributes,
    Map<String, String> texts) {

  private static final double[] NONE = {};

  /** The answer until enough bars have been seen. */
  public static final Signal WARMUP = new Signal(Action.HOLD, 0, 0, "WARMUP", NONE);

  public Signal {
    if (!(position >= -1 && position <= 1)) {
      throw new IllegalArgumentException("position must be in [-1, 1]; have " + position);
    }
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("confidence must be in [0, 1]; have " + confidence);
    }
  }

  /** A signal that numbers explain. */
  public Signal(
      Action action, double position, double confidence, String label, double[] attributes) {
    this(action, position, confidence, label, attributes, Map.of());
  }

  /** The same signal, explained by one text besides. */
  public Signal withText(String name, String text) {
    Map<String, String> all = new TreeMap<>(texts);
    all.put(name, text);
    return new Signal(action, position, confidence, label, attributes, all);
  }

  /** A signal without a label. */
  public static Signal of(Action action, double position, double confidence, double... attributes) {
    return new Signal(action, position, confidence, "", attributes);
  }

  /** HOLD without a position, for a reason that has a name. */
  public static Signal flat(String label, double... attributes) {
    return new Signal(Action.HOLD, 0, 0, label, attributes);
  }

  /** Whether the strategy has not seen enough bars yet. */
  public boolean isWarmup() {
    return label.equals(WARMUP.label);
  }
}
