package io.mirrorcore.jobs.wire.vendor;

import io.mirrorcore.jobs.wire.columns.ColumnMapping;
import io.mirrorcore.jobs.wire.columns.ColumnNames;
import io.mirrorcore.jobs.wire.columns.ColumnSource;
import io.mirrorcore.jobs.wire.columns.VendorRow;
import io.mirrorcore.jobs.wire.reject.RecordKind;
import io.mirrorcore.jobs.wire.reject.Rejection;
import io.mirrorcore.jobs.wire.reject.WireField;
import io.mirrorcore.jobs.wire.time.EpochUnit;
import io.mirrorcore.jobs.wire.time.InputTimes;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Applies a mapping to the records of a vendor. What a mapping finds is not judged: a text that is
 * no number is still there for the reader to refuse. Keeps the books of which only changes come, so
 * each source of records needs one of its own.
 */
public final class RecordMapper {

  private static final String FIRST_UPDATE = "U";
  private static final Set<WireField> WORDS = Set.of(WireField.TYPE, WireField.AGGRESSOR);

  private final ColumnMapping mapping;
  private final StampReader stamps;
  private final boolean asNumber;
  private final boolean decimalComma;
  private final BookChanges books = new BookChanges();

  /**
   * @param given the user's settings for times
   * @param decimalComma whether numbers may have a comma before their decimals
   */
  public RecordMapper(ColumnMapping mapping, InputTimes given, boolean decimalComma) {
    this.mapping = mapping;
    this.stamps = new StampReader(mapping, given);
    EpochUnit unit = mapping.kind() == null ? given.returns() : given.units().get(mapping.kind());
    this.asNumber = unit == EpochUnit.AUTO;
    this.decimalComma = decimalComma;
  }

  private RecordKind kind() {
    return mapping.kind();
  }

  /** Whether a record is one of those that the mapping is for. */
  public boolean isOwn(VendorRow row) {
    return mapping.only().entrySet().stream()
        .allMatch(
            only -> {
              String value = row.value(only.getKey());
              return value == null
                  ? only.getValue().contains("")
                  : only.getValue().stream().anyMatch(value::equalsIgnoreCase);
            });
  }

  /** The symbol of a record, or null. */
  public String symbol(VendorRow row, String ofFile) {
    if (mapping.symbols().fixed() != null) {
      return mapping.symbols().fixed();
    }
    String own = text(row, WireField.SYMBOL);
    return own == null ? ofFile : own;
  }

  /** What a record is stamped with, epoch milliseconds, before any move. */
  public long stamp(VendorRow row) throws Rejection {
    String time = text(row, WireField.TIME);
    if (time == null) {
      throw Rejection.missing(WireField.TIME);
    }
    return stamps.stamp(time);
  }

  /** What stands where a record has its time, or "". */
  public String timeText(VendorRow row) {
    String time = text(row, WireField.TIME);
    return time == null ? "" : time;
  }

  /**
   * The record in plain form.
   *
   * @param ofFile symbol where no column has one, or null
   */
  public PlainRecord map(VendorRow row, String ofFile) {
    EnumMap<WireField, String> texts = new EnumMap<>(WireField.class);
    for (Map.Entry<WireField, ColumnSource> column : mapping.columns().entrySet()) {
      put(texts, column.getKey(), field(column.getKey(), column.getValue(), row));
    }
    put(texts, WireField.SYMBOL, symbol(row, ofFile));
    put(texts, WireField.TIME, time(row));
    if (kind() == RecordKind.BAR) {
      complete(texts, row);
    }
    if (kind() == RecordKind.TICK) {
      limitBook(texts, row);
    }
    return new PlainRecord(kind(), texts);
  }

  private static void put(Map<WireField, String> texts, WireField field, String text) {
    if (text != null) {
      texts.put(field, text);
    }
  }

  private String text(VendorRow row, WireField field) {
    ColumnSource source = mapping.columns().get(field);
    return source == null ? null : source.of(row);
  }

  private String field(WireField field, ColumnSource source, VendorRow row) {
    return switch (field.type()) {
      case SIDE -> source.levels(row);
      case NUMBER -> number(source.of(row));
      case TEXT -> {
        String text = source.of(row);
        yield text != null && WORDS.contains(field) ? text.toUpperCase(Locale.ROOT) : text;
      }
    };
  }

