package io.mirrorcore.portfolio.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.calendar.MarketSessions;
import io.mirrorcore.portfolio.ledger.CostModel;
import io.mirrorcore.portfolio.ledger.LedgerSettings;
import io.mirrorcore.portfolio.ledger.SlotRule;
import io.mirrorcore.portfolio.ledger.StrategyReturnsLedger;
import io.mirrorcore.portfolio.ledger.SymbolPositions;
import io.mirrorcore.portfolio.record.PortfolioBar;
import io.mirrorcore.portfolio.record.SymbolReturn;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MarketSleeveTest {

  private static final int FORGET_AFTER = 4;

  /** Three symbols with gaps, of which the third is gone now and then for longer than is waited. */
  private static List<SymbolPositions> bars(SplittableRandom random, int t) {
    List<SymbolPositions> bars = new ArrayList<>();
    bars.add(new SymbolPositions("A", 100 + t, new double[] {1}));
    if (random.nextInt(3) > 0) {
      bars.add(new SymbolPositions("B", 50 + t, new double[] {1}));
    }
    if (t / 10 % 2 == 0) {
      bars.add(new SymbolPositions("C", 70 + t, new double[] {1}));
    }
    return bars;
  }

  @ParameterizedTest
  @EnumSource(SlotRule.class)
  void isWhatHoldWouldBeInTheLedgerToTheBit(SlotRule slots) {
    SplittableRandom random = new SplittableRandom(5);
    StrategyReturnsLedger ledger =
        new StrategyReturnsLedger(
            "main",
            List.of("HOLD"),
            new LedgerSettings(
                slots,
                new CostModel(List.of(), 0.0002),
                20,
                FORGET_AFTER,
                MarketSessions.unknown()));
    MarketSleeve sleeve = new MarketSleeve();
    HeldPositions held = new HeldPositions();
    for (int t = 1; t <= 200; t++) {
      PortfolioBar bar = ledger.onBar(t, bars(random, t));
      for (SymbolReturn symbol : sleeve.join(bar).symbols()) {
        assertThat(symbol.exposures()[1]).isEqualTo(symbol.exposures()[0]);
      }
      if (bar.earned().isPresent()) {
        assertThat(held.gain(bar) - held.cost(bar)).isEqualTo(bar.earned().get().byStrategy()[0]);
      }
      held.become(sleeve.exposures());
    }
  }
}
