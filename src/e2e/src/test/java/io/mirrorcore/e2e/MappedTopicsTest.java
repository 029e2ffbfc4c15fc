package io.mirrorcore.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.jobs.topic.Topic;
import io.mirrorcore.jobs.wire.csv.WireJson;
import io.mirrorcore.jobs.wire.reject.RecordKind;
import io.mirrorcore.local.feed.EventSender;
import io.mirrorcore.market.Bar;
import io.mirrorcore.market.tick.Aggressor;
import io.mirrorcore.market.tick.Tick;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Messages as a venue sends them, on the topics themselves: the bytes are those of plain ones. */
@ExtendWith(SharedBroker.class)
class MappedTopicsTest {

  private static final List<Topic> COMPARED =
      List.of(Topic.SIGNALS, Topic.STRATEGY_RETURNS, Topic.WEIGHTS, Topic.POSITIONS);

  private static final long START = 1_735_689_420_000L;
  private static final long MINUTE = 60_000;
  private static final int BARS = 60;
  private static final String ENSEMBLE =
      "ensemble: {period: bar, window: 30, min-observations: 15, warm-up: 0}";

  @TempDir private Path directory;

  private static List<Bar> bars() {
    SplittableRandom random = new SplittableRandom(3);
    List<Bar> bars = new ArrayList<>();
    double last = 94_000;
    for (int i = 1; i <= BARS; i++) {
      double close = last + random.nextInt(-200, 201) / 4.0;
      bars.add(
          new Bar(
              "BTCUSDT",
              START + i * MINUTE,
              last,
              Math.max(last, close) + 5.25,
              Math.min(last, close) - 7.5,
              close,
              10 + random.nextInt(100)));
      last = close;
    }
    return bars;
  }

  /** Of the stream of klines; one that is not closed is told before every one that is. */
  private static String kline(Bar bar, boolean closed) {
    return """
        {"e":"kline","E":%d,"s":"BTCUSDT","k":{"t":%d,"T":%d,"s":"BTCUSDT","i":"1m","f":1,"L":2,\
        "o":"%s","c":"%s","h":"%s","l":"%s","v":"%s","n":10,"x":%s}}"""
        .formatted(
            bar.time() + 1,
            bar.time() - MINUTE,
            bar.time() - 1,
            bar.open(),
            closed ? bar.close() : bar.open(),
            bar.high(),
            bar.low(),
            bar.volume(),
            closed);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void klinesOfAStream() throws Exception {
    String[] common = {"bars.interval: 1m", "job.inputs: [prices]", "signals.emit: all", ENSEMBLE};
    Stage plain = new Stage(directory, "klines-plain", common);
    Stage venue =
        new Stage(directory, "klines", with(common, "inputs.prices.preset: binance-klines"));
    try (EventSender toPlain = new EventSender(plain.kafka());
        EventSender toVenue = new EventSender(venue.kafka())) {
      for (Bar bar : bars()) {
        toPlain.send(RecordKind.BAR, bar.symbol(), WireJson.bar(bar));
        toVenue.send(RecordKind.BAR, bar.symbol(), bytes(kline(bar, false)));
        toVenue.send(RecordKind.BAR, bar.symbol(), bytes(kline(bar, true)));
      }
      toPlain.flush();
      toVenue.flush();
    }
    assertThat(plain.succeed("run", "--replay").err()).contains("60 bars", "no dead letters");
    assertThat(venue.succeed("run", "--replay").err()).contains("60 bars", "no dead letters");
    compare(venue, plain);
  }

  @Test
  void tradesThatAreSentAgainAfterAReconnectCountOnce() throws Exception {
    String[] common = {
      "bars: {interval: 1m, from: ticks}", "job.inputs: [ticks]", "signals.emit: all", ENSEMBLE
    };
    Stage plain = new Stage(directory, "trades-plain", common);
    Stage venue =
        new Stage(directory, "trades", with(common, "inputs.ticks.preset: binance-aggtrades"));
    List<String> sent = new ArrayList<>();
    try (EventSender toPlain = new EventSender(plain.kafka());
        EventSender toVenue = new EventSender(venue.kafka())) {
      for (Bar bar : bars()) {
        for (double price : new double[] {bar.open(), bar.high(), bar.low(), bar.close()}) {
          long time = bar.time() - MINUTE + 10_000L + sent.size() % 4 * 10L;
          Tick trade = Tick.trade("BTCUSDT", time, price, 0.25, Aggressor.SELL);
          toPlain.send(RecordKind.TICK, "BTCUSDT", WireJson.tick(trade));
          sent.add(aggregate(sent.size() + 1, trade));
          toVenue.send(RecordKind.TICK, "BTCUSDT", bytes(sent.get(sent.size() - 1)));
        }
        // The connection is lost at every tenth bar, and the last four trades come again.
        if (sent.size() % 40 == 0) {
          for (String again : sent.subList(sent.size() - 4, sent.size())) {
            toVenue.send(RecordKind.TICK, "BTCUSDT", bytes(again));
          }
        }
      }
      toPlain.flush();
      toVenue.flush();
    }
    assertThat(plain.succeed("run", "--replay").err()).contains("60 bars", "no dead letters");
    assertThat(venue.succeed("run", "--replay").err()).contains("60 bars", "DUPLICATE 24");
    compare(venue, plain);
  }

  private static String aggregate(long id, Tick trade) {
    return """
        {"stream":"btcusdt@aggTrade","data":{"e":"aggTrade","E":%d,"s":"BTCUSDT","a":%d,\
        "p":"%s","q":"%s","f":1,"l":1,"T":%d,"m":true,"M":true}}"""
        .formatted(trade.time() + 2, id, trade.price(), trade.size(), trade.time());
  }

  private static String[] with(String[] lines, String more) {
    List<String> all = new ArrayList<>(List.of(lines));
    all.add(more);
    return all.toArray(String[]::new);
  }

  private static void compare(Stage venue, Stage plain) {
    assertThat(plain.readAll(Topic.SIGNALS)).isNotEmpty();
    for (Topic topic : COMPARED) {
      assertThat(venue.read(topic)).as(topic.name()).isEqualTo(plain.read(topic));
    }
  }
}
