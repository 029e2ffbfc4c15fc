package io.mirrorcore.local.paper;

import io.mirrorcore.paper.PaperAccount;
import io.mirrorcore.paper.PaperFill;
import io.mirrorcore.paper.PaperOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a run came to, by portfolio: capital, profit and what it should have been, the gap by cause,
 * and what became of the orders.
 */
public final class PaperSummary {

  private final Map<String, PaperAccount> accounts = new TreeMap<>();
  private final Map<String, OrderCount> orders = new TreeMap<>();

  /** An account replaces the one before of its portfolio. */
  public void add(PaperAccount account) {
    accounts.put(account.portfolio(), account);
  }

  public void add(PaperOrder order) {
    count(order.portfolio()).add(order);
  }

  public void add(PaperFill fill) {
    count(fill.portfolio()).addFill();
  }

  private OrderCount count(String portfolio) {
    return orders.computeIfAbsent(portfolio, any -> new OrderCount());
  }

  /** Three lines a portfolio; one that says so where there was nothing to trade. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    accounts.forEach(
        (portfolio, account) -> {
          lines.add(portfolio + ": " + capital(account));
          lines.add("  " + gap(account));
          lines.add("  " + count(portfolio).text());
        });
    if (lines.isEmpty()) {
      lines.add("no positions to trade to: no account");
    }
    return lines;
  }

  private static String capital(PaperAccount account) {
    double start = account.equity() - account.profit();
    return "capital %s, profit %s (%s %%), expected %s%s"
        .formatted(
            money(account.equity()),
            money(account.profit()),
            money(100 * account.profit() / start),
            money(account.expected()),
            account.halted() ? "; halted" : "");
  }

  private static String gap(PaperAccount account) {
    PaperAccount.Gap gap = account.gap();
    return "gap: delay %s, costs %s, lots %s, bands %s"
        .formatted(money(gap.delay()), money(gap.costs()), money(gap.lots()), money(gap.bands()));
  }

  /** Two digits, and no minus before what is none of them. */
  private static String money(double value) {
    return String.format(Locale.ROOT, "%,.2f", Math.abs(value) < 0.005 ? 0.0 : value);
  }
}