  /** A number in the form of the topics; what is none stays as it is. */
  public String number(String text) {
    return text == null ? null : VendorNumber.of(text, decimalComma);
  }

  /** As on the topics where it can be read; what cannot is for the reader to say. */
  private String time(VendorRow row) {
    String text = text(row, WireField.TIME);
    if (text == null) {
      return null;
    }
    try {
      return written(stamps.read(text, interval(row)));
    } catch (Rejection e) {
      return text;
    }
  }

  /** A time as text that means the same whatever unit the user has set for numbers. */
  public String written(long time) {
    return asNumber ? Long.toString(time) : Instant.ofEpochMilli(time).toString();
  }

  private long interval(VendorRow row) {
    String own = mapping.interval() == null ? null : mapping.interval().of(row);
    long millis = own == null ? 0 : IntervalText.millis(own);
    return millis > 0 ? millis : mapping.stamps().intervalMs();
  }

  /** Prices of which a vendor gives only the last, no volume at all, an adjusted close. */
  private void complete(Map<WireField, String> texts, VendorRow row) {
    String close = texts.get(WireField.CLOSE);
    if (close == null) {
      return;
    }
    for (WireField field : List.of(WireField.OPEN, WireField.HIGH, WireField.LOW)) {
      if (!texts.containsKey(field) && !hasColumn(row, field)) {
        texts.put(field, close);
      }
    }
    if (!texts.containsKey(WireField.VOLUME) && !hasColumn(row, WireField.VOLUME)) {
      texts.put(WireField.VOLUME, "0");
    }
    adjust(texts, row);
  }

  /** A cell that is empty is missing; a column that is not there is another thing. */
  private boolean hasColumn(VendorRow row, WireField field) {
    ColumnSource source = mapping.columns().get(field);
    return source != null
        && row instanceof DelimitedRow cells
        && source.names().stream().anyMatch(name -> cells.names().index(name) >= 0);
  }

  /** Where the close is the adjusted one of a file, its other prices are adjusted by the same. */
  private void adjust(Map<WireField, String> texts, VendorRow row) {
    ColumnSource close = mapping.columns().get(WireField.CLOSE);
    if (close == null || !ColumnNames.plain(close.toString()).startsWith("adj")) {
      return;
    }
    String traded = number(row.value("Close"));
    try {
      BigDecimal raw = new BigDecimal(traded == null ? "" : traded);
      BigDecimal factor =
          new BigDecimal(texts.get(WireField.CLOSE)).divide(raw, MathContext.DECIMAL64);
      for (WireField field : List.of(WireField.OPEN, WireField.HIGH, WireField.LOW)) {
        BigDecimal price = new BigDecimal(texts.getOrDefault(field, ""));
        texts.put(field, price.multiply(factor, MathContext.DECIMAL64).toPlainString());
      }
    } catch (ArithmeticException | NumberFormatException e) {
      // A price that is no number, or 0, is for the reader to refuse.
    }
  }

  /** Whether a record is of what has changed in a book; its first update has a number then. */
  public boolean isChange(VendorRow row) {
    return mapping.form() == ColumnMapping.Form.BOOK_CHANGES && row.value(FIRST_UPDATE) != null;
  }

  /** The best levels of a book, as many as a record may have. */
  private void limitBook(Map<WireField, String> texts, VendorRow row) {
    boolean quoted = texts.containsKey(WireField.BIDS) || texts.containsKey(WireField.ASKS);
    if (!texts.containsKey(WireField.TYPE) && (quoted || texts.containsKey(WireField.PRICE))) {
      texts.put(WireField.TYPE, quoted ? "QUOTE" : "TRADE"); // answers of one kind do not say
    }
    if (!"QUOTE".equals(texts.get(WireField.TYPE))) {
      texts.remove(WireField.BIDS);
      texts.remove(WireField.ASKS);
      return;
    }
    texts.keySet().removeAll(Set.of(WireField.PRICE, WireField.SIZE, WireField.AGGRESSOR));
    if (isChange(row)) {
      books.apply(texts);
    } else {
      texts.computeIfPresent(WireField.BIDS, (field, side) -> BookSide.best(side));
      texts.computeIfPresent(WireField.ASKS, (field, side) -> BookSide.best(side));
    }
  }
}
