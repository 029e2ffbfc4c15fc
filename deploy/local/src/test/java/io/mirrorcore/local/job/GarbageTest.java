package io.mirrorcore.local.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.jobs.topic.Topic;
import io.mirrorcore.jobs.wire.ParserSettings;
import io.mirrorcore.jobs.wire.market.MarketEvent;
import io.mirrorcore.jobs.wire.market.RecordParser;
import io.mirrorcore.jobs.wire.market.RejectedEvent;
import io.mirrorcore.jobs.wire.reject.RecordKind;
import io.mirrorcore.jobs.wire.reject.SourceRef;
import io.mirrorcore.jobs.wire.time.EpochUnit;
import io.mirrorcore.jobs.wire.time.InputTimes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A stream of which every tenth record is garbage says what the clean stream says. */
class GarbageTest {

  private static final int BARS = 120;
  private static final List<RecordKind> KINDS = List.of(RecordKind.values());
  private static final RecordParser PARSER =
      new RecordParser(ParserSettings.DEFAULT.with(InputTimes.DEFAULT.in(EpochUnit.MS)));

  private static final List<byte[]> GARBAGE =
      List.of(
          bytes("this is no JSON"),
          bytes("{\"symbol\":\"A\",\"time\":17000"),
          bytes("{\"symbol\":\"A\"}"),
          bytes("{\"symbol\":\"\",\"time\":1700000000000,\"type\":\"TRADE\"}"),
          bytes("{\"symbol\":\"A\",\"time\":NaN,\"open\":1}"),
          bytes("{\"symbol\":\"A\",\"time\":9999999999999999,\"type\":\"TRADE\"}"),
          bytes(
              "{\"symbol\":\"A\",\"time\":1700000000000,\"type\":\"TRADE\",\"price\":-1,\"size\":1}"),
          new byte[] {(byte) 0xFF, 0, 1, 2},
          new byte[70_000]);

  private static List<MarketEvent> clean;
  private static List<MarketEvent> dirty;
  private static CollectedOutputs ofClean;
  private static CollectedOutputs ofDirty;

  @BeforeAll
  static void runBoth() throws Exception {
    clean = new RecordedMarket(5, BARS).merged();
    dirty = withGarbage(clean);
    ofClean = SameBytesTest.run(clean, 1);
    ofDirty = SameBytesTest.run(dirty, 2);
  }

  private static List<MarketEvent> withGarbage(List<MarketEvent> events) {
    SplittableRandom random = new SplittableRandom(10);
    List<MarketEvent> all = new ArrayList<>();
    for (MarketEvent event : events) {
      while (random.nextInt(10) == 0) {
        all.add(garbage(all.size(), random));
      }
      all.add(event);
    }
    return all;
  }

  private static MarketEvent garbage(int offset, SplittableRandom random) {
    RecordKind kind = KINDS.get(random.nextInt(KINDS.size()));
    byte[] value = GARBAGE.get(random.nextInt(GARBAGE.size()));
    MarketEvent event =
        PARSER.parse(kind, new SourceRef(kind.name(), 0, offset), value, RecordParser.NO_TIMESTAMP);
    assertThat(event).isInstanceOf(RejectedEvent.class);
    return event;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void aTenthIsGarbage() {
    double share = 1 - (double) clean.size() / dirty.size();
    assertThat(share).isBetween(0.09, 0.11);
  }

  @Test
  void noGoodRecordIsLostAndEveryResultIsTheSame() {
    for (Topic topic : SameBytesTest.ORDERED) {
      assertThat(ofDirty.byKey(topic)).as(topic.name()).isEqualTo(ofClean.byKey(topic));
    }
    assertThat(ofClean.byKey(Topic.WEIGHTS).get("main")).hasSizeGreaterThan(3);
    assertThat(ofClean.sorted(Topic.DEAD_LETTER)).isEmpty();
  }

  @Test
  void everyPieceOfGarbageIsADeadLetterWithAReason() {
    Map<String, Integer> reasons = new TreeMap<>();
    for (String letter : ofDirty.sorted(Topic.DEAD_LETTER)) {
      reasons.merge(letter.replaceAll("^.*\"reason\":\"([A-Z_]+)\".*$", "$1"), 1, Integer::sum);
    }
    assertThat(reasons)
        .containsOnlyKeys("MALFORMED", "MISSING_FIELD", "NOT_FINITE", "OUT_OF_RANGE", "OVERSIZE");
    assertThat(reasons.values().stream().mapToInt(Integer::intValue).sum())
        .isEqualTo(dirty.size() - clean.size());
  }
}
