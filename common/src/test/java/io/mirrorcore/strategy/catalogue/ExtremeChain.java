package io.mirrorcore.strategy.catalogue;

import io.mirrorcore.market.option.OptionBar;
import io.mirrorcore.market.option.OptionContract;
import io.mirrorcore.market.option.OptionFold;
import io.mirrorcore.market.option.OptionPrint;
import io.mirrorcore.market.option.OptionType;
import java.util.SplittableRandom;

/**
 * Option prints that nobody would believe and every topic lets through: strikes, quotes, gammas and
 * open interest of any magnitude, values above the underlying, expiries of yesterday, of now and of
 * the year 2199.
 */
final class ExtremeChain {

  private static final long FAR = 7_258_000_000_000L;

  /** The highest that the reader of the topic accepts. */
  private static final double HIGHEST_IV = 10;

  private final String symbol;
  private final long seriesMs;
  private final SplittableRandom random;

  /**
   * @param seriesMs from one expiry to the next
   */
  ExtremeChain(String symbol, long seriesMs, SplittableRandom random) {
    this.symbol = symbol;
    this.seriesMs = seriesMs;
    this.random = random;
  }

  /**
   * The prints of the bar from {@code open} to {@code close} at which the price is {@code spot}.
   */
  OptionBar next(long open, long close, double spot) {
    OptionFold fold = new OptionFold(symbol);
    int prints = random.nextInt(5) == 0 ? 0 : random.nextInt(12);
    boolean putsTraded = random.nextBoolean();
    for (int i = 0; i < prints; i++) {
      OptionType type = random.nextBoolean() ? OptionType.CALL : OptionType.PUT;
      fold.add(print(open + 1 + i, type, close, spot, (type == OptionType.PUT) == putsTraded));
    }
    return fold.toBar();
  }

  private OptionPrint print(long at, OptionType type, long close, double spot, boolean traded) {
    double bid = size(0.05 * spot);
    return new OptionPrint(
        symbol,
        at,
        new OptionContract(expiry(at, close), strike(spot), type),
        maybe(random.nextInt(20) == 0 ? size(spot) : spot),
        maybe(zeroOr(bid)),
        maybe(random.nextInt(10) == 0 ? Double.MAX_VALUE : bid * random.nextDouble(1, 1.1)),
        maybe(zeroOr(size(0.05 * spot))),
        zeroOr(traded ? size(10) : size(3)),
        maybe(zeroOr(size(100))),
        maybe(random.nextInt(20) == 0 ? iv() : 0.2 + 0.1 * random.nextDouble()),
        maybe(zeroOr(size(0.01))));
  }

  private long expiry(long at, long close) {
    return switch (random.nextInt(40)) {
      case 0 -> at - 86_400_000;
      case 1 -> close;
      case 2 -> close + 1;
      case 3 -> FAR;
      default -> (at / seriesMs + random.nextInt(1, 3)) * seriesMs;
    };
  }

  private double strike(double spot) {
    return random.nextInt(10) == 0 ? size(spot) : spot * (0.8 + 0.05 * random.nextInt(9));
  }

  private double iv() {
    return random.nextBoolean() ? HIGHEST_IV : Double.MIN_VALUE;
  }

  private double size(double typical) {
    return ExtremeMarket.size(random, typical);
  }

  private double zeroOr(double value) {
    return random.nextInt(10) == 0 ? 0 : value;
  }

  private double maybe(double value) {
    return random.nextInt(3) == 0 ? Double.NaN : value;
  }
}
