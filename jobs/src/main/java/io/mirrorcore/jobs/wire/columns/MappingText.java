package io.mirrorcore.jobs.wire.columns;

import io.mirrorcore.jobs.wire.reject.RecordKind;
import io.mirrorcore.jobs.wire.reject.WireField;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A mapping as a command line has it: {@code time=Date,close="Adj Close"}. */
public final class MappingText {

  private MappingText() {}

  /** The parts of a text, one for each field. */
  public static List<String> pairs(String text) {
    return Pieces.of(text, ',');
  }

  /**
   * The sources by field.
   *
   * @param kind of market data; null for strategy returns, which have only a time
   * @throws MappingException when it is none
   */
  public static Map<WireField, ColumnSource> columns(RecordKind kind, String text) {
    Map<WireField, ColumnSource> columns = new EnumMap<>(WireField.class);
    for (String pair : Pieces.of(text, ',')) {
      List<String> sides = Pieces.of(pair, '=');
      int equals = pair.indexOf('=');
      if (sides.size() < 2 || pair.substring(equals + 1).isBlank()) {
        throw new MappingException(
            "--columns must be field=column,... as in time=Date,close=\"Adj Close\"; have " + pair);
      }
      WireField field = field(kind, sides.get(0));
      if (columns.put(field, ColumnSource.parse(pair.substring(equals + 1).strip())) != null) {
        throw new MappingException("--columns has " + sides.get(0) + " twice; leave one");
      }
    }
    return columns;
  }

  /**
   * The field of a name.
   *
   * @throws MappingException when records of that kind have none
   */
  public static WireField field(RecordKind kind, String name) {
    WireField field = WireField.of(name.strip());
    if (field == null || !isOf(field, kind)) {
      throw new MappingException(
          "a mapping must be of the fields %s; have %s".formatted(names(kind), name.strip()));
    }
    return field;
  }

  private static boolean isOf(WireField field, RecordKind kind) {
    return kind == null ? field == WireField.TIME : field.isOf(kind);
  }

  private static String names(RecordKind kind) {
    return Arrays.stream(WireField.values())
        .filter(field -> isOf(field, kind))
        .map(WireField::wireName)
        .collect(Collectors.joining(", "));
  }
}
