package io.mirrorcore.jobs.operator.symbol;

import io.mirrorcore.jobs.state.StateCell;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/**
 * Ids of the last {@value RecentIds#KEPT} trades of the current symbol, in the order of its topic:
 * a feed that has lost its connection sends the last ones again. A symbol whose trades have no ids
 * keeps nothing.
 */
final class SeenTrades {

  private static final int VERSION = 1;

  private final ValueState<StateCell> state;

  SeenTrades(RuntimeContext context) {
    state =
        context.getState(
            new ValueStateDescriptor<>("trade-ids", TypeInformation.of(StateCell.class)));
  }

  /**
   * Whether no trade with this id is remembered.
   *
   * @param id 0 for a trade without one, which is always a first
   */
  boolean isFirst(long id) throws Exception {
    return id == 0 || !cell().as(RecentIds.class).contains(id);
  }

  /** Remembers the id of a trade that counts. */
  void add(long id) throws Exception {
    if (id != 0) {
      StateCell cell = cell();
      cell.as(RecentIds.class).add(id);
      state.update(cell);
    }
  }

  private StateCell cell() throws Exception {
    return StateCell.open(state.value(), "trade-ids", VERSION, "", RecentIds::new);
  }
}
