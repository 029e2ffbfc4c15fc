package io.mirrorcore.jobs.wire;

import io.mirrorcore.jobs.wire.reject.Rejection;
import io.mirrorcore.jobs.wire.reject.WireField;
import io.mirrorcore.jobs.wire.time.TimeReader;

/**
 * The fields of one input record, whatever its format. The readers validate against this interface
 * alone, so JSON and CSV cannot differ in what they accept.
 */
public interface FieldSource {

  /** Whether the field is there with a value; JSON null and an empty cell are absent. */
  boolean has(WireField field);

  /** The text of a field that must be there. */
  String text(WireField field) throws Rejection;

  /** The text of a field that must be there, or the number in it as text. */
  String textOrNumber(WireField field) throws Rejection;

  /** The time of the record, as {@code reader} understands it. */
  long time(TimeReader reader) throws Rejection;

  /** The finite number of a field that must be there. */
  double number(WireField field) throws Rejection;

  /**
   * One side of a book as price, size, price, size, ... in the order of the record, all finite;
   * empty when the field is absent.
   */
  double[] side(WireField field) throws Rejection;
}
