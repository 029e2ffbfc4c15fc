package io.mirrorcore.jobs.operator.symbol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.operator.SymbolBar;
import io.mirrorcore.jobs.operator.admit.DeadLetterOutput;
import io.mirrorcore.jobs.wire.market.AdmittedEvent;
import io.mirrorcore.jobs.wire.market.DeadLetter;
import io.mirrorcore.jobs.wire.reject.RejectReason;
import io.mirrorcore.jobs.wire.reject.SourceRef;
import io.mirrorcore.market.Bar;
import io.mirrorcore.market.tick.Aggressor;
import io.mirrorcore.market.tick.Tick;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Longer bars are those of an independent script, over half days, holidays and daylight saving. */
class MadeBarsTest {

  private static final Path NUMBERS = Path.of("../src/reference/bars.json");
  private static final Map<String, String> MARKETS =
      Map.of("sessions.SHARE", "nyse", "sessions.EURUSD", "fx", "sessions.COIN", "24x7");

  private static JsonNode market(String symbol) throws IOException {
    for (JsonNode market : new ObjectMapper().readTree(NUMBERS.toFile()).get("markets")) {
      if (market.get("symbol").asText().equals(symbol)) {
        return market;
      }
    }
    throw new AssertionError(symbol);
  }

  /** The same congruential generator as in the script. */
  private static List<Bar> parts(JsonNode market) {
    List<Bar> parts = new ArrayList<>();
    long x = market.get("seed").asLong();
    long step = market.get("step").asLong();
    long level = 10_000;
    for (JsonNode session : market.get("sessions")) {
      for (long time = session.get(0).asLong() + step;
          time <= session.get(1).asLong();
          time += step) {
        x = x * 6364136223846793005L + 1442695040888963407L;
        long bits = x >>> 33;
        if (bits % 16 != 0) {
          long first = level;
          level = first + bits / 16 % 21 - 10;
          parts.add(
              new Bar(
                  market.get("symbol").asText(),
                  time,
                  first / 100.0,
                  (Math.max(first, level) + bits / 512 % 7) / 100.0,
                  (Math.min(first, level) - bits / 4096 % 7) / 100.0,
                  level / 100.0,
                  (1 + bits / 32768 % 900) / 8.0));
        }
      }
    }
    assertThat(parts).hasSize(market.get("rows").asInt());
    return parts;
  }

  private static List<Bar> expected(JsonNode market, String form) {
    List<Bar> bars = new ArrayList<>();
    for (JsonNode bar : market.get("bars").get(form)) {
      bars.add(
          new Bar(
              market.get("symbol").asText(),
              bar.get(0).asLong(),
              bar.get(1).asDouble(),
              bar.get(2).asDouble(),
              bar.get(3).asDouble(),
              bar.get(4).asDouble(),
              bar.get(5).asDouble()));
    }
    return bars;
  }

  private static Settings settings(String anchor, String interval, long step) {
    Map<String, Object> set = new TreeMap<>(MARKETS);
    set.put("bars.anchor", anchor);
    set.put("bars.interval", interval);
    set.put("inputs.prices.interval", step + "ms");
    return Settings.defaults().with(set);
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, AdmittedEvent, SymbolBar> harness(
      Settings settings) throws Exception {
    return new KeyedOneInputStreamOperatorTestHarness<>(
        new KeyedProcessOperator<>(SymbolFunctionTest.function(settings)),
        AdmittedEvent::symbol,
        Types.STRING);
  }

  private static AdmittedEvent event(Bar bar) {
    return AdmittedEvent.bar(new SourceRef("prices", 0, bar.time()), bar, new byte[] {1});
  }

  /** Takes everything in, through a restore in the middle; so many records out of order. */
  private static List<Bar> made(Settings settings, List<Bar> parts, int block) throws Exception {
    List<List<Bar>> blocks = new ArrayList<>();
    for (int i = 0; i < parts.size(); i += block) {
      List<Bar> shuffled = new ArrayList<>(parts.subList(i, Math.min(parts.size(), i + block)));
      Collections.shuffle(shuffled, new Random(i));
      blocks.add(shuffled);
    }
    List<Bar> made = new ArrayList<>();
    OperatorSubtaskState state = null;
    int half = blocks.size() / 2;
    for (List<List<Bar>> part :
        List.of(blocks.subList(0, half), blocks.subList(half, blocks.size()))) {
      try (var harness = harness(settings)) {
        harness.setup();
        if (state != null) {
          harness.initializeState(state);
        }
        harness.open();
        for (List<Bar> one : part) {
          for (Bar bar : one) {
            harness.processElement(event(bar), bar.time());
          }
          harness.processWatermark(one.stream().mapToLong(Bar::time).max().orElseThrow());
        }
        state = harness.snapshot(0, 0);
        if (part.get(part.size() - 1) == blocks.get(blocks.size() - 1)) {
          harness.processWatermark(Long.MAX_VALUE);
          assertThat(harness.numKeyedStateEntries()).as("no timer is left").isPositive();
          assertThat(harness.numEventTimeTimers()).isZero();
        }
        harness.extractOutputValues().forEach(bar -> made.add(bar.bar()));
        assertThat(harness.getSideOutput(DeadLetterOutput.TAG)).isNull();
      }
    }
    return made;
  }

  @ParameterizedTest
  @CsvSource({
    "SHARE, session, 1h",
    "SHARE, session, 4h",
    "SHARE, session, 1d",
    "SHARE, clock, 1h",
    "SHARE, clock, 4h",
    "SHARE, clock, 1d",
    "EURUSD, session, 1h",
    "EURUSD, session, 4h",
    "EURUSD, session, 1d",
    "EURUSD, clock, 1h",
    "EURUSD, clock, 4h",
    "EURUSD, clock, 1d",
    "COIN, session, 1h",
    "COIN, session, 1d",
    "COIN, clock, 4h",
    "COIN, clock, 1d"
  })
  void areThoseOfTheScript(String symbol, String anchor, String interval) throws Exception {
    JsonNode market = market(symbol);
    Settings settings = settings(anchor, interval, market.get("step").asLong());
    List<Bar> parts = parts(market);
    List<Bar> expected = expected(market, anchor + " " + interval);

    assertThat(made(settings, parts, 1)).as("in order").isEqualTo(expected);
    assertThat(made(settings, parts, 7)).as("a little out of order").isEqualTo(expected);
    assertThat(made(settings, parts, parts.size() / 2)).as("at once").isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"session 1h", "session 1d", "clock 1h"})
  void areTheSameFromTradesOfTheSamePrices(String form) throws Exception {
    JsonNode market = market("SHARE");
    String[] words = form.split(" ", -1);
    Settings settings =
        Settings.defaults()
            .with(MARKETS)
            .with(
                Map.of(
                    "bars.anchor",
                    words[0],
                    "bars.interval",
                    words[1],
                    "bars.from",
                    "ticks",
                    "job.inputs",
                    "ticks"));
    try (var harness = harness(settings)) {
      harness.open();
      for (Bar part : parts(market)) {
        for (double price : new double[] {part.open(), part.high(), part.low(), part.close()}) {
          Tick trade =
              Tick.trade("SHARE", part.time(), price, part.volume() / 4, Aggressor.UNKNOWN);
          harness.processElement(
              AdmittedEvent.tick(new SourceRef("ticks", 0, 1), trade), part.time());
        }
      }
      harness.processWatermark(Long.MAX_VALUE);
      assertThat(harness.extractOutputValues().stream().map(SymbolBar::bar))
          .isEqualTo(expected(market, form));
    }
  }

