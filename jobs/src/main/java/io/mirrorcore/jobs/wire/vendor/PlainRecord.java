package io.mirrorcore.jobs.wire.vendor;

import io.mirrorcore.jobs.wire.FieldSource;
import io.mirrorcore.jobs.wire.csv.CsvFields;
import io.mirrorcore.jobs.wire.csv.CsvText;
import io.mirrorcore.jobs.wire.reject.RecordKind;
import io.mirrorcore.jobs.wire.reject.WireField;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A record in the form of the topics, field by field, as yet unjudged.
 *
 * @param kind of market data
 * @param texts of the fields that it has
 */
public record PlainRecord(RecordKind kind, Map<WireField, String> texts) {

  /** Fields of a kind in the order of the columns of a file. */
  public static List<WireField> fields(RecordKind kind) {
    return Arrays.stream(WireField.values()).filter(field -> field.isOf(kind)).toList();
  }

  /** The line of the columns' names. */
  public static String header(RecordKind kind) {
    return fields(kind).stream().map(WireField::wireName).collect(Collectors.joining(","));
  }

  /** The record as a line of a file. */
  public String line() {
    return fields(kind).stream()
        .map(field -> CsvText.cell(text(field)))
        .collect(Collectors.joining(","));
  }

  /** The text of a field, or "" where it is absent. */
  public String text(WireField field) {
    return texts.getOrDefault(field, "");
  }

  /** The record as the readers take it. */
  public FieldSource source() {
    return new CsvFields(name -> text(WireField.of(name)));
  }
}
