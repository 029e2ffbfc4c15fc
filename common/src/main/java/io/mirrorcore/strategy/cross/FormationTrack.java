package io.mirrorcore.strategy.cross;

import io.mirrorcore.indicator.Window;
import io.mirrorcore.strategy.Roster;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What {@link FormedPairs} keeps of one symbol: its closes since the last bar that it missed, as
 * many as a formation needs, for only who was there all the time is formed.
 */
final class FormationTrack implements Roster.Series {

  private final Window closes;

  /** Whether the symbol has been through a formation: its warm-up is over. */
  private boolean formed;

  /** Of one formation: log prices less their mean, and returns less theirs of length 1. */
  private double[] spread;

  private double[] unit;
  private double mean;

  /**
   * @param formation bars
   */
  FormationTrack(int formation) {
    closes = new Window(formation);
  }

  @Override
  public void begin(double close) {
    closes.add(close);
  }

  @Override
  public void add(double close, double simpleReturn) {
    closes.add(close);
  }

  @Override
  public void miss(double close) {
    closes.clear();
  }

  @Override
  public boolean isReady() {
    return formed;
  }

  /** Whether there is a bar at each of the last closes, a formation of them. */
  boolean isComplete() {
    return closes.isFull();
  }

  double newestLog() {
    return StrictMath.log(closes.newest());
  }

  /** Makes ready for the tests of one formation. */
  void open() {
    formed = true;
    int size = closes.size();
    spread = new double[size];
    unit = new double[size - 1];
    for (int i = 0; i < size; i++) {
      spread[i] = StrictMath.log(closes.get(i));
      if (i > 0) {
        unit[i - 1] = closes.get(i) / closes.get(i - 1) - 1;
      }
    }
    mean = centre(spread);
    centre(unit);
    double squares = 0;
    for (double value : unit) {
      squares += value * value;
    }
    double length = Math.sqrt(squares);
    for (int i = 0; i < unit.length; i++) {
      unit[i] = length > 0 ? unit[i] / length : 0;
    }
  }

  /** Takes the mean off a row and tells it; by differences from the first, as it may be large. */
  private static double centre(double[] row) {
    double sum = 0;
    for (double value : row) {
      sum += value - row[0];
    }
    double mean = row[0] + sum / row.length;
    for (int i = 0; i < row.length; i++) {
      row[i] -= mean;
    }
    return mean;
  }

  /** Forgets what only a formation needs. */
  void close() {
    spread = null;
    unit = null;
  }

  /** Log prices less their mean, oldest first; between {@link #open} and {@link #close}. */
  double[] spread() {
    return spread;
  }

  /** Mean of the log prices of the formation. */
  double mean() {
    return mean;
  }

  /** Of the simple returns of the formation; 0 where one of the two did not move. */
  static double correlation(FormationTrack a, FormationTrack b) {
    double product = 0;
    for (int i = 0; i < a.unit.length; i++) {
      product += a.unit[i] * b.unit[i];
    }
    return product;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    closes.save(out);
    out.writeBoolean(formed);
  }

  @Override
  public void load(DataInput in) throws IOException {
    closes.load(in);
    formed = in.readBoolean();
  }
}
