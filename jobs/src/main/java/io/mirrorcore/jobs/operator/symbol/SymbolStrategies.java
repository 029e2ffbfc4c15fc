package io.mirrorcore.jobs.operator.symbol;

import io.mirrorcore.jobs.config.settings.ConfiguredStrategy;
import io.mirrorcore.jobs.operator.SignalBatch;
import io.mirrorcore.jobs.plan.StrategyPlan;
import io.mirrorcore.jobs.state.StateCell;
import io.mirrorcore.signal.Signal;
import io.mirrorcore.signal.SignalRecord;
import io.mirrorcore.strategy.MarketBar;
import io.mirrorcore.strategy.Parameters;
import io.mirrorcore.strategy.SymbolStrategy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/**
 * The configured single-symbol strategies and their state: one cell each, named by the strategy's
 * id, so that switching one on or off touches no other.
 */
final class SymbolStrategies {

  private final boolean emitAll;
  private final int configured;
  private final List<Entry> entries = new ArrayList<>();

  SymbolStrategies(RuntimeContext context, StrategyPlan plan) {
    emitAll = plan.emitsAll();
    List<ConfiguredStrategy> all = plan.load();
    configured = all.size();
    for (int index = 0; index < configured; index++) {
      if (all.get(index).strategy() instanceof SymbolStrategy strategy) {
        ValueState<StateCell> state =
            context.getState(
                new ValueStateDescriptor<>(strategy.id(), TypeInformation.of(StateCell.class)));
        entries.add(new Entry(index, strategy, all.get(index), state));
      }
    }
  }

  int tradeCapacity() {
    return entries.stream().mapToInt(e -> e.strategy.tradeCapacity(e.parameters())).max().orElse(0);
  }

  int quoteCapacity() {
    return entries.stream().mapToInt(e -> e.strategy.quoteCapacity(e.parameters())).max().orElse(0);
  }

  boolean needsAbsoluteSpread() {
    return entries.stream().anyMatch(e -> e.strategy.needsAbsoluteSpread(e.parameters()));
  }

  /**
   * Asks every strategy about one bar of the current key.
   *
   * @param publish takes the signals to publish, if there are any
   * @return wanted positions by configured strategy
   */
  double[] onBar(MarketBar bar, Consumer<SignalBatch> publish) throws Exception {
    String symbol = bar.bar().symbol();
    long time = bar.bar().time();
    double[] positions = new double[configured];
    List<SignalRecord> changed = new ArrayList<>();
    for (Entry entry : entries) {
      StateCell cell = entry.open(symbol);
      SymbolSlot slot = cell.as(SymbolSlot.class);
      Signal signal = slot.machine().onBar(bar);
      positions[entry.index] = signal.position();
      if (slot.changesTo(signal) || emitAll) {
        changed.add(
            SignalRecord.of(
                symbol,
                time,
                entry.strategy.id(),
                entry.strategy.attributes(entry.parameters()),
                signal,
                null));
      }
      entry.state.update(cell);
    }
    if (!changed.isEmpty()) {
      publish.accept(new SignalBatch(symbol, time, "", changed));
    }
    return positions;
  }

  private record Entry(
      int index,
      SymbolStrategy strategy,
      ConfiguredStrategy configured,
      ValueState<StateCell> state) {

    Parameters parameters() {
      return configured.parameters();
    }

    StateCell open(String symbol) throws Exception {
      Parameters parameters = configured.parameters(symbol);
      return StateCell.open(
          state.value(),
          strategy.id(),
          strategy.stateVersion(parameters),
          parameters.fingerprint(),
          () -> new SymbolSlot(strategy.machine(parameters)));
    }
  }
}
