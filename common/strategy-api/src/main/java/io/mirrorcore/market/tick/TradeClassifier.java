package io.mirrorcore.market.tick;

import io.mirrorcore.state.Stateful;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Classifier of trades by their aggressor, buyer or seller: Lee and Ready, "Inferring Trade
 * Direction from Intraday Data", Journal of Finance 46 (1991).
 *
 * <p>A trade above the prevailing midpoint was a buyer's, below it a seller's; at the midpoint, or
 * where no quote is known, the tick test decides: the sign of the last change of price, carried
 * over trades at an unchanged price. The prevailing quote is the newest with a <em>strictly
 * earlier</em> event time: a trade and the quote it caused carry the same millisecond, and against
 * that quote (or in order of arrival) agreement with the venue's own flag falls from 99.8 % to
 * 54-87 %. A venue that names the aggressor is believed.
 *
 * <p>Remembers the midpoints of the last {@value #QUOTE_TIMES} distinct quote times, which lets a
 * trade arrive somewhat later than the quotes that followed it.
 */
public final class TradeClassifier implements Stateful {

  /** Distinct quote times kept: 2.5 s of a book that changes every 10 ms. */
  static final int QUOTE_TIMES = 256;

  private final long[] times = new long[QUOTE_TIMES];
  private final double[] mids = new double[QUOTE_TIMES];
  private int newest = -1;
  private int size;
  private double lastPrice = Double.NaN;
  private int tickSign;

  /** Takes note of a two-sided quote; one older than the newest known changes nothing. */
  void onQuote(long time, double mid) {
    if (size > 0 && time < times[newest]) {
      return;
    }
    if (size == 0 || time > times[newest]) {
      newest = (newest + 1) % QUOTE_TIMES;
      size = Math.min(size + 1, QUOTE_TIMES);
    }
    times[newest] = time;
    mids[newest] = mid;
  }

  /** Midpoint of the newest quote strictly before {@code time}, or NaN when none is known. */
  double midBefore(long time) {
    for (int back = 0; back < size; back++) {
      int slot = Math.floorMod(newest - back, QUOTE_TIMES);
      if (times[slot] < time) {
        return mids[slot];
      }
    }
    return Double.NaN;
  }

  /**
   * The aggressor's side of the next trade.
   *
   * @return +1 for a buyer, -1 for a seller, 0 when neither the venue, nor a quote, nor an earlier
   *     price tells
   */
  int classify(Tick trade) {
    if (!Double.isNaN(lastPrice) && trade.price() != lastPrice) {
      tickSign = trade.price() > lastPrice ? 1 : -1;
    }
    lastPrice = trade.price();
    return switch (trade.aggressor()) {
      case BUY -> 1;
      case SELL -> -1;
      case UNKNOWN -> byQuote(trade);
    };
  }

  private int byQuote(Tick trade) {
    double mid = midBefore(trade.time());
    if (trade.price() > mid) {
      return 1;
    }
    return trade.price() < mid ? -1 : tickSign;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeInt(size);
    for (int back = size - 1; back >= 0; back--) {
      int slot = Math.floorMod(newest - back, QUOTE_TIMES);
      out.writeLong(times[slot]);
      out.writeDouble(mids[slot]);
    }
    out.writeDouble(lastPrice);
    out.writeInt(tickSign);
  }

  @Override
  public void load(DataInput in) throws IOException {
    newest = -1;
    size = 0;
    for (int left = in.readInt(); left > 0; left--) {
      onQuote(in.readLong(), in.readDouble());
    }
    lastPrice = in.readDouble();
    tickSign = in.readInt();
  }
}
