package io.mirrorcore.jobs.operator.portfolio;

import io.mirrorcore.jobs.config.settings.ConfiguredStrategy;
import io.mirrorcore.jobs.operator.SignalBatch;
import io.mirrorcore.jobs.operator.SymbolBar;
import io.mirrorcore.jobs.plan.StrategyPlan;
import io.mirrorcore.jobs.state.StateCell;
import io.mirrorcore.market.Bar;
import io.mirrorcore.portfolio.record.LeadLagRecord;
import io.mirrorcore.signal.Signal;
import io.mirrorcore.signal.SignalRecord;
import io.mirrorcore.strategy.CrossAssetStrategy;
import io.mirrorcore.strategy.LeadLag;
import io.mirrorcore.strategy.PairReading;
import io.mirrorcore.strategy.PairStrategy;
import io.mirrorcore.strategy.Parameters;
import io.mirrorcore.strategy.Sectors;
import io.mirrorcore.strategy.Strategy;
import io.mirrorcore.strategy.SymbolStrategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/**
 * The configured strategies on a whole portfolio and their state, one cell each, named by id.
 * Cross-asset strategies are computed here; strategies on pairs are computed in shards and only
 * combined here.
 */
final class PortfolioStrategies {

  private static final String LEADS = "leads-";
  private static final int LEADS_VERSION = 1;

  private final boolean emitAll;
  private final StrategyPlan plan;
  private final List<Entry> entries = new ArrayList<>();

  PortfolioStrategies(RuntimeContext context, StrategyPlan plan) {
    this.plan = plan;
    emitAll = plan.emitsAll();
    List<ConfiguredStrategy> all = plan.load();
    for (int index = 0; index < all.size(); index++) {
      Strategy strategy = all.get(index).strategy();
      if (!(strategy instanceof SymbolStrategy)) {
        entries.add(
            new Entry(
                index,
                strategy,
                all.get(index).parameters(),
                cell(context, strategy.id()),
                cell(context, LEADS + strategy.id())));
      }
    }
  }

  private static ValueState<StateCell> cell(RuntimeContext context, String name) {
    return context.getState(new ValueStateDescriptor<>(name, TypeInformation.of(StateCell.class)));
  }

  /**
   * Asks every strategy about one close of the current portfolio.
   *
   * @param members bars of the same time in order of symbol
   * @param readings what the shards found, by strategy, in order of pair
   * @return wanted positions of the members and signals to publish
   */
  Answer onBars(String portfolio, List<SymbolBar> members, Map<String, List<PairReading>> readings)
      throws Exception {
    List<Bar> bars = members.stream().map(SymbolBar::bar).toList();
    List<double[]> positions = new ArrayList<>();
    List<List<SignalRecord>> changed = new ArrayList<>();
    List<LeadLagRecord> leads = new ArrayList<>();
    for (SymbolBar member : members) {
      // A copy: with object reuse the array may be in another portfolio's hands as well.
      positions.add(member.positions().clone());
      changed.add(new ArrayList<>());
    }
    for (Entry entry : entries) {
      StateCell cell = entry.open(plan.sectors(portfolio));
      AnnouncedBySymbol slot = cell.as(AnnouncedBySymbol.class);
      List<PairReading> own = readings.getOrDefault(entry.strategy.id(), List.of());
      List<Signal> signals = entry.ask(slot, bars, own);
      for (int i = 0; i < signals.size(); i++) {
        Signal signal = signals.get(i);
        positions.get(i)[entry.index] = signal.position();
        if (slot.changesTo(bars.get(i).symbol(), signal) || emitAll) {
          changed.get(i).add(entry.record(bars.get(i), signal, portfolio));
        }
      }
      entry.state.update(cell);
      leads.addAll(entry.leads(portfolio, bars, entry.found(slot, own)));
    }
    return new Answer(positions, batches(portfolio, bars, changed), leads);
  }

  private static List<SignalBatch> batches(
      String portfolio, List<Bar> bars, List<List<SignalRecord>> changed) {
    List<SignalBatch> batches = new ArrayList<>();
    for (int i = 0; i < bars.size(); i++) {
      if (!changed.get(i).isEmpty()) {
        Bar bar = bars.get(i);
        batches.add(new SignalBatch(bar.symbol(), bar.time(), portfolio, changed.get(i)));
      }
    }
    return batches;
  }

  /** Wanted positions by member and configured strategy, and what there is to publish. */
  record Answer(List<double[]> positions, List<SignalBatch> batches, List<LeadLagRecord> leads) {}

  /**
   * @param network who led whom at the close before; empty for most strategies
   */
  private record Entry(
      int index,
      Strategy strategy,
      Parameters parameters,
      ValueState<StateCell> state,
      ValueState<StateCell> network) {

    StateCell open(Sectors sectors) throws Exception {
      return StateCell.open(
          state.value(),
          strategy.id(),
          strategy.stateVersion(parameters),
          parameters.fingerprint(),
          () ->
              new AnnouncedBySymbol(
                  strategy instanceof CrossAssetStrategy whole
                      ? whole.machine(parameters, sectors)
                      : null));
    }

    List<Signal> ask(AnnouncedBySymbol slot, List<Bar> bars, List<PairReading> readings) {
      return strategy instanceof PairStrategy pairs
          ? pairs.combine(parameters, bars, readings)
          : slot.machine(CrossAssetStrategy.Machine.class).onBars(bars);
    }

    List<LeadLag> found(AnnouncedBySymbol slot, List<PairReading> readings) {
      return strategy instanceof PairStrategy pairs
          ? pairs.leads(parameters, readings)
          : slot.machine(CrossAssetStrategy.Machine.class).leads();
    }

    /** What changes; a network without anybody in it, which is most, keeps no state. */
    List<LeadLagRecord> leads(String portfolio, List<Bar> bars, List<LeadLag> found)
        throws Exception {
      StateCell before = network.value();
      if (before == null && found.isEmpty()) {
        return List.of();
      }
      StateCell cell =
          StateCell.open(before, LEADS + strategy.id(), LEADS_VERSION, "", LeadNetwork::new);
      LeadNetwork leads = cell.as(LeadNetwork.class);
      Set<String> present = bars.stream().map(Bar::symbol).collect(Collectors.toSet());
      long time = bars.get(0).time();
      List<LeadLagRecord> changes =
          leads.changes(new LeadNetwork.Occasion(portfolio, time, strategy.id()), found, present);
      network.update(leads.isEmpty() ? null : cell);
      return changes;
    }

    SignalRecord record(Bar bar, Signal signal, String portfolio) {
      return SignalRecord.of(
          bar.symbol(),
          bar.time(),
          strategy.id(),
          strategy.attributes(parameters),
          signal,
          portfolio);
    }
  }
}
