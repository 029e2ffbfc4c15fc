package io.mirrorcore.local.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mirrorcore.local.simulator.market.SimulatedInstrument;
import io.mirrorcore.local.simulator.market.SimulatorSettings;
import io.mirrorcore.local.simulator.option.OptionRoll;
import io.mirrorcore.market.Bar;
import io.mirrorcore.market.tick.Aggressor;
import io.mirrorcore.market.tick.Tick;
import io.mirrorcore.market.tick.TickFold;
import io.mirrorcore.market.tick.TickType;
import io.mirrorcore.market.tick.TradeClassifier;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class MarketSimulatorTest {

  /** What 500 bars of seed 7 came to on x86-64 with JDK 17. */
  private static final long GOLDEN = 410568919316429728L;

  private static final SimulatorSettings SETTINGS = SimulatorSettings.of(7);

  @Test
  void sameSettingsMakeTheSameEventsOnEveryMachine() {
    assertThat(fingerprint(SETTINGS, 500)).isEqualTo(GOLDEN);
  }

  @Test
  void anotherSeedMakesOtherEvents() {
    assertThat(fingerprint(SimulatorSettings.of(8), 20)).isNotEqualTo(fingerprint(SETTINGS, 20));
  }

  private static long fingerprint(SimulatorSettings settings, int bars) {
    MarketSimulator market = new MarketSimulator(settings);
    Fingerprint fingerprint = new Fingerprint();
    for (int i = 0; i < bars; i++) {
      fingerprint.add(market.next());
    }
    return fingerprint.hash();
  }

  @Test
  void anotherInstrumentLeavesTheOthersAlone() {
    List<SimulatedInstrument> fewer = SETTINGS.instruments().subList(0, 11);
    MarketSimulator all = new MarketSimulator(SETTINGS);
    MarketSimulator some = new MarketSimulator(SETTINGS.withInstruments(fewer));
    for (int i = 0; i < 50; i++) {
      assertThat(all.next().bars().subList(0, 11)).isEqualTo(some.next().bars());
    }
  }

  @Test
  void everyEventIsValidAndInsideItsBar() {
    MarketSimulator market = new MarketSimulator(SETTINGS);
    long open = SETTINGS.startTime();
    for (int i = 0; i < 1000; i++) {
      SimulatedBar bar = market.next();
      assertThat(bar.time()).isEqualTo(open + SETTINGS.intervalMs());
      EventChecks.check(bar, open);
      open = bar.time();
    }
  }

  @Test
  void shortestBarsKeepTheirEventsApart() {
    SimulatorSettings shortest = SETTINGS.withIntervalMs(704);
    MarketSimulator market = new MarketSimulator(shortest);
    Map<String, Long> last = new HashMap<>();
    for (int i = 0; i < 300; i++) {
      for (Tick tick : market.next().ticks()) {
        assertThat(tick.time()).isGreaterThan(last.getOrDefault(tick.symbol(), 0L));
        last.put(tick.symbol(), tick.time());
      }
    }
  }

  @Test
  void barsAreWhatTheirTradesMake() {
    MarketSimulator market = new MarketSimulator(SETTINGS);
    TradeClassifier anyClassifier = new TradeClassifier();
    for (int i = 0; i < 300; i++) {
      SimulatedBar bar = market.next();
      Map<String, TickFold> folds = new HashMap<>();
      for (Tick tick : bar.ticks()) {
        folds.computeIfAbsent(tick.symbol(), s -> new TickFold(100, 100)).add(tick, anyClassifier);
      }
      for (Bar made : bar.bars()) {
        assertThat(folds.get(made.symbol()).bar(made.symbol(), bar.time())).isEqualTo(made);
      }
    }
  }

  @Test
  void tradesMeetTheQuoteBeforeThem() {
    MarketSimulator market = new MarketSimulator(SETTINGS);
    Map<String, Tick> quotes = new HashMap<>();
    int flagged = 0;
    int trades = 0;
    for (int i = 0; i < 300; i++) {
      for (Tick tick : market.next().ticks()) {
        if (tick.type() == TickType.QUOTE) {
          quotes.put(tick.symbol(), tick);
        } else {
          checkMeets(tick, quotes.get(tick.symbol()));
          trades++;
          flagged += tick.aggressor() == Aggressor.UNKNOWN ? 0 : 1;
        }
      }
    }
    assertThat((double) flagged / trades).isBetween(0.68, 0.72);
  }

  private static void checkMeets(Tick trade, Tick quote) {
    assertThat(quote.time()).isLessThan(trade.time());
    switch (trade.aggressor()) {
      case BUY -> assertThat(trade.price()).isEqualTo(quote.asks()[0]);
      case SELL -> assertThat(trade.price()).isEqualTo(quote.bids()[0]);
      case UNKNOWN -> assertThat(trade.price()).isIn(quote.asks()[0], quote.bids()[0]);
    }
  }

  @Test
  void optionsExpireAndOthersAreListed() {
    MarketSimulator market = new MarketSimulator(SETTINGS.withEventsPerBar(1, 1));
    Map<String, NavigableSet<Long>> trading = new HashMap<>();
    int expired = 0;
    for (int i = 0; i < 2000; i++) {
      SimulatedBar bar = market.next();
      for (OptionRoll roll : bar.rolls()) {
        NavigableSet<Long> expiries = trading.computeIfAbsent(roll.symbol(), s -> new TreeSet<>());
        assertThat(roll.expired()).isSubsetOf(expiries);
        roll.expired().forEach(expiries::remove);
        assertThat(roll.listed()).noneMatch(expiries::contains);
        expiries.addAll(roll.listed());
        expired += roll.expired().size();
      }
      bar.options()
          .forEach(p -> assertThat(trading.get(p.symbol())).contains(p.contract().expiry()));
    }
    assertThat(trading.keySet()).containsExactlyInAnyOrder("AXIQ", "DATQ", "HYDR");
    // Every eight hours one expiry of each underlying: four times in 2,000 minutes.
    assertThat(expired).isEqualTo(3 * 4);
  }

  @Test
  void refusesBarsTooShortForTheirEvents() {
    assertThatThrownBy(() -> SETTINGS.withIntervalMs(703))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("intervalMs must be at least 704 for 14 quotes and 8 trades; have 703");
  }
}
