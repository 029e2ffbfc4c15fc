package io.mirrorcore.strategy.catalogue;

import io.mirrorcore.market.Bar;
import io.mirrorcore.market.option.OptionBar;
import io.mirrorcore.market.tick.Aggressor;
import io.mirrorcore.market.tick.Tick;
import io.mirrorcore.market.tick.TickBar;
import io.mirrorcore.market.tick.TickFold;
import io.mirrorcore.market.tick.TradeClassifier;
import io.mirrorcore.strategy.MarketBar;
import io.mirrorcore.strategy.Strategy;
import io.mirrorcore.strategy.kit.Market;
import java.util.SplittableRandom;

/**
 * One symbol's bars and ticks at the edge of what a topic lets through, with {@link ExtremeChain}'s
 * options: prices from 1e-8 to 1e8 that leap by any factor or alternate by one of 1e8, stretches
 * without any change or any volume, closes outside their bar's range, sizes of every magnitude that
 * a double has, and books that lack one side, both sides, or all proportion.
 */
final class ExtremeMarket implements Market {

  private static final double FACTOR = 1e8;

  /** How prices move for a while. */
  private enum Mood {
    WALK(500),
    FLAT(150),
    LEAP(100),
    ALTERNATE(100);

    private final int longest;

    Mood(int longest) {
      this.longest = longest;
    }
  }

  private final String symbol;
  private final Strategy.Input input;
  private final long barMs;
  private final int tradeCapacity;
  private final int quoteCapacity;
  private final TradeClassifier classifier = new TradeClassifier();
  private SplittableRandom random;
  private ExtremeChain chain;
  private long time = 1_700_000_000_000L;
  private double close = 100;
  private Mood mood = Mood.WALK;
  private int moodBars = 300;
  private boolean dry;
  private double bias = 0.5;

  /**
   * @param input what there is besides bars
   * @param barMs length of a bar; most options live for up to 200 of them
   */
  ExtremeMarket(
      String symbol,
      long seed,
      Strategy.Input input,
      long barMs,
      int tradeCapacity,
      int quoteCapacity) {
    this.symbol = symbol;
    this.input = input;
    this.barMs = barMs;
    this.tradeCapacity = tradeCapacity;
    this.quoteCapacity = quoteCapacity;
    diverge(seed);
  }

  @Override
  public void diverge(long seed) {
    random = new SplittableRandom(seed);
    chain = new ExtremeChain(symbol, 100 * barMs, random.split());
  }

  @Override
  public MarketBar next() {
    long open = time;
    Bar bar = bar(open + barMs);
    return new MarketBar(
        bar,
        input == Strategy.Input.TICKS ? ticks(open) : TickBar.EMPTY,
        input == Strategy.Input.OPTIONS ? chain.next(open, time, close) : OptionBar.EMPTY);
  }

  @Override
  public Bar bar(long at) {
    time = at;
    if (moodBars-- == 0) {
      mood = Mood.values()[random.nextInt(Mood.values().length)];
      moodBars = random.nextInt(1, mood.longest);
      dry = random.nextInt(4) == 0;
      bias = new double[] {0.03, 0.5, 0.97}[random.nextInt(3)];
    }
    double before = close;
    close = Math.min(HIGHEST, Math.max(LOWEST, moved()));
    double volume = dry || random.nextInt(5) == 0 ? 0 : size(random, 1000);
    return shaped(before, volume);
  }

  private double moved() {
    return switch (mood) {
      case WALK -> close * Math.exp(0.01 * (random.nextDouble() + random.nextDouble() - 1));
      case FLAT -> close;
      case LEAP -> anyPrice();
      case ALTERNATE -> close < 1 ? close * FACTOR : close / FACTOR;
    };
  }

  private double anyPrice() {
    return Math.exp(random.nextDouble(Math.log(LOWEST), Math.log(HIGHEST)));
  }

  private Bar shaped(double before, double volume) {
    int shape = mood == Mood.FLAT ? 0 : random.nextInt(60);
    return switch (shape) {
      case 0, 1, 2 -> new Bar(symbol, time, close, close, close, close, volume);
      case 3 -> new Bar(symbol, time, before, HIGHEST, LOWEST, close, volume);
      case 4 -> {
        // What a feed calls the close may lie outside of what it calls the range.
        double elsewhere = anyPrice();
        yield new Bar(symbol, time, before, elsewhere, elsewhere, close, volume);
      }
      default -> {
        double spread = 1 + 0.003 * random.nextDouble();
        double high = Math.min(HIGHEST, Math.max(before, close) * spread);
        double low = Math.max(LOWEST, Math.min(before, close) / spread);
        yield new Bar(symbol, time, before, high, low, close, volume);
      }
    };
  }

  /** Positive: mostly some decades around {@code typical}, now and then what a double can hold. */
  static double size(SplittableRandom random, double typical) {
    return switch (random.nextInt(200)) {
      case 0 -> Double.MIN_VALUE;
      case 1 -> Double.MAX_VALUE;
      case 2, 3 -> Math.pow(10, random.nextDouble(-308, 308));
      default -> typical * Math.pow(10, random.nextDouble(-4, 4));
    };
  }

  private TickFold ticks(long open) {
    TickFold fold = new TickFold(tradeCapacity, quoteCapacity, true);
    int events = random.nextInt(12) * (random.nextInt(50) == 0 ? 15 : 1);
    for (int i = 0; i < events; i++) {
      long at = open + 1 + (barMs - 1) * i / events;
      fold.add(random.nextInt(3) == 0 ? trade(at) : quote(at), classifier);
    }
    fold.close(time, null);
    return fold;
  }

  private Tick trade(long at) {
    Aggressor side = random.nextDouble() < bias ? Aggressor.BUY : Aggressor.SELL;
    double price = random.nextInt(50) == 0 ? anyPrice() : close;
    return Tick.trade(
        symbol, at, price, size(random, 1), random.nextInt(40) == 0 ? Aggressor.UNKNOWN : side);
  }

  private Tick quote(long at) {
    double tick = close * 0.0001 * random.nextInt(1, 4);
    double[] bids = side(close, -tick, bias);
    double[] asks = side(close, tick, 1 - bias);
    switch (random.nextInt(60)) {
      case 0, 1 -> bids = new double[0];
      case 2, 3 -> asks = new double[0];
      case 4 -> {
        bids = new double[0];
        asks = new double[0];
      }
      case 5 -> {
        bids[0] = LOWEST;
        asks[0] = HIGHEST;
      }
      case 6 -> bids[0] = asks[0];
      default -> {}
    }
    return Tick.quote(symbol, at, bids, asks);
  }

  private double[] side(double best, double tick, double weight) {
    double[] side = new double[2 * random.nextInt(1, Tick.MAX_LEVELS + 1)];
    for (int i = 0; i < side.length; i += 2) {
      side[i] = best + tick * (i / 2 + 1);
      side[i + 1] = size(random, weight);
    }
    return side;
  }
}
