package io.mirrorcore.portfolio.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorcore.calendar.Exchange;
import io.mirrorcore.calendar.MarketSessions;
import io.mirrorcore.portfolio.Restored;
import io.mirrorcore.portfolio.record.PortfolioBar;
import io.mirrorcore.portfolio.record.SymbolReturn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SlotsOfThoseAliveTest {

  private static final long MINUTE = 60_000;
  private static final long DAY = 86_400_000;
  private static final long FRIDAY = Instant.parse("2024-03-08T21:00:00Z").toEpochMilli();

  private static LedgerSettings settings(SlotRule slots, int forgetAfter, MarketSessions sessions) {
    return new LedgerSettings(slots, CostModel.flat(0.001), 20, forgetAfter, sessions);
  }

  private static StrategyReturnsLedger alive(int forgetAfter) {
    return ledger(settings(SlotRule.ALIVE, forgetAfter, MarketSessions.unknown()));
  }

  private static StrategyReturnsLedger ledger(LedgerSettings settings) {
    return new StrategyReturnsLedger("demo", List.of("LONG", "SHORT"), settings);
  }

  private static PortfolioBar onBar(StrategyReturnsLedger ledger, long time, String... symbols) {
    List<SymbolPositions> bars = new ArrayList<>();
    for (String symbol : symbols) {
      bars.add(new SymbolPositions(symbol, 100, new double[] {1, -1}));
    }
    return ledger.onBar(time, bars);
  }

  /** What the first strategy, which holds every symbol, has of each. */
  private static Map<String, Double> held(PortfolioBar bar) {
    TreeMap<String, Double> held = new TreeMap<>();
    for (SymbolReturn symbol : bar.symbols()) {
      held.put(symbol.symbol(), symbol.exposures()[0]);
    }
    return held;
  }

  @Test
  void onTheWeekendOfCoinsAndSharesTheCoinKeepsItsQuarter() {
    StrategyReturnsLedger ledger = alive(60);
    onBar(ledger, FRIDAY, "AAPL", "BTC", "IBM", "MSFT");
    for (int day = 1; day <= 2; day++) {
      PortfolioBar weekend = onBar(ledger, FRIDAY + day * DAY, "BTC");
      assertThat(held(weekend).values()).containsOnly(0.25).hasSize(4);
    }
    StrategyReturnsLedger first = ledger(settings(SlotRule.PRESENT, 60, MarketSessions.unknown()));
    onBar(first, FRIDAY, "AAPL", "BTC", "IBM", "MSFT");
    assertThat(held(onBar(first, FRIDAY + DAY, "BTC"))).as("what it was").containsEntry("BTC", 1.0);
  }

  @Test
  void aThinSymbolResizesNoOtherByABit() {
    for (int others = 1; others <= 40; others++) {
      String[] busy = new String[others];
      for (int i = 0; i < others; i++) {
        busy[i] = "S%02d".formatted(i);
      }
      String[] all = Arrays.copyOf(busy, others + 1);
      all[others] = "THIN";
      StrategyReturnsLedger ledger = alive(60);
      Map<String, Double> first = held(onBar(ledger, MINUTE, all));
      for (int bar = 2; bar < 70; bar++) {
        PortfolioBar now = onBar(ledger, bar * MINUTE, bar % 30 == 0 ? all : busy);
        assertThat(held(now)).isEqualTo(first);
      }
    }
  }

  @Test
  void aNewListingTakesOnlyWhatTheAbsentLeave() {
    StrategyReturnsLedger ledger = alive(60);
    onBar(ledger, 1, "A", "B", "C");
    Map<String, Double> listed = held(onBar(ledger, 2, "A", "B", "NEW"));
    assertThat(listed.get("C")).isEqualTo(1.0 / 3);
    assertThat(listed.get("NEW")).isCloseTo(2.0 / 9, within(1e-15));
    assertThat(held(onBar(ledger, 3, "A", "B", "C", "NEW")).values()).containsOnly(0.25);
  }

  @Test
  void whoIsGoneLeavesItsSlotToTheOthers() {
    StrategyReturnsLedger ledger = alive(2);
    onBar(ledger, 1, "A", "B");
    assertThat(held(onBar(ledger, 2, "A"))).containsEntry("A", 0.5).containsEntry("B", 0.5);
    assertThat(held(onBar(ledger, 3, "A"))).containsEntry("A", 1.0).containsEntry("B", 0.0);
  }

  /** 1,050 minutes of a night are more than the 60 bars after which a symbol is forgotten. */
  @Test
  void aNightIsNotMissedByASymbolWhoseMarketIsClosed() {
    MarketSessions sessions =
        new MarketSessions(
            List.of(
                new MarketSessions.Rule("BTC", Exchange.ALWAYS.hours()),
                new MarketSessions.Rule("*", Exchange.NYSE.hours())),
            MINUTE);
    StrategyReturnsLedger ledger = ledger(settings(SlotRule.ALIVE, 60, sessions));
    long close = Instant.parse("2024-03-08T21:00:00Z").toEpochMilli();
    long open = Instant.parse("2024-03-11T13:30:00Z").toEpochMilli();
    onBar(ledger, close, "BTC", "IBM");
    PortfolioBar bar = null;
    for (long time = close + MINUTE; time <= open; time += MINUTE) {
      bar = onBar(ledger, time, "BTC");
    }
    assertThat(held(bar)).containsEntry("BTC", 0.5).containsEntry("IBM", 0.5);
    assertThat(bar.symbols().get(1).silent()).isZero();
    for (int minute = 1; minute <= 59; minute++) {
      bar = onBar(ledger, open + minute * MINUTE, "BTC");
    }
    assertThat(bar.symbols().get(1).silent()).isEqualTo(59);
    assertThat(held(onBar(ledger, open + 60 * MINUTE, "BTC"))).containsEntry("IBM", 0.0);
  }

  @Test
  void grossExposureNeverExceedsOneWhateverTheCalendarsListingsAndHalts() {
    for (long seed = 1; seed <= 60; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      int symbols = 1 + random.nextInt(12);
      int[] cycle = new int[symbols]; // a market that is open for some of so many bars
      int[] openFor = new int[symbols];
      int[] listedAt = new int[symbols];
      int[] delistedAt = new int[symbols];
      for (int s = 0; s < symbols; s++) {
        cycle[s] = 1 + random.nextInt(20);
        openFor[s] = 1 + random.nextInt(cycle[s]);
        listedAt[s] = random.nextInt(3) == 0 ? random.nextInt(150) : 0;
        delistedAt[s] = random.nextInt(3) == 0 ? 100 + random.nextInt(200) : 400;
      }
      StrategyReturnsLedger ledger = alive(1 + random.nextInt(30));
      for (int t = 1; t <= 300; t++) {
        List<SymbolPositions> bars = new ArrayList<>();
        for (int s = 0; s < symbols; s++) {
          boolean halted = random.nextInt(10) == 0;
          if (t >= listedAt[s] && t < delistedAt[s] && t % cycle[s] < openFor[s] && !halted) {
            double[] wanted = {random.nextInt(3) - 1, 2 * random.nextDouble() - 1};
            bars.add(new SymbolPositions("S%02d".formatted(s), 100, wanted));
          }
        }
        if (!bars.isEmpty()) {
          requireGross(ledger.onBar(t, bars), seed);
        }
        if (t % 37 == 0) {
          LedgerSettings same =
              settings(SlotRule.ALIVE, 1 + random.nextInt(30), MarketSessions.unknown());
          ledger = Restored.from(ledger, ledger(same));
        }
      }
    }
  }

  private static void requireGross(PortfolioBar bar, long seed) {
    for (int k = 0; k < 2; k++) {
      double gross = 0;
      for (SymbolReturn symbol : bar.symbols()) {
        gross += Math.abs(symbol.exposures()[k]);
      }
      assertThat(gross).as("seed %d at %d", seed, bar.time()).isLessThanOrEqualTo(1 + 1e-12);
    }
  }

  /** As it is written since the first release, in which one coin had a slot of 1 at a weekend. */
  @Test
  void goesOnFromAStateWithoutSlots() {
    StrategyReturnsLedger first = ledger(settings(SlotRule.PRESENT, 60, MarketSessions.unknown()));
    onBar(first, 1, "A", "B", "C", "D");
    onBar(first, 2, "A");
    StrategyReturnsLedger now = Restored.from(first, alive(60));
    Map<String, Double> held = held(onBar(now, 3, "A"));
    assertThat(held.get("B")).as("kept").isEqualTo(0.25);
    assertThat(held.get("A")).isEqualTo(0.25);

    StrategyReturnsLedger back =
        Restored.from(now, ledger(settings(SlotRule.PRESENT, 60, MarketSessions.unknown())));
    assertThat(held(onBar(back, 4, "A", "B"))).containsEntry("A", 0.5).containsEntry("C", 0.25);
  }
}
