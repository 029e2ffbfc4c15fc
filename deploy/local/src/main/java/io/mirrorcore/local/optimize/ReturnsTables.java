package io.mirrorcore.local.optimize;

import io.mirrorcore.estimate.ReturnsTable;
import io.mirrorcore.jobs.wire.returns.ReturnsEvent;
import io.mirrorcore.jobs.wire.returns.ReturnsFile;
import io.mirrorcore.jobs.wire.time.InputTimes;
import io.mirrorcore.portfolio.record.StrategyReturns;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** Reads a file of strategy returns as one table. A row that cannot be read is an error here. */
public final class ReturnsTables {

  private static final int MAX_BYTES = 1 << 20;

  private ReturnsTables() {}

  /**
   * Reads a file.
   *
   * @param last rows to keep, the newest; 0 for all
   * @param times what its times are written in
   * @param note told in a sentence where the rows had to be sorted
   * @throws UnusableFileException naming the line, strategy or time that is wrong
   */
  public static ReturnsTable read(Path file, int last, InputTimes times, Consumer<String> note)
      throws IOException {
    List<StrategyReturns> records = new ArrayList<>();
    List<String> columns = read(file, records, times);
    if (!isInOrder(records)) {
      records.sort(Comparator.comparingLong(StrategyReturns::time));
      note.accept(
          "%s is not in the order of time: its %d rows were sorted"
              .formatted(file.getFileName(), records.size()));
    }
    int from = last > 0 ? Math.max(0, records.size() - last) : 0;
    return table(file, columns, records.subList(from, records.size()));
  }

  private static boolean isInOrder(List<StrategyReturns> records) {
    for (int i = 1; i < records.size(); i++) {
      if (records.get(i).time() < records.get(i - 1).time()) {
        return false;
      }
    }
    return true;
  }

  private static ReturnsTable table(
      Path file, List<String> columns, List<StrategyReturns> records) {
    if (records.isEmpty()) {
      throw new UnusableFileException(file + " has no rows; there must be at least 2");
    }
    List<String> strategies =
        columns.isEmpty() ? List.copyOf(records.get(0).returns().keySet()) : columns;
    long[] times = records.stream().mapToLong(StrategyReturns::time).toArray();
    double[][] returns =
        records.stream()
            .map(r -> strategies.stream().mapToDouble(id -> value(file, r, id)).toArray())
            .toArray(double[][]::new);
    try {
      return new ReturnsTable(strategies, times, returns);
    } catch (IllegalArgumentException e) {
      throw new UnusableFileException(file + ": " + e.getMessage());
    }
  }

  private static double value(Path file, StrategyReturns record, String strategy) {
    Double value = record.returns().get(strategy);
    if (value == null) {
      throw new UnusableFileException(
          "%s: the return of %s at %s is missing".formatted(file, strategy, record.time()));
    }
    return value;
  }

  /** The strategies in the order of the file's columns, if it has any. */
  private static List<String> read(Path file, List<StrategyReturns> records, InputTimes times)
      throws IOException {
    try (ReturnsFile events = ReturnsFile.open(file, MAX_BYTES, times)) {
      for (ReturnsEvent event = events.next(); event != null; event = events.next()) {
        if (event.isRejected()) {
          throw new UnusableFileException(
              "%s, line %d: %s".formatted(file, event.source().offset(), event.detail()));
        }
        records.add(event.returns());
      }
      return events.strategies();
    }
  }
}
