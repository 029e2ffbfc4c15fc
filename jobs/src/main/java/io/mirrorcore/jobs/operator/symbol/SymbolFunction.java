package io.mirrorcore.jobs.operator.symbol;

import io.mirrorcore.jobs.config.settings.Portfolios;
import io.mirrorcore.jobs.operator.SignalBatch;
import io.mirrorcore.jobs.operator.SymbolBar;
import io.mirrorcore.jobs.operator.Tally;
import io.mirrorcore.jobs.operator.admit.DeadLetterOutput;
import io.mirrorcore.jobs.operator.admit.LateLetters;
import io.mirrorcore.jobs.plan.AdjustmentPlan;
import io.mirrorcore.jobs.plan.BarPlan;
import io.mirrorcore.jobs.plan.JobPlan;
import io.mirrorcore.jobs.plan.StrategyPlan;
import io.mirrorcore.jobs.state.StateCell;
import io.mirrorcore.jobs.topic.Topic;
import io.mirrorcore.jobs.wire.market.AdmittedEvent;
import io.mirrorcore.market.Bar;
import io.mirrorcore.market.option.OptionFold;
import io.mirrorcore.market.tick.TickFold;
import io.mirrorcore.portfolio.record.Alert;
import io.mirrorcore.strategy.MarketBar;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * All single-symbol strategies of one symbol, in one keyed operator (a hop over the network costs
 * more than a strategy does).
 *
 * <p>Bars wait in state; ticks and options are folded into the interval of their own event time.
 * When the watermark says that an interval is complete, its timer joins the three and runs every
 * strategy once. So no signal depends on how the topics interleave.
 */
