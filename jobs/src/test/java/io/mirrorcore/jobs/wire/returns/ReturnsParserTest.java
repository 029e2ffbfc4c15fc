package io.mirrorcore.jobs.wire.returns;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.jobs.wire.reject.RejectReason;
import io.mirrorcore.jobs.wire.reject.SourceRef;
import io.mirrorcore.jobs.wire.time.InputTimes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReturnsParserTest {

  private static final SourceRef SOURCE = new SourceRef("strategy-returns", 0, 7);

  @TempDir private Path directory;

  private static ReturnsEvent parse(String json) {
    return new ReturnsParser(65_536, InputTimes.DEFAULT.ofReturns())
        .parse(SOURCE, json.getBytes(StandardCharsets.UTF_8));
  }

  private List<ReturnsEvent> read(String name, String text) throws IOException {
    Path file = Files.writeString(directory.resolve(name), text);
    List<ReturnsEvent> events = new ArrayList<>();
    try (ReturnsFile records = ReturnsFile.open(file, 65_536, InputTimes.DEFAULT)) {
      for (ReturnsEvent event = records.next(); event != null; event = records.next()) {
        events.add(event);
      }
    }
    return events;
  }

  @Test
  void readsWhatThePipelinePublishes() {
    ReturnsEvent event =
        parse(
            "{\"portfolio\":\"p\",\"time\":1700000060000,\"returns\":{\"B\":-0.5,\"A\":0.25},"
                + "\"deployed\":{\"A\":true,\"B\":false},\"marketReturn\":0.125}");
    assertThat(event.isRejected()).isFalse();
    assertThat(event.returns().portfolio()).isEqualTo("p");
    assertThat(event.returns().returns()).isEqualTo(Map.of("A", 0.25, "B", -0.5));
    assertThat(event.returns().deployed()).isEqualTo(Map.of("A", true, "B", false));
    assertThat(event.returns().marketReturn()).isEqualTo(0.125);
  }

  @Test
  void needsOnlyTimeAndReturns() {
    ReturnsEvent event = parse("{\"time\":1700000060000,\"returns\":{\"B\":-0.5,\"A\":0.25}}");
    assertThat(event.returns().portfolio()).isEqualTo("main");
    assertThat(event.returns().deployed()).isEqualTo(Map.of("A", true, "B", true));
    assertThat(event.returns().marketReturn()).isEqualTo(-0.125);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "[1]|MALFORMED|object",
        "{\"time\":6|MALFORMED|no valid JSON",
        "{\"time\":60000,\"time\":6,\"returns\":{\"A\":1}}|MALFORMED|no valid JSON",
        "{\"time\":60000,\"returns\":{\"A\":1,\"A\":2}}|MALFORMED|no valid JSON",
        "{\"time\":60000,\"returns\":{\"A\":1}} {}|MALFORMED|no valid JSON",
        "{\"returns\":{\"A\":1}}|MISSING_FIELD|time is missing",
        "{\"time\":1700000060000}|MISSING_FIELD|returns is missing",
        "{\"time\":1700000060000,\"returns\":{}}|OUT_OF_RANGE|1 to 2000 strategies",
        "{\"time\":1700000060000,\"returns\":{\"A\":\"x\"}}|MALFORMED|return of A must be a number",
        "{\"time\":1700000060000,\"returns\":{\"A\":\"NaN\"}}|NOT_FINITE|return of A must be finite",
        "{\"time\":1700000060000,\"returns\":{\"A\":1e7}}|OUT_OF_RANGE|return of A must be within",
        "{\"time\":-5,\"returns\":{\"A\":1}}|OUT_OF_RANGE|time must be epoch",
        "{\"time\":9e15,\"returns\":{\"A\":1}}|OUT_OF_RANGE|time must be epoch",
        "{\"time\":1700000060000,\"returns\":{\"A B\":1}}|OUT_OF_RANGE|a strategy's id must be",
        "{\"time\":1700000060000,\"returns\":{\"A\":1},\"deployed\":{\"A\":3}}|MALFORMED|deployed of A",
      })
  void rejectsWithReasonAndDetail(String json, RejectReason reason, String detail) {
    ReturnsEvent event = parse(json);
    assertThat(event.reason()).isEqualTo(reason);
    assertThat(event.detail()).contains(detail);
    assertThat(event.deadLetter().offset()).isEqualTo(7);
  }

  @Test
  void readsRowsWithEveryOtherColumnAStrategy() throws IOException {
    List<ReturnsEvent> events =
        read("r.csv", "time,A,B\n1000000000,0.5,0.25\n2001-01-02,0,1\n2001-01-03T16:00:00Z,-1,0\n");
    assertThat(events).allMatch(event -> !event.isRejected());
    assertThat(events)
        .extracting(event -> event.returns().time())
        .containsExactly(1_000_000_000_000L, 978_393_600_000L, 978_537_600_000L);
    assertThat(events.get(0).returns().returns()).isEqualTo(Map.of("A", 0.5, "B", 0.25));
    assertThat(events.get(0).returns().marketReturn()).isEqualTo(0.375);
  }

  @Test
  void namesTheStrategyWhoseCellIsEmptyOrNoNumber() throws IOException {
    List<ReturnsEvent> events =
        read("r.csv", "time,A,B\n1000000000,0.5,\n2000,x,1\n3000,inf,1\n4000,1\n");
    assertThat(events)
        .extracting(ReturnsEvent::reason)
        .containsExactly(
            RejectReason.MISSING_FIELD,
            RejectReason.MALFORMED,
            RejectReason.NOT_FINITE,
            RejectReason.MALFORMED);
    assertThat(events.get(0).detail()).isEqualTo("return of B is missing");
  }

  @Test
  void readsJsonLinesOneByOneWhateverTheirQuotes() throws IOException {
    List<ReturnsEvent> events =
        read("r.jsonl", "{\"time\":1,\n\n{\"time\":1700000060000,\"returns\":{\"A\":1}}\n");
    assertThat(events).hasSize(2);
    assertThat(events.get(0).isRejected()).isTrue();
    assertThat(events.get(1).source().offset()).isEqualTo(3);
  }
}
