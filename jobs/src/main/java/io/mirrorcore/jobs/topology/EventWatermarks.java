package io.mirrorcore.jobs.topology;

import io.mirrorcore.jobs.wire.market.MarketEvent;
import java.time.Duration;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/** The watermark strategies of the inputs; see {@link FeedClock} for what the two differ in. */
public final class EventWatermarks {

  private EventWatermarks() {}

  /** For bounded input: event time alone decides, so that every run decides alike. */
  public static WatermarkStrategy<MarketEvent> replay(Duration outOfOrderness) {
    return strategy(outOfOrderness, null, Inputs.NO_HISTORY);
  }

  /**
   * The same behind a history.
   *
   * @param floor see {@link Inputs#coveredUntil}
   */
  public static WatermarkStrategy<MarketEvent> replay(Duration outOfOrderness, long floor) {
    return strategy(outOfOrderness, null, floor);
  }

  /** For a live feed: a silent partition does not hold back the others or its own last bar. */
  public static WatermarkStrategy<MarketEvent> live(
      Duration outOfOrderness, Duration idleTimeout, long floor) {
    return strategy(outOfOrderness, idleTimeout, floor);
  }

  private static WatermarkStrategy<MarketEvent> strategy(
      Duration outOfOrderness, Duration idleTimeout, long floor) {
    WatermarkStrategy<MarketEvent> strategy =
        context ->
            new FeedClock(
                outOfOrderness.toMillis(),
                idleTimeout == null ? Long.MAX_VALUE : idleTimeout.toMillis(),
                floor,
                context.getInputActivityClock());
    return strategy.withTimestampAssigner((event, recordTime) -> event.time());
  }
}
