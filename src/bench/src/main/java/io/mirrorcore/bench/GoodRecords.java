package io.mirrorcore.bench;

import io.mirrorcore.jobs.wire.market.AdmittedEvent;
import io.mirrorcore.jobs.wire.market.MarketEvent;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;

/** Watermarks a second behind the newest good record, as the sources of the product give them. */
final class GoodRecords implements WatermarkGenerator<MarketEvent> {

  private static final long BOUND_MS = 1_000;

  private long newest = Long.MIN_VALUE + BOUND_MS + 1;

  @Override
  public void onEvent(MarketEvent event, long time, WatermarkOutput output) {
    if (event instanceof AdmittedEvent) {
      newest = Math.max(newest, event.time());
    }
  }

  @Override
  public void onPeriodicEmit(WatermarkOutput output) {
    output.emitWatermark(new Watermark(newest - BOUND_MS - 1));
  }
}
