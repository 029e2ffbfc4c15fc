package io.mirrorcore.jobs.operator.symbol;

import io.mirrorcore.adjust.PriceBasis;
import io.mirrorcore.jobs.operator.admit.LateLetters;
import io.mirrorcore.jobs.plan.AdjustmentPlan;
import io.mirrorcore.jobs.state.StateCell;
import io.mirrorcore.jobs.wire.market.AdmittedEvent;
import io.mirrorcore.jobs.wire.market.DeadLetter;
import io.mirrorcore.jobs.wire.reject.RejectReason;
import io.mirrorcore.jobs.wire.reject.SourceRef;
import io.mirrorcore.market.Bar;
import io.mirrorcore.market.option.OptionBar;
import io.mirrorcore.market.tick.TickFold;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * The prices of the current symbol on one basis, whatever splits and dividends there are.
 *
 * <p>An adjustment waits until the watermark has passed the time at which it was announced and a
 * bar after its day is to be computed. So it does not matter how the topics interleave: what was
 * announced before its day holds from its first bar on, and what was announced after a bar that it
 * should have changed is refused. A job without adjustments keeps nothing here.
 */
final class SymbolBasis {

  private final AdjustmentPlan plan;
  private final LateLetters letters;
  private final Map<String, List<Waiting>> known = new HashMap<>();
  private ValueState<StateCell> state;
  private MapState<Long, List<AdmittedEvent>> announced;
  private PriceBasis current = new PriceBasis();

  /**
   * An adjustment and when it holds.
   *
   * @param from beginning of its day, epoch milliseconds
   */
  private record Waiting(AdmittedEvent event, long from, boolean ofFile) {
    static final Comparator<Waiting> ORDER =
        Comparator.comparingLong(Waiting::from)
            .thenComparing(Waiting::ofFile, Comparator.reverseOrder())
            .thenComparingLong(waiting -> waiting.event.time())
            .thenComparingLong(waiting -> waiting.event.source().offset());
  }

  SymbolBasis(RuntimeContext context, AdjustmentPlan plan, LateLetters letters) {
    this.plan = plan;
    this.letters = letters;
    if (plan.isOn()) {
      state =
          context.getState(
              new ValueStateDescriptor<>("price-basis", TypeInformation.of(StateCell.class)));
    }
    if (plan.fromTopic()) {
      announced =
          context.getMapState(
              new MapStateDescriptor<>(
                  "adjustments", Types.LONG, Types.LIST(TypeInformation.of(AdmittedEvent.class))));
    }
  }

  /** Takes in an adjustment of the topic. */
  void add(AdmittedEvent event) throws Exception {
    List<AdmittedEvent> same = announced.get(event.time());
    List<AdmittedEvent> all = same == null ? new ArrayList<>() : new ArrayList<>(same);
    all.add(event);
    announced.put(event.time(), all);
  }

  /** Turns to the current symbol, whose bar may be made of what came before. */
  void turn() throws Exception {
    if (plan.isOn()) {
      current = cell().as(PriceBasis.class);
    }
  }

  private StateCell cell() throws Exception {
    return StateCell.open(state.value(), "price-basis", PriceBasis.VERSION, "", PriceBasis::new);
  }

  /**
   * The next bar on the basis.
   *
   * @param refused takes the letters of adjustments that cannot hold
   */
  Bar next(Bar quoted, Consumer<DeadLetter> refused) throws Exception {
    if (!plan.isOn()) {
      return quoted;
    }
    StateCell cell = cell();
    current = cell.as(PriceBasis.class);
    for (Waiting waiting : due(quoted)) {
      offer(waiting, quoted.time(), refused);
    }
    Bar bar = current.next(quoted);
    state.update(cell);
    return bar;
  }

  /** What is known when a bar closes, in the order in which it holds. */
  private List<Waiting> due(Bar quoted) throws Exception {
    List<Waiting> due = new ArrayList<>();
    for (Waiting waiting : known.computeIfAbsent(quoted.symbol(), this::ofFile)) {
      boolean isNew = !current.hasBegun() || waiting.from() >= current.lastTime();
      if (isNew && waiting.from() < quoted.time()) {
        due.add(waiting);
      }
    }
    if (announced != null && !announced.isEmpty()) {
      takeAnnounced(quoted.time(), due);
    }
    due.sort(Waiting.ORDER);
    return due;
  }

  private List<Waiting> ofFile(String symbol) {
    return plan.of(symbol).stream()
        .map(
            one ->
                new Waiting(
                    AdmittedEvent.adjustment(
                        new SourceRef(one.file(), 0, one.line()),
                        plan.from(one.adjustment()),
                        one.adjustment(),
                        new byte[0]),
                    plan.from(one.adjustment()),
                    true))
        .toList();
  }

  private void takeAnnounced(long close, List<Waiting> due) throws Exception {
    List<Long> times = new ArrayList<>();
    announced.keys().forEach(times::add);
    for (long time : times) {
      if (time <= close) {
        List<AdmittedEvent> rest = new ArrayList<>();
        for (AdmittedEvent event : announced.get(time)) {
          long from = plan.from(event.adjustment());
          if (from < close) {
            due.add(new Waiting(event, from, false));
          } else {
            rest.add(event);
          }
        }
        keep(time, rest);
      }
    }
  }

  private void keep(long time, List<AdmittedEvent> rest) throws Exception {
    if (rest.isEmpty()) {
      announced.remove(time);
    } else {
      announced.put(time, rest);
    }
  }

  private void offer(Waiting waiting, long close, Consumer<DeadLetter> refused) {
    AdmittedEvent event = waiting.event();
    if (!waiting.ofFile() && waiting.from() < plan.coveredUntil()) {
      refused.accept(letters.adjustmentCovered(event, plan.coveredUntil()));
      return;
    }
    long last = current.lastTime();
    switch (current.offer(event.adjustment(), waiting.from(), close)) {
      case LATE ->
          refused.accept(
              letters.adjustment(
                  event,
                  RejectReason.LATE,
                  "was announced after the bar that closes at %s had been computed without it: give it in job.adjust and compute anew"
                      .formatted(Instant.ofEpochMilli(last))));
      case DUPLICATE ->
          refused.accept(
              letters.adjustment(
                  event, RejectReason.DUPLICATE, "is the second of its kind on that day"));
      case IMPOSSIBLE ->
          refused.accept(
              letters.adjustment(
                  event,
                  RejectReason.OUT_OF_RANGE,
                  "has a dividend that is not below the last close: is it of another share or currency?"));
      case APPLIED, BEFORE_FIRST, WAITING -> {
        // Nothing is wrong with it.
      }
    }
  }

  /** The ticks of a bar of the current symbol, on its basis. */
  TickFold onBasis(TickFold ticks) {
    if (current.priceFactor() != 1 || current.shareFactor() != 1) {
      ticks.rescale(current.priceFactor(), current.shareFactor());
    }
    return ticks;
  }

  /** The options of such a bar, on its basis. */
  OptionBar onBasis(OptionBar options) {
    return current.priceFactor() != 1 || current.shareFactor() != 1
        ? options.rescaled(current.priceFactor(), current.shareFactor())
        : options;
  }
}
