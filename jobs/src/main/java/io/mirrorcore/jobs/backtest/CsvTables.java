package io.mirrorcore.jobs.backtest;

import static io.mirrorcore.jobs.wire.csv.CsvText.cell;
import static io.mirrorcore.jobs.wire.csv.CsvText.number;

import io.mirrorcore.backtest.report.BacktestResult;
import io.mirrorcore.backtest.track.Track;
import io.mirrorcore.portfolio.record.EnsembleWeights;
import io.mirrorcore.portfolio.record.StrategyReturns;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.Function;

/** The report's series as CSV, for a spreadsheet or a notebook; times are ISO 8601 instants. */
final class CsvTables {

  private CsvTables() {}

  /** Capital by evaluated bar, a column a track. */
  static void equity(BacktestResult result, Path file) throws IOException {
    tracks(result, Track::equity, file);
  }

  /** Loss since the highest capital, 0 or a negative share, by evaluated bar, a column a track. */
  static void drawdown(BacktestResult result, Path file) throws IOException {
    tracks(result, Track::drawdown, file);
  }

  private static void tracks(BacktestResult result, Function<Track, double[]> series, Path file)
      throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      List<Track> tracks = result.tracks();
      line(out, "time", tracks.stream().map(track -> cell(track.name())).toList());
      for (int t = 0; t < result.span().times().length; t++) {
        StringJoiner row = row(result.span().times()[t]);
        for (Track track : tracks) {
          row.add(number(series.apply(track)[t]));
        }
        end(out, row);
      }
    }
  }

  /**
   * One row a due time: what was decided, the figures of the optimum, the cap that the weights
   * obey, and the weights in force after it.
   */
  static void weights(Iterable<EnsembleWeights> records, Path file) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      List<String> strategies = null;
      for (EnsembleWeights record : records) {
        if (strategies == null) {
          strategies = List.copyOf(record.rebalance().weights().keySet());
          line(
              out,
              "time,decision,regime,turnover,kktResidual,sharpeAnnualised,confidence,lambda,eta,cap",
              strategies);
        }
        StringJoiner row = row(record.time());
        row.add(record.rebalance().decision()).add(record.regime());
        row.add(number(record.rebalance().turnover())).add(number(record.proof().kktResidual()));
        row.add(number(record.risk().sharpeAnnualised()));
        row.add(number(record.confidence().overall()));
        row.add(number(record.target().lambda())).add(number(record.target().eta()));
        row.add(number(record.rebalance().cap()));
        for (String strategy : strategies) {
          row.add(number(record.rebalance().weights().getOrDefault(strategy, 0.0)));
        }
        end(out, row);
      }
    }
  }

  /** One row a bar; {@code --returns} reads it. */
  static void returns(Iterable<StrategyReturns> records, Path file) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      List<String> strategies = null;
      for (StrategyReturns record : records) {
        if (strategies == null) {
          strategies = List.copyOf(record.returns().keySet());
          line(out, "time,marketReturn", strategies);
        }
        StringJoiner row = row(record.time()).add(number(record.marketReturn()));
        for (String strategy : strategies) {
          row.add(number(record.returns().getOrDefault(strategy, 0.0)));
        }
        end(out, row);
      }
    }
  }

  private static void line(BufferedWriter out, String first, List<String> names)
      throws IOException {
    StringJoiner row = new StringJoiner(",").add(first);
    names.forEach(row::add);
    end(out, row);
  }

  private static StringJoiner row(long time) {
    return new StringJoiner(",").add(Instant.ofEpochMilli(time).toString());
  }

  private static void end(BufferedWriter out, StringJoiner row) throws IOException {
    out.write(row.toString());
    out.write('\n');
  }
}
