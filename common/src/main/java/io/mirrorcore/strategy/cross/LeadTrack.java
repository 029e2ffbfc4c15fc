package io.mirrorcore.strategy.cross;

import io.mirrorcore.indicator.StandardDeviation;
import io.mirrorcore.indicator.statistic.LaggedSeries;
import io.mirrorcore.strategy.Roster;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * State of {@link CausalityDetector} for one symbol: its returns, prepared for the Granger test,
 * and their standard deviation.
 */
final class LeadTrack implements Roster.Series {

  /** Bars of the deviation that a move is measured in. */
  private static final int MOVE_BARS = 20;

  private final LaggedSeries returns;
  private final StandardDeviation deviation = new StandardDeviation(MOVE_BARS);

  LeadTrack(int window, int maxLag, int phase) {
    returns = new LaggedSeries(window, maxLag, phase);
  }

  @Override
  public void begin(double close) {}

  @Override
  public void add(double close, double simpleReturn) {
    returns.add(simpleReturn);
    deviation.add(simpleReturn);
  }

  @Override
  public boolean isReady() {
    return returns.isReady();
  }

  LaggedSeries returns() {
    return returns;
  }

  double newest() {
    return returns.latest(0);
  }

  /** SD of the newest returns, the newest included. */
  double deviation() {
    return deviation.value();
  }

  @Override
  public void save(DataOutput out) throws IOException {
    returns.save(out);
    deviation.save(out);
  }

  @Override
  public void load(DataInput in) throws IOException {
    returns.load(in);
    deviation.load(in);
  }
}
