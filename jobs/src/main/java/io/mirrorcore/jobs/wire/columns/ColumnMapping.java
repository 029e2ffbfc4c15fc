package io.mirrorcore.jobs.wire.columns;

import io.mirrorcore.jobs.wire.reject.RecordKind;
import io.mirrorcore.jobs.wire.reject.WireField;
import io.mirrorcore.jobs.wire.time.EpochUnit;
import java.io.Serializable;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How the records of a vendor become those of a topic. The same for files and topics, for delimited
 * text and JSON; a preset is one of these and no more.
 *
 * @param kind of market data; null for strategy returns, of which only {@code time} is mapped
 * @param columns source of each field
 * @param interval source of the interval of a bar as a duration, or null
 * @param only values that a column must have; other records are passed over
 * @param header names of the columns of a file that does not name them; may be empty
 * @param stamps how times are written and what they mean
 * @param symbols where the symbol is from when no column has it
 * @param form what else sets the file apart
 */
public record ColumnMapping(
    RecordKind kind,
    Map<WireField, ColumnSource> columns,
    ColumnSource interval,
    Map<String, List<String>> only,
    List<String> header,
    Stamps stamps,
    Symbols symbols,
    Form form)
    implements Serializable {

  /**
   * Times of records.
   *
   * @param unit of numbers; AUTO by their size
   * @param zone of times without one, where the user names none; or null
   * @param format pattern of {@link java.time.format.DateTimeFormatter}, or null for the usual
   * @param label of bars
   * @param intervalMs of bars that do not tell; 0 where it is to be found from the file
   */
  public record Stamps(EpochUnit unit, ZoneId zone, String format, BarLabel label, long intervalMs)
      implements Serializable {

    /** As on the topics. */
    public static final Stamps PLAIN = new Stamps(EpochUnit.AUTO, null, null, BarLabel.CLOSE, 0);
  }

  /**
   * Symbols of records.
   *
   * @param fixed symbol of all, or null
   * @param ofName pattern whose first group is the symbol in a file's name, or null for all of it
   *     but .csv and the like
   */
  public record Symbols(String fixed, String ofName) implements Serializable {

    public static final Symbols OF_COLUMN = new Symbols(null, null);
  }

  /** What else sets a file apart. */
  public enum Form {
    /** One record a row. */
    ROWS,
    /** A column of prices for each symbol. */
    WIDE,
    /** Levels of a book that have changed, 0 for one that is gone. */
    BOOK_CHANGES
  }

  public ColumnMapping {
    EnumMap<WireField, ColumnSource> all = new EnumMap<>(WireField.class);
    all.putAll(columns);
    columns = all;
    only = new TreeMap<>(only);
    header = List.copyOf(header);
  }

  /** The same with other sources for some fields. */
  public ColumnMapping with(Map<WireField, ColumnSource> more) {
    EnumMap<WireField, ColumnSource> all = new EnumMap<>(columns);
    all.putAll(more);
    return new ColumnMapping(kind, all, interval, only, header, stamps, symbols, form);
  }

  /** The same with other times. */
  public ColumnMapping with(Stamps other) {
    return new ColumnMapping(kind, columns, interval, only, header, other, symbols, form);
  }

  /** The same with one symbol for all. */
  public ColumnMapping of(String symbol) {
    Symbols one = new Symbols(symbol, symbols.ofName());
    return new ColumnMapping(kind, columns, interval, only, header, stamps, one, form);
  }

  /** The same with the file's name, without what follows its last dot, as the symbol. */
  public ColumnMapping ofFileName() {
    EnumMap<WireField, ColumnSource> all = new EnumMap<>(columns);
    all.remove(WireField.SYMBOL);
    return new ColumnMapping(kind, all, interval, only, header, stamps, Symbols.OF_COLUMN, form);
  }

  /** The same with the interval of bars that do not tell theirs. */
  public ColumnMapping every(long intervalMs) {
    return with(
        new Stamps(stamps.unit(), stamps.zone(), stamps.format(), stamps.label(), intervalMs));
  }

  /** The same with bars that are stamped with another moment. */
  public ColumnMapping stampedWith(BarLabel label) {
    return with(
        new Stamps(stamps.unit(), stamps.zone(), stamps.format(), label, stamps.intervalMs()));
  }

  /** Whether what a bar is stamped with means one thing or another by an interval not known. */
  public boolean needsInterval() {
    return kind == RecordKind.BAR && stamps.intervalMs() == 0;
  }

  /** Names of all columns that a record may have. */
  public Set<String> names() {
    TreeSet<String> names = new TreeSet<>();
    columns.values().forEach(source -> names.addAll(source.names()));
    if (interval != null) {
      names.addAll(interval.names());
    }
    names.addAll(header);
    return names;
  }

  /** Names that tell an object of JSON that is a record from one that only holds records. */
  public Set<String> markers() {
    TreeSet<String> names = new TreeSet<>();
    columns.forEach(
        (field, source) -> {
          if (field.type() != WireField.Type.TEXT && field != WireField.TIME) {
            names.addAll(source.names());
          }
        });
    return names;
  }
}
