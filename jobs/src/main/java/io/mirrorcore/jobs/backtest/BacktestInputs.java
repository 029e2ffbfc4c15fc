package io.mirrorcore.jobs.backtest;

import io.mirrorcore.jobs.wire.csv.CsvFile;
import io.mirrorcore.jobs.wire.reject.RecordKind;
import io.mirrorcore.jobs.wire.returns.ReturnsFile;
import io.mirrorcore.jobs.wire.time.InputTimes;
import io.mirrorcore.portfolio.settings.Cash;
import io.mirrorcore.quality.QualityFinding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The inputs of a backtest: files of market data, or one file of strategy returns.
 *
 * @param market files by kind of record; empty with returns
 * @param returns file of strategy returns, or null
 * @param acceptsRefused whether there is a report also where much of a file was refused
 * @param quality what is odd about the bars, for the report to say; null where there are none
 */
public record BacktestInputs(
    Map<RecordKind, Path> market,
    Path returns,
    boolean acceptsRefused,
    List<QualityFinding> quality) {

  private static final int MAX_BYTES = 1 << 20;

  public BacktestInputs {
    market = new TreeMap<>(market);
    if (market.isEmpty() == (returns == null)) {
      throw new BacktestException(
          "give either market data (--prices, --ticks, --options) or strategy returns (--returns)");
    }
  }

  /**
   * Insists that no strategy is called as what is in no strategy: its records would all be refused,
   * and leave nothing to judge.
   */
  public void requireStrategies() throws IOException {
    if (returns == null) {
      return;
    }
    try (ReturnsFile records = ReturnsFile.open(returns, MAX_BYTES, InputTimes.DEFAULT)) {
      if (records.strategies().contains(Cash.ID)) {
        throw new BacktestException(
            returns
                + " has a column CASH: a strategy may not be called so, for the weights have under"
                + " it what is in no strategy; rename the column");
      }
    }
  }

  /** All files, of whatever kind. */
  public List<Path> files() {
    return returns == null ? List.copyOf(market.values()) : List.of(returns);
  }

  /** Inputs of which few records may be refused. */
  public BacktestInputs(Map<RecordKind, Path> market, Path returns) {
    this(market, returns, false, null);
  }

  /** Records of each file, good and bad, by the file's name. */
  Map<String, Long> count() throws IOException {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (Map.Entry<RecordKind, Path> file : market.entrySet()) {
      try (CsvFile rows = CsvFile.open(file.getValue(), file.getKey())) {
        counts.put(name(file.getValue()), count(rows::next));
      }
    }
    if (returns != null) {
      try (ReturnsFile records = ReturnsFile.open(returns, MAX_BYTES, InputTimes.DEFAULT)) {
        counts.put(name(returns), count(records::next));
      }
    }
    return counts;
  }

  private interface Next {
    Object next() throws IOException;
  }

  private static long count(Next records) throws IOException {
    long count = 0;
    while (records.next() != null) {
      count++;
    }
    return count;
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }
}
