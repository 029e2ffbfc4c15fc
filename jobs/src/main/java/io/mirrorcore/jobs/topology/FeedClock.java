package io.mirrorcore.jobs.topology;

import io.mirrorcore.jobs.wire.market.AdmittedEvent;
import io.mirrorcore.jobs.wire.market.MarketEvent;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.util.clock.RelativeClock;

/**
 * Watermarks of one partition: they trail its newest event time by the allowed out-of-orderness. A
 * rejected record moves nothing.
 *
 * <p>A live feed needs more. A bar is complete when the watermark reaches its close, but the record
 * that would push it there is the <em>next</em> bar: weights for the close of a day would come a
 * day late. So once a partition has been silent for {@code idleTimeout}, its clock runs on at the
 * pace of the wall: what it would still have to say of a time so long ago counts as late. Between
 * these pulses it is marked idle, so that a partition without symbols, or one whose feed stands
 * still, does not hold back the rest. Replay has no idle timeout: there, event time alone decides.
 */
final class FeedClock implements WatermarkGenerator<MarketEvent> {

  private static final long NOTHING_SEEN = Long.MIN_VALUE;

  private final long outOfOrdernessMs;
  private final long idleTimeoutMs;
  private final long floor;
  private final RelativeClock wall;
  private long newest = NOTHING_SEEN;
  private long lastActive;

  /**
   * @param floor time up to which the partition has nothing to say, as a history has it all; {@link
   *     Inputs#NO_HISTORY} where there is none
   */
  FeedClock(long outOfOrdernessMs, long idleTimeoutMs, long floor, RelativeClock wall) {
    this.floor = floor;
    this.outOfOrdernessMs = outOfOrdernessMs;
    this.idleTimeoutMs = idleTimeoutMs;
    this.wall = wall;
    this.lastActive = wall.relativeTimeMillis();
  }

  @Override
  public void onEvent(MarketEvent event, long time, WatermarkOutput output) {
    lastActive = wall.relativeTimeMillis();
    if (event instanceof AdmittedEvent) {
      newest = Math.max(newest, event.time());
    }
  }

  @Override
  public void onPeriodicEmit(WatermarkOutput output) {
    long silent = wall.relativeTimeMillis() - lastActive;
    if (silent < idleTimeoutMs) {
      emit(output, 0);
    } else {
      emit(output, silent);
      output.markIdle();
    }
  }

  private void emit(WatermarkOutput output, long silent) {
    if (newest != NOTHING_SEEN) {
      output.emitWatermark(new Watermark(Math.max(floor, newest + silent - outOfOrdernessMs - 1)));
    } else if (floor != Inputs.NO_HISTORY) {
      output.emitWatermark(new Watermark(floor)); // does not run on: nothing has been heard of it
    }
  }
}