public final class SymbolFunction extends KeyedProcessFunction<String, AdmittedEvent, SymbolBar>
    implements CheckpointedFunction {

  /** Signals to publish. */
  public static final OutputTag<SignalBatch> SIGNALS = new OutputTag<>("symbol-signals") {};

  /** Alerts of bars that are not the interval apart. */
  public static final OutputTag<Alert> ALERTS = new OutputTag<>("symbol-alerts") {};

  private static final long serialVersionUID = 1;

  /** Where bars are taken as they come, each is of its own time. */
  private static final OptionalLong UNASKED = OptionalLong.of(Long.MIN_VALUE);

  private final StrategyPlan plan;
  private final BarPlan barPlan;
  private final LateLetters late;
  private final Portfolios portfolios;
  private final AdjustmentPlan adjustments;
  private transient LongCounter barCount;
  private transient LongCounter alertCount;
  private transient IntervalAlerts intervals;
  private transient PartitionsInTime partitions;
  private transient SymbolFolds folds;
  private transient SymbolStrategies strategies;
  private transient BarCloses closes;
  private transient SymbolBasis basis;
  private transient SymbolIndex index;
  private transient SeenTrades trades;
  private transient IncomingBars bars;
  private transient ValueState<StateCell> recentBars;

  /**
   * @param plan of which it keeps what is about symbols
   * @param late what is said of records that come too late
   * @param coveredUntil time up to which a history has been taken in, epoch milliseconds
   */
  public SymbolFunction(JobPlan plan, LateLetters late, long coveredUntil) {
    this.portfolios = plan.portfolios();
    this.plan = plan.strategies();
    this.barPlan = plan.bars();
    this.adjustments = plan.adjustments().after(coveredUntil);
    this.late = late;
  }

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    partitions = PartitionsInTime.restore(context.getOperatorStateStore());
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) throws Exception {
    partitions.snapshot();
  }

  @Override
  public void open(OpenContext context) {
    barCount = Tally.register(getRuntimeContext(), Tally.BARS);
    alertCount = Tally.register(getRuntimeContext(), Tally.of(Topic.ALERTS));
    intervals = new IntervalAlerts(portfolios, barPlan, late.expiryZone());
    strategies = new SymbolStrategies(getRuntimeContext(), plan);
    folds =
        new SymbolFolds(
            getRuntimeContext(),
            strategies.tradeCapacity(),
            strategies.quoteCapacity(),
            strategies.needsAbsoluteSpread());
    closes = new BarCloses(barPlan);
    trades = new SeenTrades(getRuntimeContext());
    basis = new SymbolBasis(getRuntimeContext(), adjustments, late);
    index = new SymbolIndex(getRuntimeContext(), barPlan.differences());
    bars = new IncomingBars(getRuntimeContext(), barPlan.ofBars());
    recentBars =
        getRuntimeContext()
            .getState(
                new ValueStateDescriptor<>("recent-bars", TypeInformation.of(StateCell.class)));
  }

  @Override
  public void processElement(AdmittedEvent event, Context context, Collector<SymbolBar> out)
      throws Exception {
    long watermark = context.timerService().currentWatermark();
    switch (event.kind()) {
      case BAR -> onBar(event, context, watermark);
      case TICK -> {
        OptionalLong close =
            barPlan.fromTicks()
                ? closes.of(event.symbol(), event.time())
                : closes.atOrAfter(event.symbol(), event.time());
        if (!trades.isFirst(event.id())) {
          context.output(DeadLetterOutput.TAG, DeadLetterOutput.again(event, late.expiryZone()));
        } else if (inTime(event, close, watermark, context)) {
          trades.add(event.id());
          if (folds.add(close.getAsLong(), event.tick())) {
            context.timerService().registerEventTimeTimer(close.getAsLong());
          }
        }
      }
      case OPTION -> {
        OptionalLong close = closes.atOrAfter(event.symbol(), event.time());
        if (inTime(event, close, watermark, context)
            && folds.add(close.getAsLong(), event.option())) {
          context.timerService().registerEventTimeTimer(close.getAsLong());
        }
      }
      case ADJUSTMENT -> {
        if (index.notional(event.symbol()).isEmpty()) {
          basis.add(event);
        } else {
          context.output(DeadLetterOutput.TAG, late.ofDifference(event));
        }
      }
    }
  }

  private boolean inTime(AdmittedEvent event, OptionalLong close, long watermark, Context context) {
    if (close.isEmpty()) {
      context.output(DeadLetterOutput.TAG, intervals.outOfSession(event));
      return false;
    }
    return inTime(event, close.getAsLong(), watermark, context);
  }

  private void onBar(AdmittedEvent event, Context context, long watermark) throws Exception {
    StateCell cell = StateCell.open(recentBars.value(), "recent-bars", 1, "", RecentBars::new);
    RecentBars recent = cell.as(RecentBars.class);
    OptionalLong close = barPlan.ofBars() ? closes.of(event.symbol(), event.time()) : UNASKED;
    if (close.isEmpty()) {
      context.output(DeadLetterOutput.TAG, intervals.outOfSession(event));
    } else if (revises(event)) {
      bars.put(event.bar());
    } else if (recent.contains(event.time())) {
      context.output(DeadLetterOutput.TAG, DeadLetterOutput.duplicate(event, late.expiryZone()));
    } else if (event.isLate()) {
      context.output(DeadLetterOutput.TAG, late.outOfOrder(event));
    } else if (inTime(event, event.time(), watermark, context)) {
      context.timerService().registerEventTimeTimer(event.time());
      if (isOfTheInterval(event, recent, context)) {
        bars.put(event.bar());
        if (close.getAsLong() > event.time()) { // a part: its bar closes later
          context.timerService().registerEventTimeTimer(close.getAsLong());
        }
      }
      recentBars.update(cell);
    }
  }

  /** Takes note of a bar's time; whether the bar may count. */
  private boolean isOfTheInterval(AdmittedEvent event, RecentBars recent, Context context) {
    long interval = barPlan.inputMs();
    boolean wasWrong = recent.otherThan(interval) != 0;
    recent.add(event.time());
    long apart = recent.otherThan(interval);
    if (wasWrong != (apart != 0)) {
      for (Alert alert : intervals.turned(event, apart)) {
        context.output(ALERTS, alert);
        alertCount.add(1L);
      }
    }
    if (apart != 0) {
      context.output(DeadLetterOutput.TAG, intervals.letter(event, apart));
    }
    return apart == 0;
  }

  /**
   * Whether it is a newer form of a bar that waits. One that is behind its partition never is: the
   * interval may be closed or not, by the pace of the run, and the result should not depend on it.
   */
  private boolean revises(AdmittedEvent event) throws Exception {
    if (!barPlan.revised() || event.isLate()) {
      return false;
    }
    Bar waiting = bars.waitingAt(event.time());
    return waiting != null && !waiting.equals(event.bar());
  }

  /**
   * Whether the interval is still open. Where a partition was left behind (live only), because it
   * was silent or is new, an interval may be over already: then the record is late.
   */
  private boolean inTime(AdmittedEvent event, long close, long watermark, Context context) {
    if (close <= watermark) {
      context.output(
          DeadLetterOutput.TAG,
          partitions.has(event.source()) ? late.afterSilence(event) : late.ofNewPartition(event));
      return false;
    }
    partitions.add(event.source());
    return true;
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<SymbolBar> out)
      throws Exception {
    String symbol = context.getCurrentKey();
    if (barPlan.ofBars()) {
      Bar part = bars.take(time);
      if (part != null) {
        bars.add(onBasis(part, context));
      }
      if (!closes.isClose(symbol, time)) {
        return; // the close of a part alone
      }
    }
    basis.turn();
    TickFold ticks = folds.closeTicks(time);
    OptionFold options = folds.closeOptions(time, symbol);
    Bar bar = shown(takeBar(symbol, time, ticks, context), context);
    if (bar == null) {
      folds.carry(ticks, options);
      return;
    }
    double[] positions =
        strategies.onBar(
            new MarketBar(
                bar,
                index.shown(basis.onBasis(ticks)),
                index.shown(basis.onBasis(options.toBar())),
                barPlan.dayEnd(symbol, time)),
            batch -> context.output(SIGNALS, batch));
    barCount.add(1L);
    out.collect(new SymbolBar(bar, positions));
  }

  private Bar takeBar(String symbol, long time, TickFold ticks, Context context) throws Exception {
    if (barPlan.ofBars()) {
      return bars.finish(symbol, time); // its parts are on the basis
    }
    Bar quoted =
        barPlan.fromTicks() ? ticks.hasTrades() ? ticks.bar(symbol, time) : null : bars.take(time);
    return quoted == null ? null : onBasis(quoted, context);
  }

  /** A bar as strategies see it; null where there is none that counts. */
  private Bar shown(Bar bar, Context context) throws Exception {
    if (bar == null) {
      return null;
    }
    Optional<Bar> shown = index.next(bar);
    if (shown.isEmpty()) {
      double notional = index.notional(bar.symbol()).orElseThrow();
      context.output(DeadLetterOutput.TAG, late.beyondNotional(bar, notional));
    }
    return shown.orElse(null);
  }

  private Bar onBasis(Bar quoted, Context context) throws Exception {
    return basis.next(quoted, letter -> context.output(DeadLetterOutput.TAG, letter));
  }
}
