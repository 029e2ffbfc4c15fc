package io.mirrorcore.jobs.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * One track of the report: the ensemble, a benchmark or a strategy.
 *
 * @param facts its fields except the series, in the order of their names
 * @param series its series by bar, by field name
 */
record TrackPanel(Map<String, JsonNode> facts, Map<String, Series> series) {

  /** Points of a portfolio's series: what a wide screen can show when zoomed in. */
  static final int PORTFOLIO_POINTS = 5_000;

  /** Points of a single strategy's series, of which there are many and few are looked at. */
  static final int STRATEGY_POINTS = 2_000;

  private static final Map<String, Series.Precision> PRECISION =
      Map.of(
          "equity", (json, value) -> PageJson.writeSignificant(json, value, 6),
          "drawdown", (json, value) -> PageJson.writeDecimals(json, value, 5),
          "rollingSharpe", (json, value) -> PageJson.writeDecimals(json, value, 3),
          "rollingVolatility", (json, value) -> PageJson.writeDecimals(json, value, 5),
          "rollingBeta", (json, value) -> PageJson.writeDecimals(json, value, 3));

  static TrackPanel read(JsonParser json) throws IOException {
    Map<String, JsonNode> facts = new TreeMap<>();
    Map<String, double[]> byBar = new TreeMap<>();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String field = json.currentName();
      json.nextToken();
      if (PRECISION.containsKey(field)) {
        byBar.put(field, Series.readDoubles(json));
      } else {
        facts.put(field, json.readValueAsTree());
      }
    }
    int limit = "STRATEGY".equals(text(facts, "kind")) ? STRATEGY_POINTS : PORTFOLIO_POINTS;
    Map<String, Series> series = new TreeMap<>();
    byBar.forEach((field, values) -> series.put(field, Series.thinned(values, limit)));
    return new TrackPanel(facts, series);
  }

  String name() {
    return text(facts, "name");
  }

  void write(JsonGenerator json, long[] times, TimeSteps clock) throws IOException {
    json.writeStartObject();
    for (Map.Entry<String, JsonNode> fact : facts.entrySet()) {
      json.writeFieldName(fact.getKey());
      json.writeTree(fact.getValue());
    }
    for (Map.Entry<String, Series> entry : series.entrySet()) {
      String field = entry.getKey();
      if (entry.getValue().bars() != times.length) {
        throw new IllegalArgumentException(
            "report.json: %s of %s must have one value per time, %d; has %d"
                .formatted(field, name(), times.length, entry.getValue().bars()));
      }
      json.writeFieldName(field);
      entry.getValue().write(json, times, clock, PRECISION.get(field));
    }
    json.writeEndObject();
  }

  private static String text(Map<String, JsonNode> facts, String field) {
    JsonNode node = facts.get(field);
    return node == null ? null : node.textValue();
  }
}
