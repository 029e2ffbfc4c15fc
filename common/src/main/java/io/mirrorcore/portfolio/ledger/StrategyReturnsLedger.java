package io.mirrorcore.portfolio.ledger;

import io.mirrorcore.portfolio.record.PortfolioBar;
import io.mirrorcore.state.Stateful;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Keeps account of what each strategy of one portfolio earns.
 *
 * <pre>
 *   q_{k,s,t} = p_{k,s,t} a_{s,t}                a: slot of the capital, {@link Slots}
 *   R_{k,t}   = sum_s q_{k,s,t-1} r_{s,t} - sum_s cost_s |q_{k,s,t-1} - q_{k,s,t-2}|
 * </pre>
 *
 * <p>A position decided at a close earns only the next bar. A symbol that lacks a bar takes no
 * part: it keeps its slot and its exposures, and earns, when its next bar comes, the whole return
 * since its last. Sums run over the symbols by name, so that the order of arrival leaves no trace.
 *
 * <p>A symbol without a bar for {@code forgetAfter} bars of the portfolio, of those in which its
 * market was open, has its positions closed at its last price; one bar later, when that has been
 * paid for, it is forgotten, and a bar that comes after all starts a new history. So the ledger is
 * bounded by the symbols alive, and nothing is earned over a gap in which nobody could trade:
 * tickers are reused, and one real series of daily prices goes from 0.11 (a bank, closed) to 20.15
 * (another company) over ten months.
 *
 * <p>State is kept by strategy id: loaded into a ledger with other strategies, those in both go on
 * and a new one starts with nothing held.
 */
public final class StrategyReturnsLedger implements Stateful {

  /** In the place of a count: what follows was written with slots. No count is negative. */
  private static final int WITH_SLOTS = -1;

  private final String portfolio;
  private final List<String> strategies;
  private final LedgerSettings settings;
  private final TreeMap<String, SymbolLedger> symbols = new TreeMap<>();
  private long lastTime = Long.MIN_VALUE;
  private boolean started;

  public StrategyReturnsLedger(String portfolio, List<String> strategies, LedgerSettings settings) {
    this.portfolio = portfolio;
    this.strategies = List.copyOf(strategies);
    this.settings = settings;
  }

  /**
   * Takes in all bars of one close.
   *
   * @param time the close, epoch milliseconds, after the one before
   * @param bars in order of symbol, at least one
   * @throws IllegalArgumentException out of sequence, or if a bar has not one position a strategy
   */
  public PortfolioBar onBar(long time, List<SymbolPositions> bars) {
    check(time, bars);
    Map<String, SymbolPositions> now = new TreeMap<>();
    for (SymbolPositions bar : bars) {
      now.put(bar.symbol(), bar);
      symbols.computeIfAbsent(
          bar.symbol(), s -> new SymbolLedger(strategies.size(), settings.moveWindow()));
    }
    PortfolioBarDraft draft = new PortfolioBarDraft(strategies);
    account(draft, now, time);
    decide(draft, now);
    forget();
    boolean first = !started;
    started = true;
    lastTime = time;
    return draft.finish(portfolio, time, first);
  }

  private void account(PortfolioBarDraft draft, Map<String, SymbolPositions> now, long time) {
    for (Map.Entry<String, SymbolLedger> entry : symbols.entrySet()) {
      SymbolLedger ledger = entry.getValue();
      SymbolPositions bar = now.get(entry.getKey());
      double cost = settings.costs().of(entry.getKey());
      if (bar == null) {
        if (settings.sessions().expects(entry.getKey(), time)) {
          ledger.missBar();
        }
        draft.absent(entry.getKey(), cost, ledger);
      } else {
        draft.present(entry.getKey(), cost, ledger, bar.close());
        ledger.close(bar.close());
      }
    }
  }

  private void decide(PortfolioBarDraft draft, Map<String, SymbolPositions> now) {
    double[] divisors = divisors(now);
    double slot = 1 / (isAlive() ? divisors[0] : now.size());
    int s = 0;
    for (Map.Entry<String, SymbolLedger> entry : symbols.entrySet()) {
      SymbolLedger ledger = entry.getValue();
      SymbolPositions bar = now.get(entry.getKey());
      if (bar != null) {
        ledger.decide(exposures(bar.positions(), divisors));
        ledger.size(slot);
      } else if (isGone(ledger)) {
        ledger.decide(new double[strategies.size()]);
        ledger.size(0);
      } else {
        ledger.keep();
      }
      draft.decided(s++, ledger);
    }
  }

