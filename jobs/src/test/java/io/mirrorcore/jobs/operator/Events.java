package io.mirrorcore.jobs.operator;

import io.mirrorcore.jobs.wire.market.AdmittedEvent;
import io.mirrorcore.jobs.wire.reject.SourceRef;
import io.mirrorcore.market.Bar;
import io.mirrorcore.market.tick.Aggressor;
import io.mirrorcore.market.tick.Tick;
import java.nio.charset.StandardCharsets;

/** Input records by hand. */
public final class Events {

  public static final long MINUTE = 60_000;

  private Events() {}

  public static AdmittedEvent bar(String symbol, long time, double close) {
    return bar("prices", 0, symbol, time, close);
  }

  public static AdmittedEvent bar(
      String topic, int partition, String symbol, long time, double close) {
    return AdmittedEvent.bar(
        new SourceRef(topic, partition, time),
        new Bar(symbol, time, close, close, close, close, 1),
        "raw".getBytes(StandardCharsets.UTF_8));
  }

  public static AdmittedEvent trade(String symbol, long time, double price) {
    return AdmittedEvent.tick(
        new SourceRef("ticks", 0, time), Tick.trade(symbol, time, price, 1, Aggressor.BUY));
  }
}
