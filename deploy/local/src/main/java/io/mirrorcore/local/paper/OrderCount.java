package io.mirrorcore.local.paper;

import io.mirrorcore.paper.PaperOrder;
import io.mirrorcore.paper.PaperOrder.State;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** How many orders of a portfolio were sent, and what became of them. */
final class OrderCount {

  private final Map<State, Long> orders = new EnumMap<>(State.class);
  private long fills;

  void add(PaperOrder order) {
    orders.merge(order.state(), 1L, Long::sum);
  }

  void addFill() {
    fills++;
  }

  /** What is neither filled nor ended is open. */
  String text() {
    long sent = of(State.SENT);
    long ended = of(State.REPLACED) + of(State.OUTSIDE_BAND) + of(State.HALTED);
    return String.format(
        Locale.ROOT,
        "%,d orders: %,d filled, %,d replaced, %,d outside the band, %,d halted, %,d open",
        sent,
        fills,
        of(State.REPLACED),
        of(State.OUTSIDE_BAND),
        of(State.HALTED),
        sent - fills - ended);
  }

  private long of(State state) {
    return orders.getOrDefault(state, 0L);
  }
}