  @Test
  void theLastOneIsCompleteAtTheWatermarkOfItsCloseAndNotBefore() throws Exception {
    JsonNode market = market("SHARE");
    List<Bar> parts = parts(market);
    Bar first = expected(market, "session 1h").get(0);
    try (var harness = harness(settings("session", "1h", 60_000))) {
      harness.open();
      for (Bar part : parts.subList(0, 300)) {
        harness.processElement(event(part), part.time());
      }
      harness.processWatermark(first.time() - 1);
      assertThat(harness.extractOutputValues()).isEmpty();
      harness.processWatermark(first.time());
      assertThat(harness.extractOutputValues()).extracting(SymbolBar::bar).containsExactly(first);
    }
  }

  @Test
  void whatIsOutsideOfTheSessionsIsRefusedWithTheReason() throws Exception {
    List<Bar> parts = parts(market("SHARE"));
    long open = parts.get(0).time() / 3_600_000 * 3_600_000 + 30 * 60_000;
    try (var harness = harness(settings("session", "1h", 60_000))) {
      harness.open();
      for (long time : new long[] {open - 60_000, open, open + 60_000}) {
        Bar bar = new Bar("SHARE", time, 1, 1, 1, 1, 1);
        harness.processElement(event(bar), time);
        harness.processElement(event(new Bar("UNKNOWN", time, 1, 1, 1, 1, 1)), time);
      }
      harness.processWatermark(Long.MAX_VALUE);
      assertThat(harness.extractOutputValues())
          .extracting(bar -> bar.bar().time())
          .containsExactly(open + 3_600_000);
      Queue<StreamRecord<DeadLetter>> letters = harness.getSideOutput(DeadLetterOutput.TAG);
      assertThat(letters)
          .hasSize(5)
          .allSatisfy(
              letter -> {
                assertThat(letter.getValue().reason()).isEqualTo(RejectReason.OUT_OF_SESSION);
                assertThat(letter.getValue().detail()).contains("sessions", "bars.anchor=clock");
              });
    }
  }

  @Test
  void aRevisionOfAPartCountsBeforeThePartIsClosed() throws Exception {
    Settings settings = settings("clock", "1h", 60_000).with("bars.revisions", "last-before-close");
    long hour = 1_772_802_000_000L;
    try (var harness = harness(settings)) {
      harness.open();
      Bar first = new Bar("X", hour + 60_000, 1, 1, 1, 1, 1);
      Bar second = new Bar("X", hour + 60_000, 2, 3, 1, 2, 5);
      harness.processElement(event(first), first.time());
      harness.processElement(event(second), first.time());
      harness.processWatermark(Long.MAX_VALUE);
      assertThat(harness.extractOutputValues())
          .extracting(SymbolBar::bar)
          .containsExactly(new Bar("X", hour + 3_600_000, 2, 3, 1, 2, 5));
    }
  }
}
