package io.mirrorcore.market.tick;

import io.mirrorcore.indicator.Window;
import io.mirrorcore.market.Bar;
import io.mirrorcore.state.Stateful;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Accumulator of the ticks of one symbol that belong to one bar, in memory that does not grow with
 * their number. Ticks of other bars may arrive in between: they go to folds of their own, so a
 * bar's fold never depends on what came after it.
 */
public final class TickFold implements TickBar, Stateful {

  private final Window signedSizes;
  private final Window mids;
  private final Window spreads;
  private final BookAverage book = new BookAverage();
  private SpreadAverage absoluteSpread; // null where it is not wanted
  private int quotes;
  private int trades;
  private double open;
  private double high;
  private double low;
  private double close;
  private double volume;

  /**
   * @param tradeCapacity trades to keep
   * @param quoteCapacity spreads to keep
   */
  public TickFold(int tradeCapacity, int quoteCapacity) {
    this(tradeCapacity, quoteCapacity, false);
  }

  /**
   * @param tradeCapacity trades to keep
   * @param quoteCapacity spreads to keep
   * @param keepsAbsoluteSpread whether {@link #absoluteSpread} is wanted; it takes room in what is
   *     saved, so that a fold with it cannot load one without
   */
  public TickFold(int tradeCapacity, int quoteCapacity, boolean keepsAbsoluteSpread) {
    absoluteSpread = keepsAbsoluteSpread ? new SpreadAverage() : null;
    signedSizes = new Window(tradeCapacity);
    mids = new Window(tradeCapacity);
    spreads = new Window(quoteCapacity);
  }

  /** Takes in one tick, classifying a trade against the quotes that {@code classifier} knows. */
  public void add(Tick tick, TradeClassifier classifier) {
    if (tick.type() == TickType.QUOTE) {
      addQuote(tick, classifier);
    } else {
      addTrade(tick, classifier);
    }
  }

  private void addQuote(Tick quote, TradeClassifier classifier) {
    quotes++;
    book.onQuote(quote);
    if (absoluteSpread != null) {
      absoluteSpread.onQuote(quote);
    }
    if (quote.isTwoSided()) {
      spreads.add(quote.spread());
      classifier.onQuote(quote.time(), quote.mid());
    }
  }

  private void addTrade(Tick trade, TradeClassifier classifier) {
    signedSizes.add(classifier.classify(trade) * trade.size());
    mids.add(classifier.midBefore(trade.time()));
    if (trades++ == 0) {
      open = trade.price();
      high = trade.price();
      low = trade.price();
    }
    high = Math.max(high, trade.price());
    low = Math.min(low, trade.price());
    close = trade.price();
    volume = Math.min(Double.MAX_VALUE, volume + trade.size()); // a bar's volume is finite
  }

  /**
   * Ends the interval: the standing book stands until the close.
   *
   * @param earlier the fold of an earlier interval that ended without a bar, whose trades and
   *     spreads still belong before this one's, or null
   */
  public void close(long time, TickFold earlier) {
    book.advance(time);
    if (absoluteSpread != null) {
      absoluteSpread.advance(time);
    }
    if (earlier != null) {
      prepend(earlier.signedSizes, signedSizes);
      prepend(earlier.mids, mids);
      prepend(earlier.spreads, spreads);
    }
  }

  private static void prepend(Window earlier, Window later) {
    Window own = new Window(later.capacity());
    for (int i = 0; i < later.size(); i++) {
      own.add(later.get(i));
    }
    later.clear();
    for (int i = 0; i < earlier.size(); i++) {
      later.add(earlier.get(i));
    }
    for (int i = 0; i < own.size(); i++) {
      later.add(own.get(i));
    }
  }

  /**
   * The same ticks of a share that was split, after {@link #close}.
   *
   * @param prices what prices are multiplied by
   * @param shares what sizes are divided by
   */
  public void rescale(double prices, double shares) {
    rescale(signedSizes, 1 / shares);
    rescale(mids, prices);
    rescale(spreads, prices);
    book.rescale(shares);
    if (absoluteSpread != null) {
      absoluteSpread.rescale(prices);
    }
  }

  /**
   * The same ticks at prices {@code scale * p + shift}, after {@link #close}. Sizes are as they
   * were, and so is the spread relative to a price, which has none here that counts.
   */
  public void move(double scale, double shift) {
    rescale(mids, scale, shift);
    rescale(spreads, scale);
    if (absoluteSpread != null) {
      absoluteSpread.rescale(scale);
    }
  }

  private static void rescale(Window window, double factor) {
    rescale(window, factor, 0);
  }

  private static void rescale(Window window, double factor, double shift) {
    double[] values = new double[window.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = window.get(i) * factor + shift;
    }
    window.clear();
    for (double value : values) {
      window.add(value);
    }
  }

  /** Whether a trade fell inside the interval, so that {@link #bar} has prices. */
  public boolean hasTrades() {
    return trades > 0;
  }

  /** The bar that the interval's trades make, in topic order. */
  public Bar bar(String symbol, long time) {
    if (!hasTrades()) {
      throw new IllegalStateException("no trade of " + symbol + " in the bar closing at " + time);
    }
    return new Bar(symbol, time, open, high, low, close, volume);
  }

  @Override
  public int quotes() {
    return quotes;
  }

  @Override
  public boolean hasBook() {
    return book.seen();
  }

  @Override
  public double imbalance(int levels) {
    return book.imbalance(levels);
  }

  @Override
  public double depth(int levels) {
    return book.depth(levels);
  }

  @Override
  public double relativeSpread() {
    return book.relativeSpread();
  }

  /** From here on with {@link #absoluteSpread} or without: a fold goes on when that changes. */
  public void keepAbsoluteSpread(boolean wanted) {
    if (!wanted) {
      absoluteSpread = null;
    } else if (absoluteSpread == null) {
      absoluteSpread = new SpreadAverage();
    }
  }

  @Override
  public double absoluteSpread() {
    return absoluteSpread == null ? 0 : absoluteSpread.value();
  }

  @Override
  public int trades() {
    return signedSizes.size();
  }

  @Override
  public double signedSize(int i) {
    return signedSizes.get(i);
  }

  @Override
  public double mid(int i) {
    return mids.get(i);
  }

  @Override
  public int spreads() {
    return spreads.size();
  }

  @Override
  public double spread(int i) {
    return spreads.get(i);
  }

  @Override
  public void save(DataOutput out) throws IOException {
    signedSizes.save(out);
    mids.save(out);
    spreads.save(out);
    book.save(out);
    out.writeInt(quotes);
    out.writeInt(trades);
    for (double value : new double[] {open, high, low, close, volume}) {
      out.writeDouble(value);
    }
    if (absoluteSpread != null) {
      absoluteSpread.save(out);
    }
  }

  @Override
  public void load(DataInput in) throws IOException {
    signedSizes.load(in);
    mids.load(in);
    spreads.load(in);
    book.load(in);
    quotes = in.readInt();
    trades = in.readInt();
    open = in.readDouble();
    high = in.readDouble();
    low = in.readDouble();
    close = in.readDouble();
    volume = in.readDouble();
    if (absoluteSpread != null) {
      absoluteSpread.load(in);
    }
  }
}
