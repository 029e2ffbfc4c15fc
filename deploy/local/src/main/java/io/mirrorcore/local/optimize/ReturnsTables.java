package io.mirrorcore.local.optimize;

import io.mirrorcore.estimate.ReturnsTable;
import io.mirrorcore.jobs.wire.returns.ReturnsEvent;
import io.mirrorcore.jobs.wire.returns.ReturnsFile;
import io.mirrorcore.jobs.wire.time.InputTimes;
import io.mirrorcore.portfolio.record.StrategyReturns;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Reads a file of strategy returns as one table. A row that cannot be read is an error here. */
public final class ReturnsTables {

  private static final int MAX_BYTES = 1 << 20;

  private final Path file; // as it is called in what is said of it
  private final Path plain;
  private final MissingReturns missing;
  private final Consumer<String> note;
  private final List<Row> rows = new ArrayList<>();

  /** A record and the line it stands in. */
  private record Row(long line, StrategyReturns record) {

    long time() {
      return record.time();
    }
  }

  private ReturnsTables(GivenFile file, MissingReturns missing, Consumer<String> note) {
    this.file = file.given();
    this.plain = file.plain();
    this.missing = missing;
    this.note = note;
  }

  /** Reads a file that must not miss a return. */
  public static ReturnsTable read(GivenFile file, int last, InputTimes times, Consumer<String> note)
      throws IOException {
    return read(file, last, times, MissingReturns.FAIL, note).table();
  }

  /**
   * Reads a file. Rows without any return, as the first one of what pandas' {@code pct_change}
   * writes, are left out.
   *
   * @param last rows to keep, the newest; 0 for all
   * @param times what its times are written in
   * @param missing what becomes of returns that are not there
   * @param note told in a sentence what was sorted, left out or filled, and what looks odd
   * @throws UnusableFileException naming the line, strategy or time that is wrong
   */
  public static GivenReturns read(
      GivenFile file, int last, InputTimes times, MissingReturns missing, Consumer<String> note)
      throws IOException {
    return new ReturnsTables(file, missing, note).read(last, times);
  }

  private GivenReturns read(int last, InputTimes times) throws IOException {
    List<String> columns = readRows(times);
    if (rows.isEmpty()) {
      throw new UnusableFileException(file + " has no rows; there must be at least 2");
    }
    List<String> strategies = columns.isEmpty() ? named() : columns;
    if (strategies.isEmpty()) {
      throw new UnusableFileException(
          file + " has times and no strategies; there must be a column of returns for each");
    }
    sort();
    leaveOut("no return of any strategy", row -> row.record().returns().isEmpty());
    if (missing == MissingReturns.DROP) {
      leaveOut("a return missing", row -> !row.record().returns().keySet().containsAll(strategies));
    }
    int from = last > 0 ? Math.max(0, rows.size() - last) : 0;
    return table(strategies, rows.subList(from, rows.size()));
  }

  private List<String> named() {
    TreeSet<String> names = new TreeSet<>();
    rows.forEach(row -> names.addAll(row.record().returns().keySet()));
    return List.copyOf(names);
  }

  private void sort() {
    for (int i = 1; i < rows.size(); i++) {
      if (rows.get(i).time() < rows.get(i - 1).time()) {
        rows.sort(Comparator.comparingLong(Row::time));
        note.accept(
            "%s is not in the order of time: its %d rows were sorted"
                .formatted(file.getFileName(), rows.size()));
        return;
      }
    }
  }

  private interface Test {
    boolean is(Row row);
  }

  private void leaveOut(String what, Test test) {
    int before = rows.size();
    rows.removeIf(test::is);
    int gone = before - rows.size();
    if (gone > 0) {
      note.accept(
          "%s: %d of %d rows with %s were left out"
              .formatted(file.getFileName(), gone, before, what));
    }
  }

  private GivenReturns table(List<String> strategies, List<Row> kept) {
    long[] times = kept.stream().mapToLong(Row::time).toArray();
    double[][] returns =
        kept.stream()
            .map(row -> strategies.stream().mapToDouble(id -> value(row, id)).toArray())
            .toArray(double[][]::new);
    try {
      ReturnsTable table = new ReturnsTable(strategies, times, filled(returns));
      ReturnSigns.check(file, table, note);
      return missing == MissingReturns.PAIRWISE
          ? GivenReturns.of(file, table, returns)
          : new GivenReturns(file, table, null);
    } catch (IllegalArgumentException e) {
      throw new UnusableFileException(file + ": " + e.getMessage());
    }
  }

  private double value(Row row, String strategy) {
    Double value = row.record().returns().get(strategy);
    if (value == null && missing == MissingReturns.FAIL) {
      throw new UnusableFileException(
          ("%s, line %d: return of %s must be finite; it is missing at %d: --missing drop, zero or"
                  + " pairwise uses what is there")
              .formatted(file, row.line(), strategy, row.time()));
    }
    return value == null ? Double.NaN : value;
  }

  private double[][] filled(double[][] returns) {
    long holes =
        Arrays.stream(returns).flatMapToDouble(Arrays::stream).filter(Double::isNaN).count();
    if (holes == 0) {
      return returns;
    }
    note.accept(
        missing == MissingReturns.ZERO
            ? "%s: %d returns are missing and count as 0".formatted(file.getFileName(), holes)
            : "%s: %d returns are missing; every pair of strategies is estimated from the rows that both have"
                .formatted(file.getFileName(), holes));
    return Arrays.stream(returns)
        .map(row -> Arrays.stream(row).map(v -> Double.isNaN(v) ? 0 : v).toArray())
        .toArray(double[][]::new);
  }

  /** The strategies in the order of the file's columns, if it has any. */
  private List<String> readRows(InputTimes times) throws IOException {
    try (ReturnsFile events = ReturnsFile.openWithHoles(plain, MAX_BYTES, times)) {
      for (ReturnsEvent event = events.next(); event != null; event = events.next()) {
        if (event.isRejected()) {
          throw new UnusableFileException(
              "%s, line %d: %s".formatted(file, event.source().offset(), event.detail()));
        }
        rows.add(new Row(event.source().offset(), event.returns()));
      }
      return events.strategies();
    }
  }
}
