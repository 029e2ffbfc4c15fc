package io.mirrorcore.strategy.kit;

import io.mirrorcore.market.Bar;
import io.mirrorcore.market.option.OptionBar;
import io.mirrorcore.market.option.OptionContract;
import io.mirrorcore.market.option.OptionFold;
import io.mirrorcore.market.option.OptionPrint;
import io.mirrorcore.market.option.OptionType;
import io.mirrorcore.market.tick.Aggressor;
import io.mirrorcore.market.tick.Tick;
import io.mirrorcore.market.tick.TickFold;
import io.mirrorcore.market.tick.TradeClassifier;
import io.mirrorcore.strategy.MarketBar;
import java.util.SplittableRandom;

/**
 * One symbol's ordinary bars with ticks and options: a random walk whose order flow leans one way
 * for a while.
 */
public final class RandomMarket implements Market {

  private static final long MINUTE_MS = 60_000;

  private final String symbol;
  private final long barMs;
  private final int tradeCapacity;
  private final int quoteCapacity;
  private final TradeClassifier classifier = new TradeClassifier();
  private SplittableRandom random;
  private long time = 1_700_000_000_000L;
  private double close = 100;
  private double bias = 0.5;

  public RandomMarket(String symbol, long seed, int tradeCapacity, int quoteCapacity) {
    this(symbol, seed, MINUTE_MS, tradeCapacity, quoteCapacity);
  }

  /**
   * @param barMs length of a bar; options live for up to 300 of them
   */
  public RandomMarket(String symbol, long seed, long barMs, int tradeCapacity, int quoteCapacity) {
    this.symbol = symbol;
    this.barMs = barMs;
    this.tradeCapacity = tradeCapacity;
    this.quoteCapacity = quoteCapacity;
    random = new SplittableRandom(seed);
  }

  @Override
  public void diverge(long seed) {
    random = new SplittableRandom(seed);
  }

  @Override
  public MarketBar next() {
    long open = time;
    time += barMs;
    Bar bar = bar();
    return new MarketBar(bar, ticks(open), options(open));
  }

  @Override
  public Bar bar(long at) {
    time = at;
    return bar();
  }

  private Bar bar() {
    double before = close;
    move();
    double spread = 1 + 0.003 * random.nextDouble();
    double high = Math.max(before, close) * spread;
    double low = Math.min(before, close) / spread;
    return new Bar(symbol, time, before, high, low, close, magnitude(1000));
  }

  private void move() {
    double size = random.nextInt(20) == 0 ? 0.05 : 0.01;
    close *= StrictMath.exp(size * (random.nextDouble() + random.nextDouble() - 1));
    close = Math.min(HIGHEST, Math.max(LOWEST, close));
  }

  private double magnitude(double typical) {
    return typical * StrictMath.pow(10, random.nextDouble(-0.5, 0.5));
  }

  private TickFold ticks(long open) {
    TickFold fold = new TickFold(tradeCapacity, quoteCapacity, true);
    if (random.nextInt(30) == 0) {
      bias = new double[] {0.03, 0.5, 0.97}[random.nextInt(3)];
    }
    int events = random.nextInt(40) * (random.nextInt(50) == 0 ? 15 : 1);
    for (int i = 0; i < events; i++) {
      long at = open + 1 + (barMs - 1) * i / events;
      fold.add(random.nextInt(3) == 0 ? trade(at) : quote(at), classifier);
    }
    fold.close(open + barMs, null);
    return fold;
  }

  private Tick trade(long at) {
    Aggressor side = random.nextDouble() < bias ? Aggressor.BUY : Aggressor.SELL;
    return Tick.trade(
        symbol, at, close, magnitude(1), random.nextInt(40) == 0 ? Aggressor.UNKNOWN : side);
  }

  private Tick quote(long at) {
    int levels = random.nextInt(1, 6);
    double tick = close * 0.0001 * random.nextInt(1, 4);
    double[] bids = side(levels, -tick, bias);
    double[] asks = side(levels, tick, 1 - bias);
    if (random.nextInt(20) == 0) {
      bids = new double[0];
    }
    return Tick.quote(symbol, at, bids, asks);
  }

  private double[] side(int levels, double tick, double weight) {
    double[] side = new double[2 * levels];
    for (int i = 0; i < levels; i++) {
      side[2 * i] = close + tick * (i + 1);
      side[2 * i + 1] = magnitude(weight);
    }
    return side;
  }

  private OptionBar options(long open) {
    OptionFold fold = new OptionFold(symbol);
    int prints = random.nextInt(5) == 0 ? 0 : random.nextInt(12);
    boolean putsTraded = random.nextBoolean();
    for (int i = 0; i < prints; i++) {
      fold.add(print(open + 1 + i, putsTraded));
    }
    return fold.toBar();
  }

  private OptionPrint print(long at, boolean putsTraded) {
    OptionType type = random.nextBoolean() ? OptionType.CALL : OptionType.PUT;
    long expiry = (at / (100 * barMs) + random.nextInt(3)) * 100 * barMs;
    double strike = close * (0.8 + 0.05 * random.nextInt(9));
    double value = 0.05 * close * random.nextDouble();
    double volume = (type == OptionType.PUT) == putsTraded ? magnitude(10) : magnitude(3);
    return new OptionPrint(
        symbol,
        at,
        new OptionContract(expiry, strike, type),
        maybe(close),
        maybe(0.95 * value),
        maybe(1.05 * value),
        maybe(value),
        volume,
        maybe(magnitude(100)),
        maybe(0.2 + 0.1 * random.nextDouble()),
        maybe(magnitude(0.01)));
  }

  private double maybe(double value) {
    return random.nextInt(3) == 0 ? Double.NaN : value;
  }
}
