package io.mirrorcore.jobs.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The weights over time: one row per time, one column per strategy. Where there are more than
 * {@link #MAX_ROWS} rows the page draws that many at equal distances; the numbers that it states
 * are computed from all.
 */
final class WeightRows {

  static final int MAX_ROWS = 2_000;

  private static final int DECIMALS = 4;

  private final long[] times;
  private final JsonNode strategies;
  private final List<double[]> values;

  private WeightRows(long[] times, JsonNode strategies, List<double[]> values) {
    this.times = times;
    this.strategies = strategies;
    this.values = values;
  }

  static WeightRows read(JsonParser json) throws IOException {
    long[] times = {};
    JsonNode strategies = PageJson.mapper().createArrayNode();
    List<double[]> values = List.of();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String field = json.currentName();
      json.nextToken();
      switch (field) {
        case "times" -> times = Series.readLongs(json);
        case "strategies" -> strategies = json.readValueAsTree();
        case "values" -> values = readRows(json);
        default -> json.skipChildren();
      }
    }
    return new WeightRows(times, strategies, values).checked();
  }

  private static List<double[]> readRows(JsonParser json) throws IOException {
    Series.expectArray(json);
    List<double[]> rows = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      rows.add(Series.readDoubles(json));
    }
    return rows;
  }

  private WeightRows checked() {
    if (values.size() != times.length) {
      throw new IllegalArgumentException(
          "report.json: weights must have one row per time, %d; have %d"
              .formatted(times.length, values.size()));
    }
    for (double[] row : values) {
      if (row.length != strategies.size()) {
        throw new IllegalArgumentException(
            "report.json: a row of weights must have one value per strategy, %d; has %d"
                .formatted(strategies.size(), row.length));
      }
    }
    return this;
  }

  void write(JsonGenerator json) throws IOException {
    int[] kept = Thinning.spread(times.length, MAX_ROWS);
    json.writeStartObject();
    json.writeNumberField("rows", times.length);
    json.writeFieldName("strategies");
    json.writeTree(strategies);
    json.writeArrayFieldStart("times");
    for (int row : kept) {
      json.writeNumber(times[row]);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("values");
    for (int row : kept) {
      writeRow(json, values.get(row));
    }
    json.writeEndArray();
    json.writeFieldName("summary");
    writeSummary(json);
    json.writeEndObject();
  }

  private static void writeRow(JsonGenerator json, double[] row) throws IOException {
    json.writeStartArray();
    for (double weight : row) {
      PageJson.writeDecimals(json, weight, DECIMALS);
    }
    json.writeEndArray();
  }

  /** By strategy: mean, lowest and highest weight over all rows. */
  private void writeSummary(JsonGenerator json) throws IOException {
    json.writeStartArray();
    for (int column = 0; column < strategies.size(); column++) {
      int strategy = column;
      var all = values.stream().mapToDouble(row -> row[strategy]).summaryStatistics();
      writeRow(
          json,
          all.getCount() == 0
              ? new double[] {0, 0, 0}
              : new double[] {all.getAverage(), all.getMin(), all.getMax()});
    }
    json.writeEndArray();
  }
}
