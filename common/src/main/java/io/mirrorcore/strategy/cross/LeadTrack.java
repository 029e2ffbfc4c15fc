package io.mirrorcore.strategy.cross;

import io.mirrorcore.indicator.StandardDeviation;
import io.mirrorcore.indicator.statistic.LaggedSeries;
import io.mirrorcore.indicator.statistic.VolatilityNormaliser;
import io.mirrorcore.strategy.Roster;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * State of {@link CausalityDetector} for one symbol: its returns as the edition's test sees them,
 * prepared for it, and their standard deviation.
 */
final class LeadTrack implements Roster.Series {

  /** Bars of the deviation that a move is measured in. */
  private static final int MOVE_BARS = 20;

  private final LaggedSeries returns;

  /** Null where the test sees the returns as they are. */
  private final VolatilityNormaliser normaliser;

  private final StandardDeviation deviation = new StandardDeviation(MOVE_BARS);

  private double newest;

  LeadTrack(LaggedSeries returns, VolatilityNormaliser normaliser) {
    this.returns = returns;
    this.normaliser = normaliser;
  }

  @Override
  public void begin(double close) {}

  @Override
  public void add(double close, double simpleReturn) {
    newest = simpleReturn;
    if (normaliser == null) {
      returns.add(simpleReturn);
    } else {
      boolean ready = normaliser.isReady();
      double normalised = normaliser.next(simpleReturn);
      if (ready) {
        returns.add(normalised);
      }
    }
    deviation.add(simpleReturn);
  }

  @Override
  public boolean isReady() {
    return returns.isReady();
  }

  LaggedSeries returns() {
    return returns;
  }

  /** The newest return as it is. */
  double newest() {
    return newest;
  }

  /** SD of the newest returns, the newest included. */
  double deviation() {
    return deviation.value();
  }

  @Override
  public void save(DataOutput out) throws IOException {
    returns.save(out);
    deviation.save(out);
    if (normaliser != null) {
      normaliser.save(out);
      out.writeDouble(newest);
    }
  }

  @Override
  public void load(DataInput in) throws IOException {
    returns.load(in);
    deviation.load(in);
    if (normaliser != null) {
      normaliser.load(in);
      newest = in.readDouble();
    } else if (returns.isReady()) {
      newest = returns.latest(0); // of no concern before
    }
  }
}
