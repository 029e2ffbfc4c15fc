package io.mirrorcore.jobs.operator.symbol;

import io.mirrorcore.jobs.state.StateCell;
import io.mirrorcore.market.option.OptionBar;
import io.mirrorcore.market.option.OptionFold;
import io.mirrorcore.market.option.OptionPrint;
import io.mirrorcore.market.tick.Tick;
import io.mirrorcore.market.tick.TickFold;
import io.mirrorcore.market.tick.TradeClassifier;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * The ticks and option prints of the current symbol, folded per interval as they come.
 *
 * <p>One fold for each interval that is still open, so that a tick of a later bar, arriving before
 * an earlier bar is closed, cannot touch that bar; and one carried fold for what fell into
 * intervals that ended without a bar.
 */
final class SymbolFolds {

  private static final int VERSION = 1;
  private static final TypeInformation<StateCell> CELL = TypeInformation.of(StateCell.class);

  private final int tradeCapacity;
  private final int quoteCapacity;
  private final boolean absoluteSpread;
  private final ValueState<StateCell> classifier;
  private final MapState<Long, StateCell> ticks;
  private final MapState<Long, StateCell> options;
  private final ValueState<StateCell> carriedTicks;
  private final ValueState<StateCell> carriedOptions;

  SymbolFolds(
      RuntimeContext context, int tradeCapacity, int quoteCapacity, boolean absoluteSpread) {
    this.tradeCapacity = tradeCapacity;
    this.quoteCapacity = quoteCapacity;
    this.absoluteSpread = absoluteSpread;
    classifier = context.getState(new ValueStateDescriptor<>("trade-classifier", CELL));
    ticks = context.getMapState(new MapStateDescriptor<>("tick-folds", Types.LONG, CELL));
    options = context.getMapState(new MapStateDescriptor<>("option-folds", Types.LONG, CELL));
    carriedTicks = context.getState(new ValueStateDescriptor<>("carried-ticks", CELL));
    carriedOptions = context.getState(new ValueStateDescriptor<>("carried-options", CELL));
  }

  /**
   * Takes in a tick of the interval that closes at {@code close}. Returns whether it is the first,
   * with which a timer is needed.
   */
  boolean add(long close, Tick tick) throws Exception {
    StateCell side =
        StateCell.open(classifier.value(), "trade-classifier", VERSION, "", TradeClassifier::new);
    StateCell open = ticks.get(close);
    StateCell fold = tickCell(open);
    fold.as(TickFold.class).add(tick, side.as(TradeClassifier.class));
    classifier.update(side);
    ticks.put(close, fold);
    return open == null;
  }

  /** Takes in an option print likewise. */
  boolean add(long close, OptionPrint print) throws Exception {
    StateCell open = options.get(close);
    StateCell fold = optionCell(open, print.symbol());
    fold.as(OptionFold.class).add(print);
    options.put(close, fold);
    return open == null;
  }

  /** Ends the interval that closes at {@code close}: all ticks up to it, later ones untouched. */
  TickFold closeTicks(long close) throws Exception {
    StateCell earlier = carriedTicks.value();
    StateCell own = ticks.get(close);
    if (earlier == null && own == null) {
      return new TickFold(0, 0);
    }
    carriedTicks.clear();
    ticks.remove(close);
    TickFold fold = tickCell(own).as(TickFold.class);
    fold.close(close, earlier == null ? null : tickCell(earlier).as(TickFold.class));
    return fold;
  }

  /** Ends the interval for the options of {@code symbol}. */
  OptionFold closeOptions(long close, String symbol) throws Exception {
    OptionFold fold = optionCell(options.get(close), symbol).as(OptionFold.class);
    options.remove(close);
    if (carriedOptions.value() != null) {
      fold.addEarlier(optionCell(carriedOptions.value(), symbol).as(OptionFold.class), close);
      carriedOptions.clear();
    }
    return fold;
  }

  /** Keeps what an interval without a bar has gathered for the next bar. */
  void carry(TickFold ticksSoFar, OptionFold optionsSoFar) throws Exception {
    if (ticksSoFar.trades() > 0 || ticksSoFar.spreads() > 0) {
      carriedTicks.update(StateCell.of(VERSION, layout(absoluteSpread), ticksSoFar));
    }
    if (!optionsSoFar.toBar().equals(OptionBar.EMPTY)) {
      carriedOptions.update(StateCell.of(VERSION, "", optionsSoFar));
    }
  }

  private StateCell tickCell(StateCell stored) {
    if (stored == null || !stored.fits(VERSION, layout(!absoluteSpread))) {
      return tickCell(stored, absoluteSpread);
    }
    // Another strategy may want the spread now, or none any more: what the rest has goes on.
    TickFold fold = tickCell(stored, !absoluteSpread).as(TickFold.class);
    fold.keepAbsoluteSpread(absoluteSpread);
    return StateCell.of(VERSION, layout(absoluteSpread), fold);
  }

  private StateCell tickCell(StateCell stored, boolean withSpread) {
    // No capacities in the fingerprint: they change with the strategies that are switched on, and a
    // fold goes on with as many trades and spreads as fit.
    return StateCell.open(
        stored,
        "tick-folds",
        VERSION,
        layout(withSpread),
        () -> new TickFold(tradeCapacity, quoteCapacity, withSpread));
  }

  /** What else a fold keeps: without it, folds are those of the first release. */
  private static String layout(boolean withSpread) {
    return withSpread ? "absolute-spread" : "";
  }

  private StateCell optionCell(StateCell stored, String symbol) {
    return StateCell.open(stored, "option-folds", VERSION, "", () -> new OptionFold(symbol));
  }
}
