package io.mirrorcore.jobs.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Arrays;

/** The points of a series by bar that the page draws. */
final class Series {

  private final int bars;
  private final int[] kept;
  private final double[] values;

  private Series(int bars, int[] kept, double[] values) {
    this.bars = bars;
    this.kept = kept;
    this.values = values;
  }

  /** Of a value per bar, NaN where there is none, at most {@code limit}. */
  static Series thinned(double[] byBar, int limit) {
    int[] kept = Thinning.keep(byBar, limit);
    return new Series(byBar.length, kept, Arrays.stream(kept).mapToDouble(i -> byBar[i]).toArray());
  }

  /** How many bars the series has. */
  int bars() {
    return bars;
  }

  private boolean isWhole() {
    return kept.length == bars;
  }

  /** Writes {@code {"t": steps, "v": values}}, without {@code t} when every bar is there. */
  void write(JsonGenerator json, long[] times, TimeSteps clock, Precision precision)
      throws IOException {
    json.writeStartObject();
    if (!isWhole()) {
      json.writeFieldName("t");
      writeLongs(json, clock.between(times, kept));
    }
    json.writeArrayFieldStart("v");
    for (double value : values) {
      precision.write(json, value);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  static void writeLongs(JsonGenerator json, long[] values) throws IOException {
    json.writeStartArray();
    for (long value : values) {
      json.writeNumber(value);
    }
    json.writeEndArray();
  }

  /** Reads an array of numbers and nulls (NaN), at whose start the parser stands. */
  static double[] readDoubles(JsonParser json) throws IOException {
    expectArray(json);
    double[] values = new double[1024];
    int size = 0;
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (size == values.length) {
        values = Arrays.copyOf(values, 2 * size);
      }
      values[size++] =
          json.currentToken() == JsonToken.VALUE_NULL ? Double.NaN : json.getDoubleValue();
    }
    return Arrays.copyOf(values, size);
  }

  /** Reads an array of whole numbers, at whose start the parser stands. */
  static long[] readLongs(JsonParser json) throws IOException {
    expectArray(json);
    long[] values = new long[1024];
    int size = 0;
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (size == values.length) {
        values = Arrays.copyOf(values, 2 * size);
      }
      values[size++] = json.getLongValue();
    }
    return Arrays.copyOf(values, size);
  }

  static void expectArray(JsonParser json) throws IOException {
    if (json.currentToken() != JsonToken.START_ARRAY) {
      throw new IllegalArgumentException(
          "report.json: " + json.currentName() + " must be an array");
    }
  }

  /** How exactly the page needs a number, which it draws on a few hundred pixels. */
  @FunctionalInterface
  interface Precision {
    void write(JsonGenerator json, double value) throws IOException;
  }
}
