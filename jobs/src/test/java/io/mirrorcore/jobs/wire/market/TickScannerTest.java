package io.mirrorcore.jobs.wire.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.jobs.wire.ParserSettings;
import io.mirrorcore.jobs.wire.csv.WireJson;
import io.mirrorcore.jobs.wire.json.JsonFields;
import io.mirrorcore.jobs.wire.reject.RecordKind;
import io.mirrorcore.jobs.wire.reject.Rejection;
import io.mirrorcore.jobs.wire.time.TimeReader;
import io.mirrorcore.market.tick.Aggressor;
import io.mirrorcore.market.tick.Tick;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The scanner says what the parser says, or nothing. */
class TickScannerTest {

  private static final int INPUTS = Boolean.getBoolean("mirrorcore.soak") ? 1_000_000 : 100_000;
  private static final TimeReader TIMES = ParserSettings.DEFAULT.times().of(RecordKind.TICK);

  private final TickScanner scanner = new TickScanner(TIMES);
  private final JsonFields json = new JsonFields();

  @Test
  void inputsOfAllKindsAreReadAsTheParserReadsThemOrLeftToIt() {
    SplittableRandom random = new SplittableRandom(42);
    int scanned = 0;
    int refused = 0;
    for (int i = 0; i < INPUTS; i++) {
      byte[] input = TickMutations.next(random);
      Tick fast = scanner.scan(input);
      Tick slow = parsed(input);
      if (fast != null) {
        scanned++;
        assertSame(fast, slow, input);
      }
      refused += slow == null ? 1 : 0;
    }
    // The inputs are good for something: both paths are taken often.
    assertThat(scanned).isGreaterThan(INPUTS / 5);
    assertThat(refused).isGreaterThan(INPUTS / 5);
  }

  @Test
  void whatTheProductWritesIsNeverLeftToTheParser() {
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 10_000; i++) {
      byte[] input = WireJson.tick(TickMutations.tick(random));
      assertSame(scanner.scan(input), parsed(input), input);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"symbol\":\"A\",\"time\":1700000000000,\"type\":\"TRADE\",\"price\":1,\"size\":2}",
        "{ \"symbol\" : \"A\" ,\t\"time\":1700000000000 , \"type\":\"TRADE\",\"price\":1,\"size\":2 }\r\n",
        "{\"size\":2,\"price\":0.5,\"aggressor\":\"SELL\",\"type\":\"TRADE\",\"time\":1700000000,\"symbol\":\"~!\"}",
        "{\"symbol\":\"A\",\"time\":1700000000000,\"type\":\"QUOTE\",\"bids\":[[9.5,1]],\"asks\":[]}",
        "{\"symbol\":\"A\",\"time\":1700000000000,\"type\":\"QUOTE\",\"bids\":[[9,1]],\"asks\":[[9,1]]}"
      })
  void usualFormsAreScannedWhateverTheirSpacesAndOrder(String text) {
    byte[] input = text.getBytes(StandardCharsets.UTF_8);
    assertThat(scanner.scan(input)).isNotNull();
    assertSame(scanner.scan(input), parsed(input), input);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "{}",
        "{\"symbol\":\"A\",\"time\":1700000000000,\"type\":\"TRADE\",\"price\":1,\"size\":2",
        "{\"symbol\":\"A\",\"time\":1700000000000,\"type\":\"TRADE\",\"price\":1,\"size\":2}}",
        "{\"symbol\":\"A\",\"time\":1700000000000,\"type\":\"TRADE\",\"price\":1,\"size\":2,}",
        "{\"symbol\":\"A\",\"symbol\":\"A\",\"time\":1700000000000,\"type\":\"TRADE\",\"price\":1,\"size\":2}",
        "{\"symbol\":\"A\",\"time\":1700000000000,\"type\":\"TRADE\",\"price\":01,\"size\":2}",
        "{\"symbol\":\"A\",\"time\":1700000000000,\"type\":\"TRADE\",\"price\":1.,\"size\":2}",
        "{\"symbol\":\"A\",\"time\":1700000000000,\"type\":\"TRADE\",\"price\":0,\"size\":2}",
        "{\"symbol\":\"A\",\"time\":1700000000000,\"type\":\"TRADE\",\"price\":1e3,\"size\":2}",
        "{\"symbol\":\"A B\",\"time\":1700000000000,\"type\":\"TRADE\",\"price\":1,\"size\":2}",
        "{\"symbol\":\"\",\"time\":1700000000000,\"type\":\"TRADE\",\"price\":1,\"size\":2}",
        "{\"symbol\":\"A\\u0041\",\"time\":1700000000000,\"type\":\"TRADE\",\"price\":1,\"size\":2}",
        "{\"symbol\":\"A\",\"time\":1,\"type\":\"TRADE\",\"price\":1,\"size\":2}",
        "{\"symbol\":\"A\",\"time\":1700000000000,\"ype\":\"x\",\"type\":\"TRADE\",\"price\":1,\"size\":2}",
        "{\"symbol\":\"A\",\"time\":1700000000000,\"type\":\"QUOTE\"}",
        "{\"symbol\":\"A\",\"time\":1700000000000,\"type\":\"QUOTE\",\"bids\":[],\"asks\":[]}",
        "{\"symbol\":\"A\",\"time\":1700000000000,\"type\":\"QUOTE\",\"bids\":[[9,1]],\"asks\":[[8,1]]}",
        "{\"symbol\":\"A\",\"time\":1700000000000,\"type\":\"QUOTE\",\"bids\":[[9,1],[9,1]]}"
      })
  void anythingElseIsLeftToTheParser(String text) {
    assertThat(scanner.scan(text.getBytes(StandardCharsets.UTF_8))).isNull();
  }

  @Test
  void aSymbolIsItsOwnAlsoWhenAnotherHasItsPlaceAmongTheKnown() {
    // "Aa" and "BB" have one hash.
    for (String symbol : new String[] {"Aa", "BB", "Aa", "AaAa", "BBBB", "AaBB"}) {
      byte[] input = WireJson.tick(Tick.trade(symbol, 1_700_000_000_000L, 1, 1, Aggressor.BUY));
      assertThat(scanner.scan(input).symbol()).isEqualTo(symbol);
    }
  }

  private Tick parsed(byte[] input) {
    try {
      json.read(input);
      return TickReader.read(json, TIMES, ParserSettings.DEFAULT);
    } catch (Rejection e) {
      return null;
    }
  }

  private static void assertSame(Tick fast, Tick slow, byte[] input) {
    if (!text(fast).equals(text(slow))) {
      assertThat(text(fast))
          .as(new String(input, StandardCharsets.ISO_8859_1))
          .isEqualTo(text(slow));
    }
  }

  private static String text(Tick tick) {
    return tick == null
        ? "none"
        : tick.symbol()
            + " "
            + tick.time()
            + tick.type()
            + tick.price()
            + " "
            + tick.size()
            + tick.aggressor()
            + Arrays.toString(tick.bids())
            + Arrays.toString(tick.asks());
  }
}
