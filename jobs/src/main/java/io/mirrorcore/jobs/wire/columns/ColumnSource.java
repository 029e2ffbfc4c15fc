package io.mirrorcore.jobs.wire.columns;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where a field comes from. The first of some alternatives that a record has, separated by {@code
 * |}:
 *
 * <pre>
 * NAME            the column of that name; by number, from 1, where there is no header
 * "A NAME"        the same, where the name has one of these characters in it
 * NAME+NAME       two columns, a blank between them: a date and a time of day
 * NAME:NAME       price and size of the one level of a side
 * NAME{a=b,c=d}   with other words for some values; the rest stays as it is
 * NAME/^(.*)@/    the first group of a pattern, in capitals
 * NAME*1e-9       a whole number times a factor; one with a decimal point stays as it is
 * =TEXT           that text
 * </pre>
 */
public final class ColumnSource implements Serializable {

  private static final long serialVersionUID = 1;

  private final String text;
  private final List<ColumnChoice> choices;

  private ColumnSource(String text, List<ColumnChoice> choices) {
    this.text = text;
    this.choices = choices;
  }

  /**
   * Reads one.
   *
   * @throws MappingException when it is none
   */
  public static ColumnSource parse(String text) {
    if (text.isBlank()) {
      throw new MappingException("a column must have a name; have an empty text");
    }
    return new ColumnSource(text, Pieces.of(text, '|').stream().map(ColumnChoice::parse).toList());
  }

  /** The text of the field, or null where no alternative is there. */
  public String of(VendorRow row) {
    return choices.stream()
        .map(choice -> choice.of(row))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /** The levels of a side, or null where no alternative is there. */
  public String levels(VendorRow row) {
    for (ColumnChoice choice : choices) {
      String levels = choice.levels(row);
      if (levels != null) {
        return levels;
      }
    }
    return null;
  }

  /** Names of columns that it asks for. */
  public Set<String> names() {
    TreeSet<String> names = new TreeSet<>();
    choices.forEach(choice -> names.addAll(choice.names()));
    return names;
  }

  /** Whether a column of that name is one that it asks for. */
  public boolean isNamed(String column) {
    String plain = ColumnNames.plain(column);
    return names().stream().anyMatch(name -> ColumnNames.plain(name).equals(plain));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ColumnSource source && source.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
