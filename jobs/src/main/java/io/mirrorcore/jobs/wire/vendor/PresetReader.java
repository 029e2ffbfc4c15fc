package io.mirrorcore.jobs.wire.vendor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.mirrorcore.jobs.wire.columns.BarLabel;
import io.mirrorcore.jobs.wire.columns.ColumnMapping;
import io.mirrorcore.jobs.wire.columns.ColumnSource;
import io.mirrorcore.jobs.wire.columns.MappingText;
import io.mirrorcore.jobs.wire.reject.RecordKind;
import io.mirrorcore.jobs.wire.reject.WireField;
import io.mirrorcore.jobs.wire.time.EpochUnit;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Reads the file of a preset, which lies beside this class in the jar. */
final class PresetReader {

  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  private PresetReader() {}

  static Preset read(String name) {
    try (InputStream file = PresetReader.class.getResourceAsStream(name + ".yaml")) {
      return preset(name, YAML.readTree(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a file of ours
    }
  }

  private static Preset preset(String name, JsonNode file) {
    List<List<String>> signs = new ArrayList<>();
    file.path("signs").forEach(list -> signs.add(texts(list)));
    return new Preset(
        name, file.get("about").asText(), signs, file.path("note").asText(""), mapping(file));
  }

  private static ColumnMapping mapping(JsonNode file) {
    RecordKind kind = kind(file.get("kind").asText());
    Map<WireField, ColumnSource> columns = new EnumMap<>(WireField.class);
    for (Map.Entry<String, JsonNode> column : file.path("columns").properties()) {
      columns.put(
          MappingText.field(kind, column.getKey()), ColumnSource.parse(column.getValue().asText()));
    }
    Map<String, List<String>> only = new TreeMap<>();
    file.path("only")
        .properties()
        .forEach(entry -> only.put(entry.getKey(), texts(entry.getValue())));
    return new ColumnMapping(
        kind,
        columns,
        file.has("interval") ? ColumnSource.parse(file.get("interval").asText()) : null,
        only,
        texts(file.path("header")),
        stamps(file),
        new ColumnMapping.Symbols(null, text(file, "symbol-in-name")),
        ColumnMapping.Form.valueOf(word(file, "form", "rows")));
  }

  private static RecordKind kind(String word) {
    return switch (word) {
      case "prices" -> RecordKind.BAR;
      case "ticks" -> RecordKind.TICK;
      case "options-flow" -> RecordKind.OPTION;
      default -> null; // strategy-returns
    };
  }

  private static ColumnMapping.Stamps stamps(JsonNode file) {
    String zone = text(file, "time-zone");
    return new ColumnMapping.Stamps(
        EpochUnit.valueOf(word(file, "time-unit", "auto")),
        zone == null ? null : ZoneId.of(zone),
        text(file, "time-format"),
        BarLabel.valueOf(word(file, "bar-label", "close")),
        0);
  }

  private static String word(JsonNode file, String key, String otherwise) {
    return file.path(key).asText(otherwise).toUpperCase(Locale.ROOT).replace('-', '_');
  }

  private static String text(JsonNode file, String key) {
    return file.has(key) ? file.get(key).asText() : null;
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(element -> texts.add(element.asText()));
    return texts;
  }
}
