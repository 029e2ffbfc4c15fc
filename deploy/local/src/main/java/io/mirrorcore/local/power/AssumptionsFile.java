package io.mirrorcore.local.power;

import io.mirrorcore.jobs.wire.csv.CsvException;
import io.mirrorcore.jobs.wire.csv.CsvFile;
import io.mirrorcore.jobs.wire.csv.CsvRow;
import io.mirrorcore.local.optimize.UnusableFileException;
import io.mirrorcore.power.AssumedMarket;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A table of assumptions: {@code strategy,sharpe}, and as far as they are known {@code volatility}
 * (annual) and a column for each strategy with its correlations. A row called HOLD is the market.
 */
public final class AssumptionsFile {

  private static final String NAME = "strategy";
  private static final String SHARPE = "sharpe";
  private static final String VOLATILITY = "volatility";

  private AssumptionsFile() {}

  /** What stands for a cell that is not there. */
  public record Defaults(double correlation, double volatility, double periodsPerYear) {}

  /**
   * Reads a table.
   *
   * @throws UnusableFileException naming line and column of what is wrong
   */
  public static AssumedMarket read(Path file, Defaults defaults) throws IOException {
    List<CsvRow> rows = new ArrayList<>();
    try (CsvFile table = CsvFile.open(file, List.of(NAME, SHARPE))) {
      for (CsvRow row = table.next(); row != null; row = table.next()) {
        rows.add(sound(file, row));
      }
    } catch (CsvException e) {
      throw new UnusableFileException(e.getMessage());
    }
    if (rows.isEmpty()) {
      throw new UnusableFileException(file + " has no rows; each strategy is one");
    }
    rows.sort((a, b) -> Boolean.compare(isMarket(a), isMarket(b))); // stable: HOLD goes last
    return market(file, rows, defaults);
  }

  private static CsvRow sound(Path file, CsvRow row) {
    if (row.defect() != null) {
      throw wrong(file, row, row.defect());
    }
    return row;
  }

  private static boolean isMarket(CsvRow row) {
    return row.cell(NAME).equals(AssumedMarket.MARKET);
  }

  private static AssumedMarket market(Path file, List<CsvRow> rows, Defaults defaults) {
    int n = rows.size();
    List<String> names = rows.stream().map(row -> row.cell(NAME)).toList();
    requireDistinct(file, rows, names);
    double[] sharpe = new double[n];
    double[] volatility = new double[n];
    double[] correlation = new double[n * n];
    for (int i = 0; i < n; i++) {
      CsvRow row = rows.get(i);
      sharpe[i] = number(file, row, SHARPE, Double.NaN);
      volatility[i] = number(file, row, VOLATILITY, defaults.volatility());
      for (int j = 0; j < n; j++) {
        double absent = i == j ? 1 : mirrored(file, rows, j, names.get(i), defaults.correlation());
        correlation[i * n + j] = number(file, row, names.get(j), absent);
      }
    }
    try {
      return new AssumedMarket(
          names,
          sharpe,
          volatility,
          correlation,
          isMarket(rows.get(n - 1)),
          defaults.periodsPerYear());
    } catch (IllegalArgumentException e) {
      throw new UnusableFileException(file + ": " + e.getMessage());
    }
  }

  private static void requireDistinct(Path file, List<CsvRow> rows, List<String> names) {
    for (int i = 0; i < names.size(); i++) {
      if (names.get(i).isEmpty() || names.indexOf(names.get(i)) < i) {
        throw wrong(
            file,
            rows.get(i),
            names.get(i).isEmpty()
                ? "strategy must not be empty"
                : "strategy %s stands there twice".formatted(names.get(i)));
      }
    }
  }

  /** Half a table of correlations is enough. */
  private static double mirrored(
      Path file, List<CsvRow> rows, int row, String column, double absent) {
    return number(file, rows.get(row), column, absent);
  }

  private static double number(Path file, CsvRow row, String column, double absent) {
    String cell = row.cell(column);
    if (cell.isEmpty() && !Double.isNaN(absent)) {
      return absent;
    }
    try {
      return Double.parseDouble(cell);
    } catch (NumberFormatException e) {
      throw wrong(file, row, "%s must be a number; have \"%s\"".formatted(column, cell));
    }
  }

  private static UnusableFileException wrong(Path file, CsvRow row, String why) {
    return new UnusableFileException("%s, line %d: %s".formatted(file, row.source().offset(), why));
  }
}
