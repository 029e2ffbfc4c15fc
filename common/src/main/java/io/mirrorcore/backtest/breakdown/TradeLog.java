package io.mirrorcore.backtest.breakdown;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/** Takes in all trades and keeps few: the largest, the last, and how many there were. */
final class TradeLog {

  /** So many of the largest and of the last are kept. */
  static final int MOST = 50;

  /** By value, whatever its sign; of equal ones the later is the smaller. */
  private static final Comparator<Trade> BY_SIZE =
      Comparator.<Trade>comparingDouble(trade -> Math.abs(trade.value()))
          .thenComparing(Comparator.comparingLong(Trade::time).reversed())
          .thenComparing(Comparator.comparing(Trade::symbol).reversed());

  private final Consumer<Trade> all;
  private final PriorityQueue<Trade> largest = new PriorityQueue<>(BY_SIZE);
  private final ArrayDeque<Trade> last = new ArrayDeque<>();
  private long count;
  private double value;
  private double cost;

  /**
   * @param all is shown every trade, in order
   */
  TradeLog(Consumer<Trade> all) {
    this.all = all;
  }

  void add(Trade trade) {
    all.accept(trade);
    count++;
    value += Math.abs(trade.value());
    cost += trade.cost();
    largest.add(trade);
    last.addLast(trade);
    if (largest.size() > MOST) {
      largest.remove();
      last.removeFirst();
    }
  }

  Attribution.Trades trades() {
    List<Trade> ordered = new ArrayList<>(largest);
    ordered.sort(BY_SIZE.reversed());
    return new Attribution.Trades(count, value, cost, List.copyOf(ordered), List.copyOf(last));
  }
}
