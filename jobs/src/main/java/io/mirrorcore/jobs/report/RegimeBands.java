package io.mirrorcore.jobs.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The regimes over time, as bands behind the charts. Where there are more than {@link #MAX_BANDS},
 * which would be less than a pixel wide, the page draws that many stretches of equal length
 * instead, each in the regime that held longest in it; the shares of time that it states are
 * computed from all bands.
 *
 * @param bands in the order of time
 */
record RegimeBands(List<Band> bands) {

  static final int MAX_BANDS = 1_000;

  /**
   * @param from first moment, epoch milliseconds
   * @param to end, epoch milliseconds, exclusive
   * @param regime its name
   */
  record Band(long from, long to, String regime) {}

  static RegimeBands read(JsonParser json) throws IOException {
    Series.expectArray(json);
    List<Band> bands = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      JsonNode band = json.readValueAsTree();
      bands.add(
          new Band(
              band.path("from").asLong(),
              band.path("to").asLong(),
              band.path("regime").asText("MIXED")));
    }
    return new RegimeBands(bands);
  }

  void write(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeNumberField("count", bands.size());
    json.writeArrayFieldStart("bands");
    for (Band band : drawn()) {
      json.writeStartArray();
      json.writeNumber(band.from());
      json.writeNumber(band.to());
      json.writeString(band.regime());
      json.writeEndArray();
    }
    json.writeEndArray();
    json.writeObjectFieldStart("millis");
    for (Map.Entry<String, Long> held : heldMillis().entrySet()) {
      json.writeNumberField(held.getKey(), held.getValue());
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  List<Band> drawn() {
    return bands.size() <= MAX_BANDS ? bands : stretches();
  }

  private Map<String, Long> heldMillis() {
    Map<String, Long> held = new TreeMap<>();
    for (Band band : bands) {
      held.merge(band.regime(), band.to() - band.from(), Long::sum);
    }
    return held;
  }

  private List<Band> stretches() {
    long start = bands.get(0).from();
    long span = bands.get(bands.size() - 1).to() - start;
    List<Band> drawn = new ArrayList<>();
    int next = 0;
    for (int k = 0; k < MAX_BANDS; k++) {
      long from = start + Math.round((double) span * k / MAX_BANDS);
      long to = start + Math.round((double) span * (k + 1) / MAX_BANDS);
      while (next < bands.size() - 1 && bands.get(next).to() <= from) {
        next++;
      }
      join(drawn, new Band(from, to, longest(next, from, to)));
    }
    return drawn;
  }

  private String longest(int first, long from, long to) {
    Map<String, Long> held = new TreeMap<>();
    for (int i = first; i < bands.size() && bands.get(i).from() < to; i++) {
      Band band = bands.get(i);
      held.merge(band.regime(), Math.min(band.to(), to) - Math.max(band.from(), from), Long::sum);
    }
    String longest = bands.get(first).regime();
    for (Map.Entry<String, Long> entry : held.entrySet()) {
      if (entry.getValue() > held.getOrDefault(longest, 0L)) {
        longest = entry.getKey();
      }
    }
    return longest;
  }

  private static void join(List<Band> drawn, Band band) {
    int last = drawn.size() - 1;
    if (last >= 0 && drawn.get(last).regime().equals(band.regime())) {
      drawn.set(last, new Band(drawn.get(last).from(), band.to(), band.regime()));
    } else {
      drawn.add(band);
    }
  }
}
