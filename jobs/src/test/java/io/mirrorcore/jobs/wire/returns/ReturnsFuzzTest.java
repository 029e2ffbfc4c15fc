package io.mirrorcore.jobs.wire.returns;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.jobs.fuzz.Budget;
import io.mirrorcore.jobs.fuzz.ByteMutator;
import io.mirrorcore.jobs.fuzz.JsonMutator;
import io.mirrorcore.jobs.wire.csv.CsvException;
import io.mirrorcore.jobs.wire.market.Records;
import io.mirrorcore.jobs.wire.reject.RejectReason;
import io.mirrorcore.jobs.wire.reject.SourceRef;
import io.mirrorcore.jobs.wire.time.InputTimes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Strategy returns from elsewhere, damaged: a record or a reason. */
class ReturnsFuzzTest {

  private static final int MAX_BYTES = 65_536;
  private static final String RETURNS = "{\"UT_BOT\":0.01,\"RL_AGENT\":-0.02}";
  private static final JsonMutator RECORD =
      new JsonMutator(
          "{\"portfolio\":\"main\",\"time\":1700000060000,\"returns\":"
              + RETURNS
              + ",\"deployed\":{\"UT_BOT\":false},\"marketReturn\":0.001}");
  private static final JsonMutator INNER = new JsonMutator(RETURNS);
  private static final List<String> CELLS =
      List.of(
          "", " ", "NaN", "-inf", "1e999", "1e7", "-0", "00", "x", "\"a\nb\"", "\"open", "\u0000");

  @Test
  void everyRecordOfATopicEndsAsReturnsOrAsARejectWithItsReason() {
    SplittableRandom random = new SplittableRandom(20_261_122);
    ReturnsParser parser = new ReturnsParser(MAX_BYTES, InputTimes.DEFAULT.ofReturns());
    Set<RejectReason> reasons = EnumSet.noneOf(RejectReason.class);
    int inputs = Budget.percent(5);
    int good = 0;
    for (int i = 0; i < inputs; i++) {
      byte[] input = random.nextBoolean() ? RECORD.mutate(random) : inside(random);
      ReturnsEvent event = parser.parse(new SourceRef("strategy-returns", 0, i), input);
      check(event, input);
      if (event.isRejected()) {
        reasons.add(event.reason());
      } else {
        good++;
      }
    }
    assertThat(good).as("mutations that are still valid").isBetween(inputs / 100, inputs / 2);
    assertThat(reasons)
        .contains(
            RejectReason.MALFORMED,
            RejectReason.MISSING_FIELD,
            RejectReason.NOT_FINITE,
            RejectReason.OUT_OF_RANGE,
            RejectReason.OVERSIZE);
  }

  /** A record whose returns are damaged. */
  private static byte[] inside(SplittableRandom random) {
    String returns = new String(INNER.mutate(random), StandardCharsets.UTF_8);
    return Records.bytes("{\"time\":1700000060000,\"returns\":" + returns + "}");
  }

  @Test
  void everyRowOfAFileDoesTooAndEveryOtherFileIsOneSentence() throws IOException {
    SplittableRandom random = new SplittableRandom(60_019);
    int rows = 0;
    int good = 0;
    int refused = 0;
    while (rows + refused < Budget.percent(3)) {
      byte[] text = file(random);
      try (ReturnsFile file =
          ReturnsFile.ofText(
              new ByteArrayInputStream(text), Path.of("f.csv"), MAX_BYTES, InputTimes.DEFAULT)) {
        for (ReturnsEvent event = file.next(); event != null; event = file.next()) {
          check(event, text);
          rows++;
          good += event.isRejected() ? 0 : 1;
        }
      } catch (CsvException e) {
        assertThat(e.getMessage()).startsWith("f.csv").doesNotContain("\n");
        refused++;
      }
    }
    assertThat(good).isBetween(rows / 10, rows * 9 / 10);
    assertThat(refused).isPositive();
  }

  private static byte[] file(SplittableRandom random) {
    StringBuilder text = new StringBuilder("time,UT_BOT,RL_AGENT,marketReturn\n");
    for (int row = 1; row <= 5; row++) {
      String[] cells = {row + "000000000", "0.01", "-0.0" + row, ""};
      if (random.nextBoolean()) {
        cells[random.nextInt(cells.length)] = CELLS.get(random.nextInt(CELLS.size()));
      }
      text.append(String.join(random.nextInt(30) == 0 ? ",," : ",", cells)).append('\n');
    }
    byte[] bytes = Records.bytes(text.toString());
    return random.nextInt(4) == 0 ? ByteMutator.mutate(bytes, random) : bytes;
  }

  private static void check(ReturnsEvent event, byte[] input) {
    if (event.isRejected()) {
      assertThat(event.returns()).isNull();
      assertThat(event.detail()).as(Records.text(input)).isNotBlank().hasSizeLessThan(300);
      assertThat(event.detail()).as(Records.text(input)).doesNotContain("unreadable:");
      assertThat(event.detail().chars()).as(Records.text(input)).noneMatch(Character::isISOControl);
      assertThat(event.deadLetter().detail()).isEqualTo(event.detail());
    } else {
      assertThat(event.returns().time()).isPositive();
      assertThat(event.returns().returns()).isNotEmpty();
      assertThat(event.returns().returns().values()).allMatch(value -> Math.abs(value) <= 1e6);
      assertThat(event.returns().deployed().keySet()).isEqualTo(event.returns().returns().keySet());
      assertThat(event.returns().marketReturn()).isFinite();
    }
  }
}
