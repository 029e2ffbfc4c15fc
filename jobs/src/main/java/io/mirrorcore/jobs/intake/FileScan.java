package io.mirrorcore.jobs.intake;

import io.mirrorcore.adjust.DifferenceIndex;
import io.mirrorcore.jobs.adjust.NotionalLoss;
import io.mirrorcore.jobs.config.ConfigurationException;
import io.mirrorcore.jobs.wire.reject.RecordKind;
import io.mirrorcore.jobs.wire.reject.RejectReason;
import io.mirrorcore.jobs.wire.reject.SourceRef;
import io.mirrorcore.market.Bar;
import io.mirrorcore.market.BarSpacing;
import io.mirrorcore.quality.BarQuality;
import io.mirrorcore.quality.QualityFinding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * One pass over a file: what of it is refused, whether it is in the order of time, how its bars lie
 * in time.
 *
 * <p>Strategy returns are in order where those of each portfolio are: the job asks for no more.
 */
final class FileScan {

  private static final Pattern PRICE = Pattern.compile("(open|high|low|close) must be ");

  private final Path file;
  private final RecordKind kind;
  private final IntakePlan plan;
  private final Refusals refusals;
  private final BarSpacing spacing = new BarSpacing();
  private final BarQuality quality;
  private final Map<String, Long> newest = new TreeMap<>();
  private final Map<String, DifferenceIndex> indices = new HashMap<>();
  private String loss = ""; // of the first bar that loses the notional of its symbol
  private long firstOutOfOrder; // its line, 0 where there is none

  private FileScan(Path file, RecordKind kind, IntakePlan plan) {
    this.file = file;
    this.kind = kind;
    this.plan = plan;
    this.quality = new BarQuality(plan.parser().times().closeZone(), plan.parser().differences());
    this.refusals = new Refusals(file.getFileName().toString());
  }

  /**
   * Reads a file to its end.
   *
   * @param kind of market data; null for strategy returns
   */
  static FileScan of(Path file, RecordKind kind, IntakePlan plan) throws IOException {
    FileScan scan = new FileScan(file, kind, plan);
    try (IntakeFile records = IntakeFile.open(file, kind, plan.parser())) {
      for (IntakeRecord record = records.next(); record != null; record = records.next()) {
        scan.add(record);
      }
    }
    return scan;
  }

  private void add(IntakeRecord record) {
    refusals.addRecord();
    SourceRef source = record.source();
    if (record.isRejected()) {
      refusals.add(record.reason(), source.offset(), record.detail(), record.raw());
      String text = "line " + source.offset() + ": " + record.detail();
      quality.refuse(record.symbol(), record.time(), isPrice(record), text);
      return;
    }
    long reached = newest.merge(kind == null ? record.symbol() : "", record.time(), Math::max);
    if (record.time() < reached - slack() && firstOutOfOrder == 0) {
      firstOutOfOrder = source.offset();
    }
    if (kind == RecordKind.BAR) {
      quality.add(record.bar());
      follow(record.bar());
    }
    if (kind == null || kind == RecordKind.BAR) {
      spacing.add(kind == null ? "" : record.symbol(), record.time());
    }
  }

  /** A bar of a symbol of differences has to leave something of the notional. */
  private void follow(Bar bar) {
    Optional<Double> notional = plan.parser().differences().of(bar.symbol());
    if (notional.isPresent() && loss.isEmpty()) {
      loss =
          indices
                  .computeIfAbsent(bar.symbol(), first -> new DifferenceIndex())
                  .next(bar, notional.get())
                  .isPresent()
              ? ""
              : NotionalLoss.sentence(bar, notional.get());
    }
  }

  private static boolean isPrice(IntakeRecord record) {
    return record.reason() == RejectReason.OUT_OF_RANGE
        && PRICE.matcher(record.detail()).lookingAt();
  }

  private long slack() {
    return kind == null ? 0 : plan.outOfOrderness().toMillis();
  }

  Path file() {
    return file;
  }

  Refusals refusals() {
    return refusals;
  }

  BarSpacing spacing() {
    return spacing;
  }

  /** The latest time of a record of market data that was not refused. */
  OptionalLong newest() {
    Long reached = newest.get("");
    return reached == null ? OptionalLong.empty() : OptionalLong.of(reached);
  }

  /** What is odd about the bars. */
  List<QualityFinding> quality() {
    return quality.findings(spacing.isKnown() ? spacing.intervalMs() : 1);
  }

  /**
   * Of a file in order of time.
   *
   * @throws ConfigurationException where a bar loses the notional of its symbol: the job would do
   *     without it
   */
  void requireNotionals() {
    if (!loss.isEmpty()) {
      throw new ConfigurationException("%s: %s".formatted(file.getFileName(), loss));
    }
  }

  boolean isInOrder() {
    return firstOutOfOrder == 0;
  }

  /** Line of the first record that is behind an earlier one; 0 where all are in order. */
  long firstOutOfOrder() {
    return firstOutOfOrder;
  }
}
