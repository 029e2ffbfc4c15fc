package io.mirrorcore.jobs.config.wiring;

import io.mirrorcore.jobs.config.ConfigurationException;
import io.mirrorcore.jobs.config.key.EnsembleKeys;
import io.mirrorcore.jobs.wire.csv.CsvFile;
import io.mirrorcore.jobs.wire.csv.CsvRow;
import io.mirrorcore.jobs.wire.reject.RecordKind;
import io.mirrorcore.jobs.wire.reject.Rejection;
import io.mirrorcore.jobs.wire.time.InputTimes;
import io.mirrorcore.jobs.wire.time.TimeReader;
import io.mirrorcore.regime.Regime;
import io.mirrorcore.regime.RegimeCalendar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A person's own regimes: a CSV file with the columns time, regime and, where a row is not of all
 * portfolios, portfolio. It is read whole before anything runs, and a row that is wrong is an
 * error, so that live and backtest hear the same at the same close. A date alone is that day's
 * close, as with prices.
 */
final class RegimeFile {

  private static final String COLUMNS = "time, regime and, where a row is not of all, portfolio";

  private final Path path;
  private final TimeReader times;
  private final List<String> portfolios;
  private final List<RegimeCalendar.Row> rows = new ArrayList<>();
  private final Map<List<Object>, Long> lines = new HashMap<>();

  private RegimeFile(Path path, TimeReader times, List<String> portfolios) {
    this.path = path;
    this.times = times;
    this.portfolios = portfolios;
  }

  /**
   * All of it.
   *
   * @param portfolios that there are
   * @throws ConfigurationException when it cannot be read, or a row cannot be used
   */
  static RegimeCalendar read(Path path, InputTimes times, List<String> portfolios) {
    if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
      throw new ConfigurationException(
          "%s is %s, which cannot be read: give the path of an existing file with the columns %s"
              .formatted(EnsembleKeys.REGIME_FILE, path, COLUMNS));
    }
    RegimeFile file = new RegimeFile(path, times.of(RecordKind.BAR), portfolios);
    try (CsvFile csv = CsvFile.open(path, List.of("time", "regime"))) {
      for (CsvRow row = csv.next(); row != null; row = csv.next()) {
        file.add(row);
      }
    } catch (IOException e) {
      throw new ConfigurationException(
          "%s: %s; it has the columns %s"
              .formatted(EnsembleKeys.REGIME_FILE, e.getMessage(), COLUMNS));
    }
    if (file.rows.isEmpty()) {
      throw new ConfigurationException(
          "%s is %s, which has no row: without one nothing but MIXED would rule; add one, or set %s: detector"
              .formatted(EnsembleKeys.REGIME_FILE, path, EnsembleKeys.REGIME_SOURCE));
    }
    return new RegimeCalendar(file.rows);
  }

  private void add(CsvRow row) {
    long line = row.source().offset();
    if (row.defect() != null) {
      throw wrong(line, row.defect());
    }
    String portfolio = row.cell("portfolio");
    RegimeCalendar.Row told =
        new RegimeCalendar.Row(
            portfolio.isEmpty() ? RegimeCalendar.ALL : portfolio(line, portfolio),
            time(line, row.cell("time")),
            regime(line, row.cell("regime")));
    Long before = lines.putIfAbsent(List.of(told.portfolio(), told.time()), line);
    if (before != null) {
      throw wrong(line, "line %d has a regime of that time already; delete one".formatted(before));
    }
    rows.add(told);
  }

  private String portfolio(long line, String name) {
    if (!name.equals(RegimeCalendar.ALL) && !portfolios.contains(name)) {
      throw wrong(
          line,
          "portfolio must be one of %s, or empty or * for all; have %s"
              .formatted(String.join(", ", portfolios), name));
    }
    return name;
  }

  private long time(long line, String text) {
    try {
      return times.read(text);
    } catch (Rejection e) {
      throw wrong(line, e.getMessage());
    }
  }

  private Regime regime(long line, String text) {
    Optional<Regime> named =
        Arrays.stream(Regime.values())
            .filter(regime -> regime.name().equals(text.toUpperCase(Locale.ROOT)))
            .findFirst();
    return named.orElseThrow(
        () ->
            wrong(
                line,
                "regime must be one of %s; have %s"
                    .formatted(
                        String.join(
                            ", ", Arrays.stream(Regime.values()).map(Regime::name).toList()),
                        text.isEmpty() ? "nothing" : text)));
  }

  private ConfigurationException wrong(long line, String what) {
    return new ConfigurationException("%s, line %d: %s".formatted(path, line, what));
  }
}
