package io.mirrorcore.jobs.wire.csv;

import io.mirrorcore.jobs.wire.FieldSource;
import io.mirrorcore.jobs.wire.SideBuffer;
import io.mirrorcore.jobs.wire.reject.Rejection;
import io.mirrorcore.jobs.wire.reject.WireField;
import io.mirrorcore.jobs.wire.text.NumberText;
import io.mirrorcore.jobs.wire.time.TimeReader;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The fields of a record whose texts have the form of CSV cells. One side of a book is {@code
 * price:size|price:size}.
 */
public final class CsvFields implements FieldSource {

  private final UnaryOperator<String> cells;

  /**
   * @param cells the text of a field by its name; empty where it is absent
   */
  public CsvFields(UnaryOperator<String> cells) {
    this.cells = cells;
  }

  @Override
  public boolean has(WireField field) {
    return !cells.apply(field.wireName()).isEmpty();
  }

  @Override
  public String text(WireField field) throws Rejection {
    String cell = cells.apply(field.wireName());
    if (cell.isEmpty()) {
      throw Rejection.missing(field);
    }
    return cell;
  }

  @Override
  public String textOrNumber(WireField field) throws Rejection {
    return text(field);
  }

  @Override
  public long time(TimeReader reader) throws Rejection {
    return reader.read(text(WireField.TIME));
  }

  @Override
  public double number(WireField field) throws Rejection {
    return parse(field, text(field));
  }

  private static double parse(WireField field, String text) throws Rejection {
    if (!NumberText.isJsonNumber(text)) {
      throw NumberText.isNotFinite(text)
          ? Rejection.notFinite(field, text)
          : Rejection.wrongType(field, "a number", "the text " + Rejection.quoted(text));
    }
    double value = NumberText.parse(text);
    if (!Double.isFinite(value)) {
      throw Rejection.notFinite(field, NumberText.of(value));
    }
    return value;
  }

  @Override
  public double[] side(WireField field) throws Rejection {
    SideBuffer side = new SideBuffer();
    String cell = cells.apply(field.wireName());
    if (!cell.isEmpty()) {
      List<String> levels =
          CsvLevels.of(cell)
              .orElseThrow(
                  () ->
                      Rejection.malformed(
                          field.wireName() + " must be levels of price:size|price:size"));
      levels.forEach(text -> add(field, text, side));
    }
    return side.toArray();
  }

  private static void add(WireField field, String text, SideBuffer side) {
    if (NumberText.isJsonNumber(text)) {
      side.add(field, NumberText.parse(text));
    } else {
      side.fail(Rejection.notFinite(field, text));
    }
  }
}
