package io.mirrorcore.jobs.intake;

import io.mirrorcore.jobs.wire.ParserSettings;
import io.mirrorcore.jobs.wire.reject.RecordKind;
import io.mirrorcore.market.Bar;
import io.mirrorcore.market.BarSpacing;
import io.mirrorcore.quality.QualityFinding;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one pass over a file in plain form finds: for those who only want to know.
 *
 * @param records in it, good and bad
 * @param refused sentences on what is refused
 * @param symbols records of each that count; of strategy returns, of each portfolio
 * @param order of the records in words, "" where they are in the order of time
 * @param first time, epoch milliseconds; of no meaning without records that count
 * @param last time
 * @param spacing of bars and of strategy returns
 * @param quality of bars; empty for other kinds
 * @param bars that count, in the order of the file
 */
public record FileFindings(
    long records,
    List<String> refused,
    Map<String, Long> symbols,
    String order,
    long first,
    long last,
    BarSpacing spacing,
    List<QualityFinding> quality,
    List<Bar> bars) {

  /** Bars that are kept to be looked at, at most. */
  private static final int KEPT = 200_000;

  /**
   * Reads a file to its end.
   *
   * @param kind of market data; null for strategy returns
   * @param scratch for a copy in the order of time
   */
  public static FileFindings of(Path file, RecordKind kind, ParserSettings parser, Path scratch)
      throws IOException {
    IntakePlan plan = new IntakePlan(parser, Duration.ZERO, scratch, true);
    FileScan scan = FileScan.of(file, kind, plan);
    Seen seen = Seen.of(file, kind, plan);
    FileScan inOrder =
        scan.isInOrder()
            ? scan
            : FileScan.of(SortedFile.write(file, kind, plan, scratch), kind, plan);
    return new FileFindings(
        scan.refusals().records(),
        scan.refusals().sentences(),
        seen.symbols,
        scan.isInOrder() ? "" : seen.order(scan.firstOutOfOrder()),
        seen.first,
        seen.last,
        inOrder.spacing(),
        kind == RecordKind.BAR ? inOrder.quality() : List.of(),
        seen.bars);
  }

  /** What the records that count look like, as they lie there. */
  private static final class Seen {

    private final Map<String, Long> symbols = new TreeMap<>();
    private final Map<String, Long> newest = new TreeMap<>();
    private final List<Bar> bars = new ArrayList<>();
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;
    private long later;
    private long earlier;

    static Seen of(Path file, RecordKind kind, IntakePlan plan) throws IOException {
      Seen seen = new Seen();
      try (IntakeFile records = IntakeFile.open(file, kind, plan.parser())) {
        for (IntakeRecord record = records.next(); record != null; record = records.next()) {
          if (!record.isRejected()) {
            seen.add(record);
          }
        }
      }
      return seen;
    }

    private void add(IntakeRecord record) {
      symbols.merge(record.symbol(), 1L, Long::sum);
      first = Math.min(first, record.time());
      last = Math.max(last, record.time());
      Long before = newest.put(record.symbol(), record.time());
      if (before != null) {
        later += record.time() > before ? 1 : 0;
        earlier += record.time() < before ? 1 : 0;
      }
      if (record.bar() != null && bars.size() < KEPT) {
        bars.add(record.bar());
      }
    }

    private String order(long line) {
      return earlier == 0
          ? "by symbol, each in the order of time (from line %d on): sorted when it is read"
              .formatted(line)
          : later == 0
              ? "newest first: sorted when it is read"
              : "not in the order of time (line %d is earlier than one before it): sorted when it is read"
                  .formatted(line);
    }
  }
}
