package io.mirrorcore.portfolio.book;

import io.mirrorcore.state.Stateful;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Trades a book only as far as what it wants lies outside of a band around what it holds (the
 * optimal form under proportional costs; Constantinides 1986, Davis &amp; Norman 1990), in units of
 * the book's own usual changes:
 *
 * <pre>
 *   u_{s,t}  EWMA (half-life 20 d, from 0) of |P_{s,t} - P_{s,t-1}|
 *   h_{s,t}  h_{s,t-1} + sign(g) max(|g| - band u_{s,t}, 0),   g = P_{s,t} - h_{s,t-1}
 *            0 at once where P_{s,t} is 0, or the symbol is gone
 *            all of them scaled to sum_s |h_{s,t}| = L where that is above L, the leverage
 * </pre>
 *
 * <p>A width that is the same for every book would be wrong for each: one that seldom changes, as
 * the market scaled by its volatility, would stand still in it. Here its usual change is next to
 * nothing, and so is its band. With {@code band = 0} what is wanted is held, to the bit.
 */
public final class NoTradeBand implements Stateful {

  private final double band;
  private final double forget;
  private final double mostGross;
  private final TreeMap<String, Usual> symbols = new TreeMap<>();

  /** What one symbol's book last wanted, and by how much that usually changes. */
  private record Usual(double wanted, double change) {}

  /**
   * A band that has seen nothing yet.
   *
   * @param band in usual changes, 0 or more; 0: none
   * @param halfLifeBars of what is usual, above 0
   * @param leverage of the book, above 0: greatest sum of what is held, share of the capital
   */
  public NoTradeBand(double band, double halfLifeBars, double leverage) {
    if (!(band >= 0 && band < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("band must be at least 0; have " + band);
    }
    if (!(halfLifeBars > 0)) {
      throw new IllegalArgumentException("halfLifeBars must be above 0; have " + halfLifeBars);
    }
    this.band = band;
    if (!(leverage > 0 && leverage < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("leverage must be above 0; have " + leverage);
    }
    mostGross = leverage;
    forget = StrictMath.pow(0.5, 1 / halfLifeBars);
  }

  /** Of a book without leverage. */
  public NoTradeBand(double band, double halfLifeBars) {
    this(band, halfLifeBars, 1);
  }

  /** No band: what is wanted is held. */
  public static NoTradeBand none() {
    return new NoTradeBand(0, 1);
  }

  boolean isOff() {
    return band == 0;
  }

  /**
   * What is held from now on; to be asked once a bar.
   *
   * @param held before, by symbol
   * @param wanted now; a symbol that is not in it is gone
   */
  SortedMap<String, Double> hold(Map<String, Double> held, SortedMap<String, Double> wanted) {
    if (isOff()) {
      return wanted;
    }
    symbols.keySet().retainAll(wanted.keySet());
    SortedMap<String, Double> now = new TreeMap<>();
    double gross = 0;
    for (Map.Entry<String, Double> entry : wanted.entrySet()) {
      double position = traded(held.getOrDefault(entry.getKey(), 0.0), entry);
      now.put(entry.getKey(), position);
      gross += Math.abs(position);
    }
    return scaled(now, gross);
  }

  private double traded(double held, Map.Entry<String, Double> wanted) {
    double target = wanted.getValue();
    double gap = target - held;
    double beyond = Math.abs(gap) - band * usualChange(wanted.getKey(), target);
    if (target == 0) {
      return 0;
    }
    return beyond > 0 ? held + Math.copySign(beyond, gap) : held;
  }

  private double usualChange(String symbol, double target) {
    Usual before = symbols.getOrDefault(symbol, new Usual(0, 0));
    double change = Math.abs(target - before.wanted());
    double usual = forget * before.change() + (1 - forget) * change;
    symbols.put(symbol, new Usual(target, usual));
    return usual;
  }

  private SortedMap<String, Double> scaled(SortedMap<String, Double> now, double gross) {
    double times = gross / mostGross;
    if (times > 1) {
      now.replaceAll((symbol, position) -> position / times);
    }
    return now;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeInt(symbols.size());
    for (Map.Entry<String, Usual> entry : symbols.entrySet()) {
      out.writeUTF(entry.getKey());
      out.writeDouble(entry.getValue().wanted());
      out.writeDouble(entry.getValue().change());
    }
  }

  @Override
  public void load(DataInput in) throws IOException {
    symbols.clear();
    for (int left = in.readInt(); left > 0; left--) {
      String symbol = in.readUTF();
      symbols.put(symbol, new Usual(in.readDouble(), in.readDouble()));
    }
  }

  /** Begins with what an account without a band held: its changes are still unknown. */
  void begin(Map<String, Double> held) {
    symbols.clear();
    held.forEach((symbol, position) -> symbols.put(symbol, new Usual(position, 0)));
  }
}
