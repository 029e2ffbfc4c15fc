package io.mirrorcore.jobs.wire.csv;

import com.fasterxml.jackson.core.JsonGenerator;
import io.mirrorcore.jobs.wire.reject.RecordKind;
import io.mirrorcore.jobs.wire.reject.WireField;
import io.mirrorcore.jobs.wire.text.NumberText;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Writer of a CSV row as the JSON of its topic; numbers are copied digit for digit. */
final class CsvJson {

  private CsvJson() {}

  static byte[] of(RecordKind kind, CsvRow row, OptionalLong time) {
    if (row.defect() != null) {
      return row.raw(); // no JSON, and so a dead letter that shows the row as it is
    }
    return WireJson.object(
        json -> {
          for (String column : row.columns()) {
            WireField field = WireField.of(column);
            String cell = row.cell(column);
            if (field != null && field.isOf(kind) && !cell.isEmpty()) {
              json.writeFieldName(column);
              if (field == WireField.TIME && time.isPresent()) {
                json.writeNumber(time.getAsLong());
              } else {
                write(json, field.type(), cell);
              }
            }
          }
        });
  }

  private static void write(JsonGenerator json, WireField.Type type, String cell)
      throws IOException {
    switch (type) {
      case TEXT -> json.writeString(cell);
      case NUMBER -> number(json, cell);
      case SIDE -> side(json, cell);
    }
  }

  private static void number(JsonGenerator json, String text) throws IOException {
    if (NumberText.isJsonNumber(text)) {
      json.writeNumber(text);
    } else {
      json.writeString(text);
    }
  }

  private static void side(JsonGenerator json, String cell) throws IOException {
    Optional<List<String>> levels = CsvLevels.of(cell);
    if (levels.isEmpty()) {
      json.writeString(cell);
      return;
    }
    List<String> texts = levels.get();
    json.writeStartArray();
    for (int i = 0; i < texts.size(); i += 2) {
      json.writeStartArray();
      number(json, texts.get(i));
      number(json, texts.get(i + 1));
      json.writeEndArray();
    }
    json.writeEndArray();
  }
}
