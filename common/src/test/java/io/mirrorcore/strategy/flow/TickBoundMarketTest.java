package io.mirrorcore.strategy.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.market.Bar;
import io.mirrorcore.market.option.OptionBar;
import io.mirrorcore.market.tick.Aggressor;
import io.mirrorcore.market.tick.Tick;
import io.mirrorcore.market.tick.TickFold;
import io.mirrorcore.market.tick.TradeClassifier;
import io.mirrorcore.signal.Signal;
import io.mirrorcore.strategy.MarketBar;
import io.mirrorcore.strategy.Parameters;
import io.mirrorcore.strategy.SymbolStrategy;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * A share whose spread is one tick nearly all the time, as that of most large ones is: its queues
 * and trades lean to one side for some bars, its price moves by ticks. Strategies that ask for a
 * spread below the usual one would never trade it.
 */
class TickBoundMarketTest {

  private static final double TICK = 0.01;
  private static final long BAR_MS = 60_000;
  private static final int BARS = 2000;

  /** Shares of bars, after the warm-up, with a position to either side. */
  private record Sides(double bought, double sold) {}

  private static Sides sides(SymbolStrategy strategy) {
    Parameters parameters = Parameters.of(strategy, Map.of("edition", 2.0));
    SymbolStrategy.Machine machine = strategy.machine(parameters);
    Share share =
        new Share(
            strategy.tradeCapacity(parameters),
            strategy.quoteCapacity(parameters),
            strategy.needsAbsoluteSpread(parameters));
    double warm = 0;
    int bought = 0;
    int sold = 0;
    for (int t = 0; t < BARS; t++) {
      Signal signal = machine.onBar(share.next());
      warm += signal.isWarmup() ? 0 : 1;
      bought += signal.position() > 0 ? 1 : 0;
      sold += signal.position() < 0 ? 1 : 0;
    }
    assertThat(warm).isGreaterThan(BARS / 2.0);
    return new Sides(bought / warm, sold / warm);
  }

  @Test
  void liquidityFlowTradesEitherSideAndNotAllTheTime() {
    Sides second = sides(new LiquidityFlow());

    assertThat(second.bought()).isBetween(0.003, 0.10);
    assertThat(second.sold()).isBetween(0.003, 0.10);
  }

  @Test
  void microstructureTradesEitherSideAndNotAllTheTime() {
    Sides second = sides(new Microstructure());

    assertThat(second.bought()).isBetween(0.003, 0.10);
    assertThat(second.sold()).isBetween(0.003, 0.10);
  }

  /** The share, one bar of quotes and trades after the other. */
  private static final class Share {

    private final SplittableRandom random = new SplittableRandom(20);
    private final TradeClassifier classifier = new TradeClassifier();
    private final int trades;
    private final int quotes;
    private final boolean absolute;
    private double lean;
    private long ticks = 1234;
    private long time = 1_700_000_000_000L - 1_700_000_000_000L % BAR_MS;

    Share(int trades, int quotes, boolean absolute) {
      this.trades = trades;
      this.quotes = quotes;
      this.absolute = absolute;
    }

    MarketBar next() {
      TickFold fold = new TickFold(trades, quotes, absolute);
      lean = Math.max(-0.9, Math.min(0.9, 0.8 * lean + random.nextDouble(-0.45, 0.45)));
      long open = ticks;
      int events = 100 + random.nextInt(60);
      for (int i = 0; i < events; i++) {
        long at = time + 1 + (BAR_MS - 1) * i / events;
        fold.add(random.nextInt(3) == 0 ? trade(at) : quote(at), classifier);
      }
      ticks += (long) Math.signum(lean) * random.nextInt(2);
      time += BAR_MS;
      fold.close(time, null);
      double low = TICK * Math.min(open, ticks);
      double high = TICK * Math.max(open, ticks);
      Bar bar = new Bar("S", time, TICK * open, high, low, TICK * ticks, events);
      return new MarketBar(bar, fold, OptionBar.EMPTY);
    }

    private Tick trade(long at) {
      boolean buyer = random.nextDouble() < (1 + lean) / 2;
      double price = TICK * (buyer ? ticks : ticks - 1);
      return Tick.trade("S", at, price, 100, buyer ? Aggressor.BUY : Aggressor.SELL);
    }

    /** One tick wide, once in fifty two; the queue on the side that is leant to is longer. */
    private Tick quote(long at) {
      long bid = ticks - (random.nextInt(50) == 0 ? 2 : 1);
      double depth = 1000 * random.nextDouble(0.5, 1.5) * (1 + 0.5 * Math.abs(lean));
      return Tick.quote(
          "S",
          at,
          new double[] {TICK * bid, depth * (1 + lean)},
          new double[] {TICK * ticks, depth * (1 - lean)});
    }
  }
}
