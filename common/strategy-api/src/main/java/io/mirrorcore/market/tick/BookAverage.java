package io.mirrorcore.market.tick;

import io.mirrorcore.state.Stateful;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Averages of an order book over part of a bar, weighted by how long each book stood.
 *
 * <p>Time counts from the first two-sided quote; while one side is empty there is neither imbalance
 * nor spread and the clock stands still. A book that stood for no time at all (its only quote came
 * at the close) counts as it is.
 */
final class BookAverage implements Stateful {

  private static final int LEVELS = Tick.MAX_LEVELS;
  private static final int FIGURES = 2 * LEVELS + 1;

  /** A larger size counts as this one: sums over levels and milliseconds stay finite. */
  private static final double LARGEST_SIZE = 1e280;

  /** Imbalance by levels, depth by levels, relative spread: integrals over time. */
  private final double[] integral = new double[FIGURES];

  /** The same figures of the book that stands now. */
  private final double[] standing = new double[FIGURES];

  private double duration;
  private long since = Long.MIN_VALUE;
  private boolean stands;
  private boolean seen;

  /** A new book replaces the standing one, unless it is older than that. */
  void onQuote(Tick quote) {
    if (quote.time() < since) {
      return;
    }
    advance(quote.time());
    since = quote.time();
    stands = quote.isTwoSided();
    if (stands) {
      measure(quote);
      seen = true;
    }
  }

  /** Lets the standing book stand until {@code time}. */
  void advance(long time) {
    if (stands && time > since) {
      double weight = time - since;
      for (int i = 0; i < FIGURES; i++) {
        integral[i] += weight * standing[i];
      }
      duration += weight;
      since = time;
    }
  }

  private void measure(Tick quote) {
    double bid = 0;
    double ask = 0;
    int filled = Math.max(quote.bids().length, quote.asks().length) / 2;
    for (int level = 0; level < Math.min(filled, LEVELS); level++) {
      bid += size(quote.bids(), level);
      ask += size(quote.asks(), level);
      double depth = bid + ask;
      standing[level] = depth > 0 ? (bid - ask) / depth : 0;
      standing[LEVELS + level] = depth;
    }
    for (int level = filled; level < LEVELS; level++) { // nothing more, so nothing to divide
      standing[level] = standing[level - 1];
      standing[LEVELS + level] = standing[LEVELS + level - 1];
    }
    standing[2 * LEVELS] = quote.spread() / quote.mid();
  }

  private static double size(double[] side, int level) {
    return 2 * level + 1 < side.length ? Math.min(LARGEST_SIZE, side[2 * level + 1]) : 0;
  }

  /** Sizes divided by {@code shares}; imbalance and relative spread are as they were. */
  void rescale(double shares) {
    for (int i = LEVELS; i < 2 * LEVELS; i++) {
      integral[i] /= shares;
      standing[i] /= shares;
    }
  }

  boolean seen() {
    return seen;
  }

  double imbalance(int levels) {
    return average(levels - 1);
  }

  double depth(int levels) {
    return average(LEVELS + levels - 1);
  }

  double relativeSpread() {
    return average(2 * LEVELS);
  }

  private double average(int figure) {
    return duration > 0 ? integral[figure] / duration : standing[figure];
  }

  @Override
  public void save(DataOutput out) throws IOException {
    for (int i = 0; i < FIGURES; i++) {
      out.writeDouble(integral[i]);
      out.writeDouble(standing[i]);
    }
    out.writeDouble(duration);
    out.writeLong(since);
    out.writeBoolean(stands);
    out.writeBoolean(seen);
  }

  @Override
  public void load(DataInput in) throws IOException {
    for (int i = 0; i < FIGURES; i++) {
      integral[i] = in.readDouble();
      standing[i] = in.readDouble();
    }
    duration = in.readDouble();
    since = in.readLong();
    stands = in.readBoolean();
    seen = in.readBoolean();
  }
}
