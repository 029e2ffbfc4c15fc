package io.mirrorcore.jobs.operator.admit;

import io.mirrorcore.jobs.operator.StrategyOrder;
import io.mirrorcore.jobs.wire.market.DeadLetter;
import io.mirrorcore.jobs.wire.reject.RejectReason;
import io.mirrorcore.jobs.wire.returns.ReturnsEvent;
import io.mirrorcore.portfolio.record.PortfolioBar;
import io.mirrorcore.portfolio.record.StrategyReturns;
import java.time.Instant;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * The operator that admits strategy returns in the order of their time, as bars of a portfolio. A
 * record whose time is not after the newest one seen is a dead letter, because a bar that the
 * ensemble has computed is never computed again. This needs no watermark: the records of one
 * portfolio have one key, so one partition, so one order.
 */
public final class AdmitReturnsFunction
    extends KeyedProcessFunction<String, ReturnsEvent, PortfolioBar> {

  private static final long serialVersionUID = 1;

  private final StrategyOrder order;
  private transient ValueState<Long> last;

  public AdmitReturnsFunction(StrategyOrder order) {
    this.order = order;
  }

  /** Key of an event: rejects have none of their own. */
  public static String key(ReturnsEvent event) {
    return event.isRejected() ? "" : event.returns().portfolio();
  }

  @Override
  public void open(OpenContext context) {
    last = getRuntimeContext().getState(new ValueStateDescriptor<>("last-time", Types.LONG));
  }

  @Override
  public void processElement(ReturnsEvent event, Context context, Collector<PortfolioBar> out)
      throws Exception {
    if (event.isRejected()) {
      context.output(DeadLetterOutput.TAG, event.deadLetter());
      return;
    }
    StrategyReturns returns = event.returns();
    Long before = last.value();
    if (before != null && returns.time() <= before) {
      context.output(DeadLetterOutput.TAG, outOfOrder(event, before));
      return;
    }
    last.update(returns.time());
    out.collect(order.bar(returns));
  }

  private static DeadLetter outOfOrder(ReturnsEvent event, long before) {
    boolean again = event.returns().time() == before;
    Instant time = Instant.ofEpochMilli(event.returns().time());
    String detail =
        again
            ? "returns of " + event.returns().portfolio() + " at " + time + " have been seen before"
            : "returns of %s at %s came after those at %s; sort them by time"
                .formatted(event.returns().portfolio(), time, Instant.ofEpochMilli(before));
    return event
        .rejectedAs(again ? RejectReason.DUPLICATE : RejectReason.LATE, detail)
        .deadLetter();
  }
}
