package io.mirrorcore.jobs.wire.vendor;

import io.mirrorcore.jobs.wire.columns.ColumnNames;
import io.mirrorcore.jobs.wire.columns.VendorRow;
import io.mirrorcore.jobs.wire.csv.CsvLines;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;

/**
 * The header of a frame with two levels of columns, field and symbol in either order, as pandas
 * writes it: {@code Price,Close,Close,...}, {@code Ticker,AAPL,MSFT,...}, {@code Date,,,...}.
 *
 * @param index name of the first column
 * @param fields of the other columns
 * @param symbols of the other columns
 */
record StackedHeader(String index, List<String> fields, List<String> symbols) {

  private static final Set<String> SYMBOLS = Set.of("ticker", "tickers", "symbol", "symbols");
  private static final String TICKER = "Ticker";

  /** Reads the lines behind the first, where that begins such a header; else null, unread. */
  static StackedHeader read(List<String> first, CsvLines lines, char separator) throws IOException {
    boolean bySymbol = isSymbols(first.get(0));
    boolean byField = Set.of("price", "attributes").contains(lower(first.get(0)));
    if (!(bySymbol || byField) || first.size() < 2 || !repeats(first, byField)) {
      return null;
    }
    List<String> second = cells(lines, separator);
    List<String> third = cells(lines, separator);
    List<String> fields = tail(bySymbol ? second : first);
    List<String> symbols = tail(bySymbol ? first : second);
    String index = third.isEmpty() || third.get(0).isEmpty() ? "Date" : third.get(0);
    return new StackedHeader(index, fields, symbols);
  }

  /** A plain file may have a column Ticker first, but then no name comes twice. */
  private static boolean repeats(List<String> first, boolean byField) {
    return byField || new LinkedHashSet<>(first).size() < first.size();
  }

  private static boolean isSymbols(String cell) {
    return SYMBOLS.contains(lower(cell));
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static List<String> cells(CsvLines lines, char separator) throws IOException {
    CsvLines.Line line = lines.nextLine();
    return line == null
        ? List.of()
        : DelimitedText.cells(new String(line.bytes(), StandardCharsets.UTF_8), separator);
  }

  private static List<String> tail(List<String> cells) {
    return cells.isEmpty() ? List.of() : cells.subList(1, cells.size());
  }

  /** Names that the rows have. */
  List<String> names() {
    LinkedHashSet<String> names = new LinkedHashSet<>(List.of(index, TICKER));
    names.addAll(fields);
    return List.copyOf(names);
  }

  /** A row for each symbol that has a value on the line. */
  List<VendorRow> rows(List<String> cells) {
    TreeMap<String, List<Integer>> bySymbol = new TreeMap<>();
    for (int i = 0; i < symbols.size() && i + 1 < cells.size(); i++) {
      if (!cells.get(i + 1).isEmpty()) {
        bySymbol.computeIfAbsent(symbols.get(i), symbol -> new ArrayList<>()).add(i);
      }
    }
    List<VendorRow> rows = new ArrayList<>();
    bySymbol.forEach((symbol, columns) -> rows.add(row(symbol, columns, cells)));
    return rows;
  }

  private VendorRow row(String symbol, List<Integer> columns, List<String> cells) {
    List<String> names = new ArrayList<>(List.of(index, TICKER));
    List<String> values = new ArrayList<>(List.of(cells.get(0), symbol));
    for (int i : columns) {
      names.add(i < fields.size() ? fields.get(i) : "");
      values.add(cells.get(i + 1));
    }
    return new DelimitedRow(new ColumnNames(names), values);
  }
}
