package io.mirrorcore.jobs.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The data of the report page: everything in {@code report.json}, with long series thinned to what
 * can be drawn. Read in one pass that holds one track's series at a time, because a tree of the
 * whole would not fit into memory for a million bars.
 */
final class PageData {

  private static final int VERSION = 1;

  private final Map<String, JsonNode> facts = new TreeMap<>();
  private final List<TrackPanel> tracks = new ArrayList<>();
  private long[] times = {};
  private WeightRows weights;
  private RegimeBands regimes = new RegimeBands(List.of());

  private PageData() {}

  /**
   * @throws IllegalArgumentException when it is no JSON, of another version, or its series do not
   *     fit its times
   */
  static PageData read(String reportJson) {
    try (JsonParser json = PageJson.mapper().createParser(reportJson)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new IllegalArgumentException("report.json must be an object");
      }
      PageData data = new PageData();
      while (json.nextToken() != JsonToken.END_OBJECT) {
        data.readField(json);
      }
      data.checkVersion();
      return data;
    } catch (IOException e) {
      throw new IllegalArgumentException("report.json is no JSON: " + e.getMessage(), e);
    }
  }

  private void readField(JsonParser json) throws IOException {
    String field = json.currentName();
    json.nextToken();
    switch (field) {
      case "times" -> times = Series.readLongs(json);
      case "tracks" -> readTracks(json);
      case "weights" -> weights = WeightRows.read(json);
      case "regimes" -> regimes = RegimeBands.read(json);
      default -> facts.put(field, json.readValueAsTree());
    }
  }

  private void readTracks(JsonParser json) throws IOException {
    Series.expectArray(json);
    while (json.nextToken() != JsonToken.END_ARRAY) {
      tracks.add(TrackPanel.read(json));
    }
  }

  private void checkVersion() {
    JsonNode version = facts.get("version");
    if (version == null || version.asInt() != VERSION) {
      throw new IllegalArgumentException(
          "version of report.json must be %d; have %s".formatted(VERSION, version));
    }
  }

  /** Name of the portfolio. */
  String portfolio() {
    return facts.containsKey("portfolio") ? facts.get("portfolio").asText() : "";
  }

  /** One JSON object in ASCII without {@code <}, {@code >} or {@code &}. */
  String toJson() {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = PageJson.generator(text)) {
      write(json);
    } catch (IOException e) {
      throw new IllegalStateException("a string cannot fail to be written", e);
    }
    return text.toString();
  }

  private void write(JsonGenerator json) throws IOException {
    TimeSteps clock = TimeSteps.of(times);
    json.writeStartObject();
    for (Map.Entry<String, JsonNode> fact : facts.entrySet()) {
      json.writeFieldName(fact.getKey());
      json.writeTree(fact.getValue());
    }
    writeClock(json, clock);
    json.writeArrayFieldStart("tracks");
    for (TrackPanel track : tracks) {
      track.write(json, times, clock);
    }
    json.writeEndArray();
    json.writeFieldName("regimes");
    regimes.write(json);
    if (weights != null) {
      json.writeFieldName("weights");
      weights.write(json);
    }
    json.writeEndObject();
  }

  /** The times that series without times of their own share; none where all are thinned. */
  private void writeClock(JsonGenerator json, TimeSteps clock) throws IOException {
    json.writeObjectFieldStart("clock");
    json.writeNumberField("base", clock.base());
    json.writeNumberField("unit", clock.unitMillis());
    json.writeNumberField("bars", times.length);
    if (times.length <= TrackPanel.PORTFOLIO_POINTS) {
      json.writeFieldName("t");
      Series.writeLongs(json, clock.between(times, Thinning.spread(times.length, times.length)));
    }
    json.writeEndObject();
  }
}
