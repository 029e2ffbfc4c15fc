package io.mirrorcore.jobs.operator.symbol;

import io.mirrorcore.jobs.state.StateCell;
import io.mirrorcore.market.Bar;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * Bars of the current symbol that have come in and wait for the watermark to pass them, and what
 * has been made of shorter ones so far.
 *
 * <p>Those that a longer bar is made of are added to it one by one, each when the watermark passes
 * its own time and so in the order of their times, whatever order they came in. Of a day of minutes
 * no more is kept than the minutes that are still open.
 */
final class IncomingBars {

  private static final int VERSION = 1;

  private final MapState<Long, Bar> waiting;
  private final ValueState<StateCell> inProgress; // null where bars are taken as they come

  /**
   * @param makesBars whether the bars that come in are only what longer ones are made of
   */
  IncomingBars(RuntimeContext context, boolean makesBars) {
    waiting =
        context.getMapState(
            new MapStateDescriptor<>("bars", Types.LONG, TypeInformation.of(Bar.class)));
    inProgress =
        makesBars
            ? context.getState(
                new ValueStateDescriptor<>("bar-in-progress", TypeInformation.of(StateCell.class)))
            : null;
  }

  void put(Bar bar) throws Exception {
    waiting.put(bar.time(), bar);
  }

  /** The bar of this time, which stays; null where none waits. */
  Bar waitingAt(long time) throws Exception {
    return waiting.get(time);
  }

  /** Takes out the bar of this time; null where none waits. */
  Bar take(long time) throws Exception {
    Bar bar = waiting.get(time);
    waiting.remove(time);
    return bar;
  }

  /** Adds to the bar that is being made. */
  void add(Bar part) throws Exception {
    StateCell cell = cell();
    cell.as(BarInProgress.class).add(part);
    inProgress.update(cell);
  }

  /** Takes out the bar that was made of what came up to its close; null where nothing did. */
  Bar finish(String symbol, long close) throws Exception {
    BarInProgress made = cell().as(BarInProgress.class);
    inProgress.clear();
    return made.hasBegun() ? made.bar(symbol, close) : null;
  }

  private StateCell cell() throws Exception {
    return StateCell.open(inProgress.value(), "bar-in-progress", VERSION, "", BarInProgress::new);
  }
}
