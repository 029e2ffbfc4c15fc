package io.mirrorcore.jobs.wire.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mirrorcore.jobs.wire.csv.WireJson;
import io.mirrorcore.jobs.wire.market.AdmittedEvent;
import io.mirrorcore.jobs.wire.market.Records;
import io.mirrorcore.jobs.wire.reject.RecordKind;
import io.mirrorcore.market.tick.Aggressor;
import io.mirrorcore.market.tick.Tick;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTest {

  /** A record with everything that published ones have. */
  public record Sample(String name, long time, double value, Map<String, Double> by, Long none) {}

  @Test
  void equalRecordsGiveEqualBytes() {
    Map<String, Double> by = new LinkedHashMap<>();
    by.put("b", 2e-3);
    by.put("a", 1e22);

    assertThat(Records.text(Json.encode(new Sample("x", 5, 0.1, by, null))))
        .isEqualTo("{\"name\":\"x\",\"time\":5,\"value\":0.1,\"by\":{\"a\":1.0E22,\"b\":0.002}}");
  }

  @Test
  void doublesHaveTheirShortestTextOnEveryJdk() {
    assertThat(Records.text(Json.encode(new double[] {Double.parseDouble("2e23"), 2.0E-3, 1e7})))
        .isEqualTo("[2.0E23,0.002,1.0E7]");
  }

  @Test
  void readsBackAndSkipsWhatItDoesNotKnow() {
    Sample sample = new Sample("x", 5, 0.1, Map.of("a", 1.0), 7L);
    String json = Records.text(Json.encode(sample)).replace("{\"name\"", "{\"new\":[1],\"name\"");

    assertThat(Json.decode(Records.bytes(json), Sample.class)).isEqualTo(sample);
    assertThatThrownBy(() -> Json.decode(Records.bytes("{\"name\":"), Sample.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no JSON of a Sample: \"{\"name\":\"");
  }

  @Test
  void neverPublishesNaN() {
    assertThatThrownBy(() -> Json.encode(new Sample("x", 5, 1, Map.of("k", Double.NaN), null)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("/by/k must be finite to be published; have NaN");
    assertThatThrownBy(() -> Json.encode(new double[] {1, Double.POSITIVE_INFINITY}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must be finite to be published; have Infinity");
  }

  @Test
  void wireRecordsReadBackAsTheyWere() {
    assertThat(parse(RecordKind.BAR, WireJson.bar(Records.BAR_RECORD)).bar())
        .isEqualTo(Records.BAR_RECORD);
    for (Tick tick :
        new Tick[] {
          Records.TRADE_RECORD,
          Records.QUOTE_RECORD,
          Tick.trade("A", Records.TRADE_RECORD.time(), 2, 3, Aggressor.UNKNOWN)
        }) {
      assertThat(parse(RecordKind.TICK, WireJson.tick(tick)).tick())
          .usingRecursiveComparison()
          .isEqualTo(tick);
    }
    assertThat(parse(RecordKind.OPTION, WireJson.option(Records.OPTION_RECORD)).option())
        .isEqualTo(Records.OPTION_RECORD);
  }

  private static AdmittedEvent parse(RecordKind kind, byte[] json) {
    return Records.admitted(kind, Records.text(json));
  }
}
