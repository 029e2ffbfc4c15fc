package io.mirrorcore.jobs.operator.portfolio;

import io.mirrorcore.jobs.operator.ShardReadings;
import io.mirrorcore.jobs.operator.SignalBatch;
import io.mirrorcore.jobs.operator.SymbolBar;
import io.mirrorcore.jobs.operator.order.Waiting;
import io.mirrorcore.jobs.plan.StrategyPlan;
import io.mirrorcore.jobs.state.StateCell;
import io.mirrorcore.jobs.topic.Topic;
import io.mirrorcore.portfolio.ledger.LedgerSettings;
import io.mirrorcore.portfolio.ledger.StrategyReturnsLedger;
import io.mirrorcore.portfolio.ledger.SymbolPositions;
import io.mirrorcore.portfolio.record.LeadLagRecord;
import io.mirrorcore.portfolio.record.PortfolioBar;
import io.mirrorcore.strategy.PairReading;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * The operator on all symbols of one portfolio: it runs the cross-asset strategies, combines what
 * the shards have found about pairs, and keeps the ledger of every strategy's returns.
 *
 * <p>Bars are buffered by their time and processed, in order of symbol, when the watermark passes
 * it: one answer for each close, whatever the order of arrival.
 */
public final class PortfolioFunction
    extends KeyedCoProcessFunction<String, PortfolioMember, ShardReadings, PortfolioBar> {

  /** Signals of cross-asset strategies to publish. */
  public static final OutputTag<SignalBatch> SIGNALS = new OutputTag<>("portfolio-signals") {};

  /** Who begins and ceases to lead whom. */
  public static final OutputTag<LeadLagRecord> LEADS = new OutputTag<>(Topic.LEAD_LAG.word()) {};

  private static final long serialVersionUID = 1;
  private static final int LEDGER_VERSION = 1;

  private final StrategyPlan plan;
  private final LedgerSettings ledgerSettings;
  private transient PortfolioStrategies strategies;
  private transient Waiting<SymbolBar> waiting;
  private transient Waiting<ShardReadings> waitingReadings;
  private transient ValueState<StateCell> ledger;

  public PortfolioFunction(StrategyPlan plan, LedgerSettings ledgerSettings) {
    this.plan = plan;
    this.ledgerSettings = ledgerSettings;
  }

  @Override
  public void open(OpenContext context) {
    strategies = new PortfolioStrategies(getRuntimeContext(), plan);
    waiting =
        new Waiting<>(getRuntimeContext(), "waiting-bars", TypeInformation.of(SymbolBar.class));
    waitingReadings =
        new Waiting<>(
            getRuntimeContext(), "waiting-readings", TypeInformation.of(ShardReadings.class));
    ledger =
        getRuntimeContext()
            .getState(new ValueStateDescriptor<>("ledger", TypeInformation.of(StateCell.class)));
  }

  @Override
  public void processElement1(PortfolioMember member, Context context, Collector<PortfolioBar> out)
      throws Exception {
    long time = member.bar().bar().time();
    if (waiting.add(time, member.bar())) {
      context.timerService().registerEventTimeTimer(time);
    }
  }

  @Override
  public void processElement2(ShardReadings found, Context context, Collector<PortfolioBar> out)
      throws Exception {
    // No timer: a shard speaks of a close only where there are bars, and those have one.
    waitingReadings.add(found.time(), found);
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<PortfolioBar> out)
      throws Exception {
    String portfolio = context.getCurrentKey();
    List<SymbolBar> members = waiting.take(time);
    members.sort(Comparator.comparing(member -> member.bar().symbol()));
    PortfolioStrategies.Answer answer = strategies.onBars(portfolio, members, takeReadings(time));
    answer.batches().forEach(batch -> context.output(SIGNALS, batch));
    answer.leads().forEach(lead -> context.output(LEADS, lead));
    StateCell cell = openLedger(portfolio);
    out.collect(
        cell.as(StrategyReturnsLedger.class).onBar(time, positions(members, answer.positions())));
    ledger.update(cell);
  }

  /** What all shards found at this close, by strategy, in order of pair. */
  private Map<String, List<PairReading>> takeReadings(long time) throws Exception {
    Map<String, List<PairReading>> byStrategy = new TreeMap<>();
    for (ShardReadings found : waitingReadings.take(time)) {
      byStrategy
          .computeIfAbsent(found.strategy(), id -> new ArrayList<>())
          .addAll(found.readings());
    }
    byStrategy.values().forEach(readings -> readings.sort(PairReading.ORDER));
    return byStrategy;
  }

  private StateCell openLedger(String portfolio) throws Exception {
    // No parameters in the fingerprint: the ledger itself carries its history over a change.
    return StateCell.open(
        ledger.value(),
        "ledger",
        LEDGER_VERSION,
        "",
        () -> new StrategyReturnsLedger(portfolio, plan.ids(), ledgerSettings));
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
