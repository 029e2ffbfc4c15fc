package io.mirrorcore.jobs.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Bytes that nobody would send, and some that somebody will. */
class ParserFuzzTest {

  private static final int INPUTS = Integer.getInteger("mirrorcore.fuzz", 20_000);

  private static final List<String> TOKENS =
      List.of(
          "NaN",
          "-Infinity",
          "1e999",
          "-1",
          "0",
          "null",
          "true",
          "\"\"",
          "[]",
          "{}",
          "[[1,2]]",
          "\"NaN\"",
          "1e-400",
          "00",
          ",",
          "\\ud800",
          "\"a\":",
          "}",
          "99999999999999999999");

  @ParameterizedTest
  @EnumSource(RecordKind.class)
  void nothingEscapesAndEveryInputEndsAsAnEventOrAReject(RecordKind kind) {
    SplittableRandom random = new SplittableRandom(20_151_224 + kind.name().hashCode());
    RecordParser parser = new RecordParser(ParserSettings.DEFAULT);
    int good = 0;
    for (int i = 0; i < INPUTS; i++) {
      byte[] input = input(kind, random);
      MarketEvent event = parser.parse(kind, Records.SOURCE, input, Records.TIME);
      if (event.isRejected()) {
        assertThat(event.detail()).isNotBlank().doesNotStartWith("unreadable");
        assertThat(event.raw()).isEqualTo(input);
        assertThat(Json.encode(DeadLetter.of(event))).isNotEmpty();
      } else {
        good++;
        assertThat(event.symbol()).isNotEmpty();
        assertThat(event.time()).isPositive();
      }
    }
    assertThat(good).as("mutations that are still valid").isBetween(INPUTS / 100, INPUTS / 2);
  }

  private static byte[] input(RecordKind kind, SplittableRandom random) {
    if (random.nextInt(10) == 0) {
      byte[] bytes = new byte[random.nextInt(200)];
      random.nextBytes(bytes);
      return bytes;
    }
    String json =
        switch (kind) {
          case BAR -> Records.BAR;
          case TICK -> random.nextBoolean() ? Records.TRADE : Records.QUOTE;
          case OPTION -> Records.OPTION;
        };
    return random.nextBoolean() ? withToken(json, random) : withBytes(json, random);
  }

  private static byte[] withToken(String json, SplittableRandom random) {
    String token = TOKENS.get(random.nextInt(TOKENS.size()));
    int from = random.nextInt(json.length());
    int to = Math.min(json.length(), from + random.nextInt(12));
    return Records.bytes(json.substring(0, from) + token + json.substring(to));
  }

  private static byte[] withBytes(String json, SplittableRandom random) {
    byte[] bytes = Records.bytes(json);
    for (int left = 1 + random.nextInt(3); left > 0; left--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return bytes;
  }
}