  private boolean isGone(SymbolLedger ledger) {
    return ledger.silent() >= settings.forgetAfter();
  }

  /** By what each strategy's positions are divided; 0 where it wants none. */
  private double[] divisors(Map<String, SymbolPositions> now) {
    double[] divisors = new double[strategies.size()];
    switch (settings.slots()) {
      case ALIVE -> Arrays.fill(divisors, slots(now).divisor());
      case PRESENT -> Arrays.fill(divisors, now.size());
      case DEPLOYED -> addDeployed(now, divisors);
    }
    return divisors;
  }

  private Slots slots(Map<String, SymbolPositions> now) {
    Slots slots = new Slots();
    for (Map.Entry<String, SymbolLedger> entry : symbols.entrySet()) {
      if (now.containsKey(entry.getKey())) {
        slots.trade();
      } else if (!isGone(entry.getValue())) {
        slots.keep(entry.getValue().slot());
      }
    }
    return slots;
  }

  private static void addDeployed(Map<String, SymbolPositions> now, double[] divisors) {
    for (SymbolPositions bar : now.values()) {
      for (int k = 0; k < divisors.length; k++) {
        divisors[k] += Math.abs(bar.positions()[k]);
      }
    }
  }

  private static double[] exposures(double[] positions, double[] divisors) {
    double[] exposures = new double[positions.length];
    for (int k = 0; k < exposures.length; k++) {
      // Not by an infinite divisor: it makes a zero with a sign.
      boolean none = positions[k] == 0 || divisors[k] == Double.POSITIVE_INFINITY;
      exposures[k] = none ? 0 : positions[k] / divisors[k];
    }
    return exposures;
  }

  private void forget() {
    symbols.values().removeIf(ledger -> ledger.silent() > settings.forgetAfter());
  }

  private void check(long time, List<SymbolPositions> bars) {
    if (time <= lastTime) {
      throw new IllegalArgumentException(
          "time of a bar of " + portfolio + " must be after " + lastTime + "; have " + time);
    }
    if (bars.isEmpty()) {
      throw new IllegalArgumentException("a close of " + portfolio + " must have at least one bar");
    }
    String before = null;
    for (SymbolPositions bar : bars) {
      if (before != null && before.compareTo(bar.symbol()) >= 0) {
        throw new IllegalArgumentException(
            "bars must be in order of symbol; have " + bar.symbol() + " after " + before);
      }
      if (bar.positions().length != strategies.size()) {
        throw new IllegalArgumentException(
            bar.symbol()
                + " must have "
                + strategies.size()
                + " positions; has "
                + bar.positions().length);
      }
      before = bar.symbol();
    }
  }

  /**
   * Slots are kept where there are any, in a form of their own; else in that of the first release.
   */
  @Override
  public void save(DataOutput out) throws IOException {
    out.writeLong(lastTime);
    out.writeBoolean(started);
    if (isAlive()) {
      out.writeInt(WITH_SLOTS);
    }
    out.writeInt(strategies.size());
    for (String strategy : strategies) {
      out.writeUTF(strategy);
    }
    out.writeInt(symbols.size());
    for (Map.Entry<String, SymbolLedger> entry : symbols.entrySet()) {
      out.writeUTF(entry.getKey());
      entry.getValue().save(out);
      if (isAlive()) {
        out.writeDouble(entry.getValue().slot());
      }
    }
  }

  /** Reads both forms: the rule of the slots may be changed at any time. */
  @Override
  public void load(DataInput in) throws IOException {
    lastTime = in.readLong();
    started = in.readBoolean();
    int first = in.readInt();
    boolean withSlots = first == WITH_SLOTS;
    int[] places = new int[withSlots ? in.readInt() : first];
    for (int i = 0; i < places.length; i++) {
      places[i] = strategies.indexOf(in.readUTF());
    }
    symbols.clear();
    for (int left = in.readInt(); left > 0; left--) {
      String symbol = in.readUTF();
      SymbolLedger ledger = new SymbolLedger(strategies.size(), settings.moveWindow());
      ledger.load(in, places);
      ledger.size(withSlots ? in.readDouble() : 0);
      symbols.put(symbol, ledger);
    }
    if (!withSlots) {
      symbols.values().forEach(ledger -> ledger.sizeByPositions(1.0 / symbols.size()));
    }
  }

  private boolean isAlive() {
    return settings.slots() == SlotRule.ALIVE;
  }
}
