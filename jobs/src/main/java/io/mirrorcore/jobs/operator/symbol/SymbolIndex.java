package io.mirrorcore.jobs.operator.symbol;

import io.mirrorcore.adjust.DifferenceIndex;
import io.mirrorcore.jobs.state.StateCell;
import io.mirrorcore.market.Bar;
import io.mirrorcore.market.SymbolRules;
import io.mirrorcore.market.option.OptionBar;
import io.mirrorcore.market.tick.TickFold;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/**
 * The current symbol as strategies are shown it where its returns are differences over a notional
 * ({@link DifferenceIndex}). Of other symbols everything is as it came, and nothing is kept.
 */
final class SymbolIndex {

  private final SymbolRules<Double> notionals;
  private final ValueState<StateCell> state; // null where no symbol has one
  private DifferenceIndex current; // of the newest bar; null where its symbol has none

  SymbolIndex(RuntimeContext context, SymbolRules<Double> notionals) {
    this.notionals = notionals;
    state =
        notionals.isEmpty()
            ? null
            : context.getState(
                new ValueStateDescriptor<>(
                    "difference-index", TypeInformation.of(StateCell.class)));
  }

  /** N of a symbol, in units of its price; empty where its returns are ratios. */
  Optional<Double> notional(String symbol) {
    return notionals.of(symbol);
  }

  /** The bar as it is shown; empty where it loses the notional or more. */
  Optional<Bar> next(Bar bar) throws Exception {
    Optional<Double> notional = notional(bar.symbol());
    current = null;
    if (notional.isEmpty()) {
      return Optional.of(bar);
    }
    StateCell cell =
        StateCell.open(
            state.value(), "difference-index", DifferenceIndex.VERSION, "", DifferenceIndex::new);
    current = cell.as(DifferenceIndex.class);
    Optional<Bar> shown = current.next(bar, notional.get());
    state.update(cell);
    return shown;
  }

  /** The ticks of that bar. */
  TickFold shown(TickFold ticks) {
    if (current != null) {
      ticks.move(current.scale(), current.shift());
    }
    return ticks;
  }

  /**
   * The options of that bar. What they are worth at prices of 0 or below no model here says: they
   * count by their volume.
   */
  OptionBar shown(OptionBar options) {
    return current == null
        ? options
        : new OptionBar(options.putVolume(), options.callVolume(), List.of());
  }
}
