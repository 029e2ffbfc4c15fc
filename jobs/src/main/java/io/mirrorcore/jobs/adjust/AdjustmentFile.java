package io.mirrorcore.jobs.adjust;

import io.mirrorcore.adjust.Adjustment;
import io.mirrorcore.jobs.config.ConfigurationException;
import io.mirrorcore.jobs.config.key.PipelineKeys;
import io.mirrorcore.jobs.wire.ParserSettings;
import io.mirrorcore.jobs.wire.csv.CsvFile;
import io.mirrorcore.jobs.wire.csv.CsvRow;
import io.mirrorcore.jobs.wire.market.AdmittedEvent;
import io.mirrorcore.jobs.wire.market.MarketEvent;
import io.mirrorcore.jobs.wire.market.RecordParser;
import io.mirrorcore.jobs.wire.market.RejectedEvent;
import io.mirrorcore.jobs.wire.reject.RecordKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A file of splits and dividends. It is read whole, and a row that is wrong is an error: of a split
 * that is passed over every strategy would make a crash.
 */
public final class AdjustmentFile {

  private static final String COLUMNS = "symbol, date, ratio and dividend";

  private AdjustmentFile() {}

  /**
   * All adjustments of a file, in its order.
   *
   * @throws ConfigurationException when it cannot be read, or a row says nothing that can be done
   */
  public static List<KnownAdjustment> read(Path path, ParserSettings settings) {
    if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
      throw new ConfigurationException(
          "%s is %s, which cannot be read: give the path of an existing file with the columns %s"
              .formatted(PipelineKeys.JOB_ADJUST, path, COLUMNS));
    }
    try (CsvFile file = CsvFile.open(path, RecordKind.ADJUSTMENT)) {
      return rows(path, file, settings.plain());
    } catch (IOException e) {
      throw new ConfigurationException(
          "%s: %s; it has the columns %s"
              .formatted(PipelineKeys.JOB_ADJUST, e.getMessage(), COLUMNS));
    }
  }

  /**
   * What is to be said of adjustments whose symbols have no bar; empty where all have.
   *
   * @param symbols that have
   * @throws ConfigurationException where none of them has one, so that nothing would be adjusted
   */
  public static Optional<String> withoutBars(
      Path path, List<KnownAdjustment> known, Set<String> symbols) {
    TreeSet<String> unknown = new TreeSet<>();
    known.forEach(one -> unknown.add(one.adjustment().symbol()));
    boolean some = unknown.removeAll(symbols);
    if (!known.isEmpty() && !some) {
      throw new ConfigurationException(
          "%s is %s, which has %s alone, and the prices have no bar of that: correct the symbols (capital letters count), or leave the file out"
              .formatted(PipelineKeys.JOB_ADJUST, path, String.join(", ", unknown)));
    }
    return unknown.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "%s has rows of %s, of which there is no bar: they adjust nothing"
                .formatted(path, String.join(", ", unknown)));
  }

  private static List<KnownAdjustment> rows(Path path, CsvFile file, ParserSettings settings)
      throws IOException {
    RecordParser parser = new RecordParser(settings);
    List<KnownAdjustment> known = new ArrayList<>();
    Map<List<Object>, Long> lines = new HashMap<>();
    for (CsvRow row = file.next(); row != null; row = file.next()) {
      long line = row.source().offset();
      Adjustment adjustment = adjustment(path, row, parser);
      if (settings.isDifference(adjustment.symbol())) {
        throw wrong(
            path,
            line,
            "%s has returns that are differences (symbols.PATTERN.difference), which no ratio adjusts; delete the row"
                .formatted(adjustment.symbol()));
      }
      for (List<Object> key : keys(adjustment)) {
        Long before = lines.putIfAbsent(key, line);
        if (before != null) {
          throw wrong(
              path,
              line,
              "%s has a %s on %s in line %d already; delete one"
                  .formatted(key.get(0), key.get(2), key.get(1), before));
        }
      }
      known.add(new KnownAdjustment(adjustment, row.source().topic(), line));
    }
    return known;
  }

  private static List<List<Object>> keys(Adjustment of) {
    List<List<Object>> keys = new ArrayList<>();
    if (of.isSplit()) {
      keys.add(List.of(of.symbol(), of.date(), "split"));
    }
    if (of.isDividend()) {
      keys.add(List.of(of.symbol(), of.date(), "dividend"));
    }
    return keys;
  }

  private static Adjustment adjustment(Path path, CsvRow row, RecordParser parser) {
    MarketEvent event = parser.parse(RecordKind.ADJUSTMENT, row.source(), row);
    if (event instanceof RejectedEvent rejected) {
      throw wrong(path, row.source().offset(), rejected.detail() + "; correct the row");
    }
    return ((AdmittedEvent) event).adjustment();
  }

  private static ConfigurationException wrong(Path path, long line, String what) {
    return new ConfigurationException("%s, line %d: %s".formatted(path, line, what));
  }
}
