package io.mirrorcore.jobs.operator.symbol;

import io.mirrorcore.jobs.config.key.Choices;
import io.mirrorcore.jobs.config.key.PipelineKeys;
import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.config.wiring.Engines;
import io.mirrorcore.jobs.operator.SignalBatch;
import io.mirrorcore.jobs.operator.SymbolBar;
import io.mirrorcore.jobs.operator.Tally;
import io.mirrorcore.jobs.operator.admit.DeadLetterOutput;
import io.mirrorcore.jobs.state.StateCell;
import io.mirrorcore.jobs.wire.market.MarketEvent;
import io.mirrorcore.market.Bar;
import io.mirrorcore.market.BarGrid;
import io.mirrorcore.market.option.OptionFold;
import io.mirrorcore.market.tick.TickFold;
import io.mirrorcore.strategy.MarketBar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.apache.flink.api.common.accumulators.LongCounter;
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
 * All single-symbol strategies of one symbol, in one keyed operator (a hop over the network costs
 * more than a strategy does).
 *
 * <p>Bars wait in state; ticks and options are folded into the interval of their own event time.
 * When the watermark says that an interval is complete, its timer puts the three together and asks
 * every strategy once. So nothing depends on how the topics interleave.
 */
public final class SymbolFunction extends KeyedProcessFunction<String, MarketEvent, SymbolBar> {

  /** Signals to publish. */
  public static final OutputTag<SignalBatch> SIGNALS = new OutputTag<>("symbol-signals") {};

  private static final long serialVersionUID = 1;

  private final Settings settings;
  private transient LongCounter barCount;
  private transient ZoneId zone;
  private transient BarGrid grid;
  private transient boolean barsFromTicks;
  private transient SymbolFolds folds;
  private transient SymbolStrategies strategies;
  private transient MapState<Long, Bar> bars;
  private transient ValueState<StateCell> recentBars;

  public SymbolFunction(Settings settings) {
    this.settings = settings;
  }

  @Override
  public void open(OpenContext context) {
    barCount = Tally.BARS.in(getRuntimeContext());
    zone = settings.parser().expiryZone();
    grid = Engines.barGrid(settings);
    barsFromTicks = settings.get(PipelineKeys.BARS_FROM) == Choices.BarSource.TICKS;
    strategies = new SymbolStrategies(getRuntimeContext(), settings);
    folds =
        new SymbolFolds(
            getRuntimeContext(),
            strategies.tradeCapacity(),
            strategies.quoteCapacity(),
            strategies.needsAbsoluteSpread());
    bars =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>("bars", Types.LONG, TypeInformation.of(Bar.class)));
    recentBars =
        getRuntimeContext()
            .getState(
                new ValueStateDescriptor<>("recent-bars", TypeInformation.of(StateCell.class)));
  }

  @Override
  public void processElement(MarketEvent event, Context context, Collector<SymbolBar> out)
      throws Exception {
    long watermark = context.timerService().currentWatermark();
    switch (event.kind()) {
      case BAR -> onBar(event, context, watermark);
      case TICK -> {
        long close = grid.closeAtOrAfter(event.time());
        if (inTime(event, close, watermark, context)) {
          folds.add(close, event.tick());
        }
      }
      case OPTION -> {
        long close = grid.closeAtOrAfter(event.time());
        if (inTime(event, close, watermark, context)) {
          folds.add(close, event.option());
        }
      }
    }
  }

  private void onBar(MarketEvent event, Context context, long watermark) throws Exception {
    StateCell cell = StateCell.open(recentBars.value(), "recent-bars", 1, "", RecentBars::new);
    RecentBars recent = cell.as(RecentBars.class);
    if (recent.contains(event.time())) {
      context.output(DeadLetterOutput.TAG, DeadLetterOutput.duplicate(event, zone));
    } else if (event.isLate()) {
      context.output(DeadLetterOutput.TAG, DeadLetterOutput.late(event, zone));
    } else if (inTime(event, event.time(), watermark, context)) {
      recent.add(event.time());
      recentBars.update(cell);
      bars.put(event.time(), event.bar());
    }
  }

  /**
   * Registers the timer of an open interval. Where a silent partition was left behind (live only),
   * an interval may be over already: then the record is late.
   */
  private boolean inTime(MarketEvent event, long close, long watermark, Context context) {
    if (close <= watermark) {
      context.output(DeadLetterOutput.TAG, DeadLetterOutput.late(event, zone));
      return false;
    }
    context.timerService().registerEventTimeTimer(close);
    return true;
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<SymbolBar> out)
      throws Exception {
    String symbol = context.getCurrentKey();
    TickFold ticks = folds.closeTicks(time);
    OptionFold options = folds.closeOptions(time, symbol);
    Bar bar = takeBar(symbol, time, ticks);
    if (bar == null) {
      folds.carry(ticks, options);
      return;
    }
    double[] positions =
        strategies.onBar(
            new MarketBar(bar, ticks, options.toBar(), dayEnd(time)),
            batch -> context.output(SIGNALS, batch));
    barCount.add(1L);
    out.collect(new SymbolBar(bar, positions));
  }

  /** A bar that closes at midnight covers what was before. */
  private long dayEnd(long time) {
    LocalDate day = Instant.ofEpochMilli(time - 1).atZone(zone).toLocalDate();
    return day.plusDays(1).atStartOfDay(zone).toInstant().toEpochMilli();
  }

  private Bar takeBar(String symbol, long time, TickFold ticks) throws Exception {
    if (barsFromTicks) {
      return ticks.hasTrades() ? ticks.bar(symbol, time) : null;
    }
    Bar bar = bars.get(time);
    bars.remove(time);
    return bar;
  }
}
