package io.mirrorcore.paper;

import java.util.ArrayList;
import java.util.List;

/**
 * What an account has done, in its order.
 *
 * @param orders sent and ended
 * @param fills of them
 * @param accounts at each close
 * @param controls that took effect
 */
public record PaperTape(
    List<PaperOrder> orders,
    List<PaperFill> fills,
    List<PaperAccount> accounts,
    List<PaperControl> controls) {

  /** An empty one. */
  PaperTape() {
    this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
  }

  void order(PaperOrder order) {
    orders.add(order);
  }

  void fill(PaperFill fill) {
    fills.add(fill);
  }
}
