package io.mirrorcore.strategy.cross;

import io.mirrorcore.indicator.Window;
import io.mirrorcore.strategy.Roster;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * State of {@link PairsTrading} for one symbol: its window, and rows prepared once a close such
 * that the inner products of two symbols' rows give their correlation and their regression.
 */
final class SpreadTrack implements Roster.Series {
  private final Window logs;
  private final Window returns;
  private final double[] spread;
  private final double[] unit;

  SpreadTrack(int lookback) {
    logs = new Window(lookback);
    returns = new Window(lookback);
    spread = new double[lookback];
    unit = new double[lookback];
  }

  @Override
  public void begin(double close) {
    logs.add(StrictMath.log(close));
  }

  @Override
  public void add(double close, double simpleReturn) {
    logs.add(simpleReturn == 0 ? logs.newest() : StrictMath.log(close));
    returns.add(simpleReturn);
  }

  @Override
  public boolean isReady() {
    return returns.isFull();
  }

  /** Logs less their mean; returns less their mean, of length 1 (0 where they are constant). */
  void prepare() {
    centre(logs, spread);
    double length = Math.sqrt(centre(returns, unit));
    for (int i = 0; i < unit.length; i++) {
      unit[i] = length > 0 ? unit[i] / length : 0;
    }
  }

  private static double centre(Window window, double[] row) {
    double origin = window.oldest();
    double sum = 0;
    for (int i = 0; i < row.length; i++) {
      row[i] = window.get(i) - origin;
      sum += row[i];
    }
    double mean = sum / row.length;
    double squares = 0;
    for (int i = 0; i < row.length; i++) {
      row[i] -= mean;
      squares += row[i] * row[i];
    }
    return squares;
  }

  /** Log prices less their mean, oldest first. */
  double[] spread() {
    return spread;
  }

  /** Of the returns, both prepared; 0 where one is constant. */
  static double correlation(SpreadTrack a, SpreadTrack b) {
    double product = 0;
    for (int i = 0; i < a.unit.length; i++) {
      product += a.unit[i] * b.unit[i];
    }
    return product;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    logs.save(out);
    returns.save(out);
  }

  @Override
  public void load(DataInput in) throws IOException {
    logs.load(in);
    returns.load(in);
  }
}
