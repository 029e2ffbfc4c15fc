package io.mirrorcore.local.paper;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.paper.PaperAccount;
import io.mirrorcore.paper.PaperFill;
import io.mirrorcore.paper.PaperOrder;
import io.mirrorcore.paper.PaperOrder.State;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PaperSummaryTest {

  private static PaperAccount account(String portfolio, long time, double equity, boolean halted) {
    return new PaperAccount(
        portfolio,
        time,
        equity,
        Map.of(),
        equity,
        equity - 100_000,
        equity - 99_000,
        new PaperAccount.Gap(-700, -250.5, -49.5, 1e-12),
        250.5,
        0,
        halted);
  }

  private static PaperOrder order(long number, State state) {
    return new PaperOrder("main", 1, number, "IBM", 1, 100, state);
  }

  @Test
  void saysCapitalGapAndWhatBecameOfOrders() {
    PaperSummary summary = new PaperSummary();
    summary.add(account("main", 1, 100_000, false));
    summary.add(account("main", 2, 103_212.114, false));
    for (int i = 1; i <= 5; i++) {
      summary.add(order(i, State.SENT));
    }
    summary.add(new PaperFill("main", 2, 1, "IBM", 1, 100, 0, 0));
    summary.add(new PaperFill("main", 2, 2, "IBM", 1, 100, 0, 0));
    summary.add(order(3, State.REPLACED));
    summary.add(order(4, State.OUTSIDE_BAND));

    assertThat(summary.lines())
        .containsExactly(
            "main: capital 103,212.11, profit 3,212.11 (3.21 %), expected 4,212.11",
            "  gap: delay -700.00, costs -250.50, lots -49.50, bands 0.00",
            "  5 orders: 2 filled, 1 replaced, 1 outside the band, 0 halted, 1 open");
  }

  @Test
  void everyPortfolioHasItsOwnAndOneThatIsHaltedSaysSo() {
    PaperSummary summary = new PaperSummary();
    summary.add(account("b", 1, 90_000, true));
    summary.add(account("a", 1, 100_000, false));

    assertThat(summary.lines()).hasSize(6);
    assertThat(summary.lines().get(0))
        .isEqualTo("a: capital 100,000.00, profit 0.00 (0.00 %), expected 1,000.00");
    assertThat(summary.lines().get(3))
        .isEqualTo(
            "b: capital 90,000.00, profit -10,000.00 (-10.00 %), expected -9,000.00; halted");
  }

  @Test
  void withoutPositionsThereIsNoAccount() {
    assertThat(new PaperSummary().lines()).containsExactly("no positions to trade to: no account");
  }
}
