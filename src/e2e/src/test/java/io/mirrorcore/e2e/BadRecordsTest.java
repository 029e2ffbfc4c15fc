package io.mirrorcore.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mirrorcore.jobs.topic.Topic;
import io.mirrorcore.jobs.wire.csv.WireJson;
import io.mirrorcore.jobs.wire.json.Json;
import io.mirrorcore.jobs.wire.market.DeadLetter;
import io.mirrorcore.jobs.wire.reject.RecordKind;
import io.mirrorcore.local.feed.EventSender;
import io.mirrorcore.local.job.LocalJob;
import io.mirrorcore.local.simulator.MarketSimulator;
import io.mirrorcore.local.simulator.SimulatedBar;
import io.mirrorcore.local.simulator.market.SimulatorSettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Bad input is data: a live job puts each bad record aside with its reason, and goes on. */
@ExtendWith(SharedBroker.class)
class BadRecordsTest {

  @TempDir private Path directory;

  @Test
  void endAsDeadLettersWhileTheJobGoesOn() throws Exception {
    // One partition of each topic, one reader: none is without records, and none is ever idle.
    Stage stage =
        new Stage(
            directory,
            1,
            "bad",
            List.of("kafka.bootstrap.servers: " + SharedBroker.servers()),
            List.of(
                "bars.interval: 1m",
                "job.parallelism: 1",
                "time.idle-timeout: 1d",
                "ensemble.period: bar"));
    MarketSimulator market = new MarketSimulator(SimulatorSettings.of(11));
    try (LocalJob job = stage.start();
        EventSender sender = new EventSender(stage.kafka())) {
      send(sender, market, 100);
      sendBadRecords(sender, market.next());
      send(sender, market, 60);
      sender.flush();

      await().forever().until(() -> job.isOver() || stage.readAll(Topic.DEAD_LETTER).size() >= 8);
      long last = 161;
      await()
          .forever()
          .until(() -> job.isOver() || stage.readAll(Topic.STRATEGY_RETURNS).size() >= last - 2);
      assertThat(job.isOver()).isFalse();
    }
    assertThat(reasons(stage))
        .isEqualTo(
            Map.of(
                "MALFORMED", 1,
                "NOT_FINITE", 1,
                "CROSSED_BOOK", 1,
                "FAR_FUTURE", 1,
                "DUPLICATE", 1,
                "MISSING_FIELD", 1,
                "HIGH_BELOW_LOW", 1,
                "UNKNOWN_TYPE", 1));
    assertThat(stage.readAll(Topic.WEIGHTS)).isNotEmpty().allSatisfy(WeightsCheck::check);
  }

  private static void send(EventSender sender, MarketSimulator market, int bars) {
    for (int i = 0; i < bars; i++) {
      send(sender, market.next());
    }
  }

  private static void send(EventSender sender, SimulatedBar interval) {
    interval.ticks().forEach(t -> sender.send(RecordKind.TICK, t.symbol(), WireJson.tick(t)));
    interval.options().forEach(p -> sender.send(RecordKind.OPTION, p.symbol(), WireJson.option(p)));
    interval.bars().forEach(b -> sender.send(RecordKind.BAR, b.symbol(), WireJson.bar(b)));
  }

  private static void sendBadRecords(EventSender sender, SimulatedBar interval) {
    send(sender, interval);
    long time = interval.time();
    String symbol = interval.bars().get(0).symbol();
    sender.send(RecordKind.BAR, symbol, WireJson.bar(interval.bars().get(0)));
    send(sender, RecordKind.BAR, symbol, "this is no JSON");
    send(sender, RecordKind.BAR, symbol, bar(symbol, time, "NaN", "2", "1"));
    send(sender, RecordKind.BAR, symbol, bar(symbol, time, "1.5", "1", "2"));
    send(sender, RecordKind.BAR, symbol, bar(symbol, 4_102_444_800_000L, "1.5", "2", "1"));
    send(sender, RecordKind.BAR, symbol, "{\"symbol\":\"" + symbol + "\"}");
    send(
        sender,
        RecordKind.TICK,
        symbol,
        tick(symbol, time, "QUOTE", ",\"bids\":[[10,1]],\"asks\":[[9,1]]"));
    send(sender, RecordKind.TICK, symbol, tick(symbol, time, "RUMOUR", ""));
  }

  private static void send(EventSender sender, RecordKind kind, String symbol, String text) {
    sender.send(kind, symbol, text.getBytes(StandardCharsets.UTF_8));
  }

  private static String bar(String symbol, long time, String close, String high, String low) {
    return "{\"symbol\":\"%s\",\"time\":%d,\"open\":1.5,\"high\":%s,\"low\":%s,\"close\":%s,\"volume\":1}"
        .formatted(symbol, time, high, low, close);
  }

  private static String tick(String symbol, long time, String type, String more) {
    return "{\"symbol\":\"%s\",\"time\":%d,\"type\":\"%s\"%s}".formatted(symbol, time, type, more);
  }

  private static Map<String, Integer> reasons(Stage stage) {
    Map<String, Integer> reasons = new TreeMap<>();
    List<String> letters = stage.readAll(Topic.DEAD_LETTER);
    for (String json : letters) {
      DeadLetter letter = Json.decode(json.getBytes(StandardCharsets.UTF_8), DeadLetter.class);
      assertThat(letter.topic()).startsWith("bad-");
      assertThat(letter.offset()).isNotNegative();
      assertThat(letter.raw()).isNotEmpty();
      assertThat(letter.detail()).isNotBlank();
      reasons.merge(letter.reason().name(), 1, Integer::sum);
    }
    return reasons;
  }
}
