package io.mirrorcore.jobs.operator;

import io.mirrorcore.jobs.config.Engines;
import io.mirrorcore.jobs.config.Settings;
import io.mirrorcore.jobs.state.StateCell;
import io.mirrorcore.portfolio.PortfolioBar;
import io.mirrorcore.portfolio.StrategyReturnsLedger;
import io.mirrorcore.portfolio.SymbolPositions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Brings the symbols of a portfolio together: asks the cross-asset strategies and keeps the ledger
 * of what every strategy has earned.
 *
 * <p>Bars are buffered by their time and processed, in order of symbol, when the watermark passes
 * it: one answer for each close, whatever the order of arrival.
 */
public final class PortfolioFunction
    extends KeyedProcessFunction<String, PortfolioMember, PortfolioBar> {

  /** Signals of cross-asset strategies to publish. */
  public static final OutputTag<SignalBatch> SIGNALS = new OutputTag<>("portfolio-signals") {};

  private static final long serialVersionUID = 1;
  private static final int LEDGER_VERSION = 1;

  private final Settings settings;
  private transient List<String> strategyIds;
  private transient CrossAssetStrategies strategies;
  private transient MapState<Long, List<SymbolBar>> waiting;
  private transient ValueState<StateCell> ledger;

  public PortfolioFunction(Settings settings) {
    this.settings = settings;
  }

  @Override
  public void open(OpenContext context) {
    strategyIds = settings.strategies().stream().map(s -> s.strategy().id()).toList();
    strategies = new CrossAssetStrategies(getRuntimeContext(), settings);
    waiting =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>(
                    "waiting-bars", Types.LONG, Types.LIST(TypeInformation.of(SymbolBar.class))));
    ledger =
        getRuntimeContext()
            .getState(new ValueStateDescriptor<>("ledger", TypeInformation.of(StateCell.class)));
  }

  @Override
  public void processElement(PortfolioMember member, Context context, Collector<PortfolioBar> out)
      throws Exception {
    long time = member.bar().bar().time();
    List<SymbolBar> bars = waiting.get(time);
    if (bars == null) {
      bars = new ArrayList<>();
      context.timerService().registerEventTimeTimer(time);
    }
    bars.add(member.bar());
    waiting.put(time, bars);
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<PortfolioBar> out)
      throws Exception {
    String portfolio = context.getCurrentKey();
    List<SymbolBar> members = new ArrayList<>(waiting.get(time));
    waiting.remove(time);
    members.sort(Comparator.comparing(member -> member.bar().symbol()));
    CrossAssetStrategies.Answer answer = strategies.onBars(portfolio, members);
    answer.batches().forEach(batch -> context.output(SIGNALS, batch));
    StateCell cell = openLedger(portfolio);
    out.collect(
        cell.as(StrategyReturnsLedger.class).onBar(time, positions(members, answer.positions())));
    ledger.update(cell);
  }

  private StateCell openLedger(String portfolio) throws Exception {
    // No parameters in the fingerprint: the ledger itself carries its history over a change.
    return StateCell.open(
        ledger.value(),
        "ledger",
        LEDGER_VERSION,
        "",
        () -> new StrategyReturnsLedger(portfolio, strategyIds, Engines.ledger(settings)));
  }

  private static List<SymbolPositions> positions(
      List<SymbolBar> members, List<double[]> positions) {
    List<SymbolPositions> wanted = new ArrayList<>();
    for (int i = 0; i < members.size(); i++) {
      var bar = members.get(i).bar();
      wanted.add(new SymbolPositions(bar.symbol(), bar.close(), positions.get(i)));
    }
    return wanted;
  }
}
