package io.mirrorcore.jobs.config.key;

import io.mirrorcore.jobs.wire.columns.MappingException;
import io.mirrorcore.jobs.wire.columns.MappingText;
import io.mirrorcore.jobs.wire.reject.RecordKind;
import java.util.Optional;

/** The value of an option that says which column is which field. */
final class MappingType {

  private MappingType() {}

  /** A mapping of the fields of one kind, as text or as a list of its parts. */
  static ValueType<String> of(RecordKind kind) {
    return new ValueType<>(
        "a mapping field=column,... as in time=t,close=c",
        texts -> mapping(kind, String.join(",", texts)),
        MappingText::pairs);
  }

  private static Optional<String> mapping(RecordKind kind, String text) {
    try {
      MappingText.columns(kind, text);
      return Optional.of(text);
    } catch (MappingException e) {
      return Optional.empty(); // the caller says what is allowed, with key and value
    }
  }
}
