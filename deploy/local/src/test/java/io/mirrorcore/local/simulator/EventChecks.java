package io.mirrorcore.local.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.market.Bar;
import io.mirrorcore.market.option.OptionPrint;
import io.mirrorcore.market.tick.Tick;
import io.mirrorcore.market.tick.TickType;

/** Checks that hold for every event, whatever the market does. */
final class EventChecks {

  private EventChecks() {}

  public static void check(SimulatedBar bar, long open) {
    bar.bars().forEach(made -> checkBar(made, bar.time()));
    bar.ticks().forEach(EventChecks::checkTick);
    bar.options().forEach(EventChecks::checkPrint);
    checkTimes(bar.ticks().stream().mapToLong(Tick::time).toArray(), open, bar.time());
    checkTimes(bar.options().stream().mapToLong(OptionPrint::time).toArray(), open, bar.time());
  }

  private static void checkBar(Bar bar, long close) {
    assertThat(bar.time()).isEqualTo(close);
    assertThat(bar.low()).isPositive().isLessThanOrEqualTo(Math.min(bar.open(), bar.close()));
    assertThat(bar.high()).isGreaterThanOrEqualTo(Math.max(bar.open(), bar.close()));
    assertThat(bar.volume()).isPositive();
    assertOnGrid(bar.open());
  }

  private static void checkTick(Tick tick) {
    if (tick.type() == TickType.TRADE) {
      assertThat(tick.price()).isPositive();
      assertThat(tick.size()).isGreaterThanOrEqualTo(1);
      return;
    }
    assertThat(tick.spread()).isPositive();
    checkSide(tick.bids(), -1);
    checkSide(tick.asks(), 1);
  }

  private static void checkSide(double[] levels, int away) {
    assertThat(levels).hasSize(2 * OrderBook.LEVELS);
    for (int i = 0; i < OrderBook.LEVELS; i++) {
      assertThat(levels[2 * i]).isPositive();
      assertOnGrid(levels[2 * i]);
      assertThat(levels[2 * i + 1]).isGreaterThanOrEqualTo(1);
      if (i > 0) {
        assertThat(away * (levels[2 * i] - levels[2 * i - 2])).isPositive();
      }
    }
  }

  /** Nothing but cents, so that its JSON is short. */
  private static void assertOnGrid(double price) {
    assertThat(price).isEqualTo(Math.rint(price * 100) / 100);
  }

  private static void checkPrint(OptionPrint print) {
    assertThat(print.contract().expiry()).isGreaterThan(print.time());
    assertThat(print.contract().strike()).isPositive();
    assertThat(print.spot()).isPositive();
    assertThat(print.price()).isPositive();
    assertThat(print.volume()).isNotNegative();
    assertThat(print.openInterest()).isNotNegative();
    assertThat(Double.isNaN(print.iv())).isEqualTo(Double.isNaN(print.gamma()));
    if (!Double.isNaN(print.bid())) {
      assertThat(print.bid()).isNotNegative().isLessThan(print.ask());
    }
  }

  private static void checkTimes(long[] times, long open, long close) {
    assertThat(times).isSorted();
    assertThat(times[0]).isGreaterThan(open);
    assertThat(times[times.length - 1]).isLessThanOrEqualTo(close);
  }
}
