package io.mirrorcore.jobs.intake;

import io.mirrorcore.jobs.wire.reject.RecordKind;
import io.mirrorcore.jobs.wire.reject.RejectReason;
import io.mirrorcore.market.Bar;
import io.mirrorcore.market.BarSpacing;
import io.mirrorcore.quality.QualityFinding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The files of a command as its job reads them: tried, and in the order of time. A file that is in
 * order stays where it is and is read from there; of any other there is a sorted copy, which is
 * deleted when this is closed, or when the program is ended before that.
 */
public final class Intake implements AutoCloseable {

  private final IntakePlan plan;
  private final Map<RecordKind, Path> market = new TreeMap<>();
  private final List<Refusals> refusals = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private Path returns;
  private BarSpacing spacing = new BarSpacing();
  private long bars = 1;
  private List<QualityFinding> quality; // null where there are no bars
  private boolean laterYears;
  private final ScratchDirectory sorted;
  private PlainFiles plain; // of which these are, or null

  private Intake(IntakePlan plan) {
    this.plan = plan;
    sorted = new ScratchDirectory(plan.scratch(), ".mirrorcore-sorted-");
  }

  /**
   * Tries files.
   *
   * @param market files of market data by kind
   * @param returns file of strategy returns, or null
   * @throws TooManyRefusedException when so much of one is refused that the rest does not stand for
   *     it, and the plan does not accept that
   */
  public static Intake of(IntakePlan plan, Map<RecordKind, Path> market, Path returns)
      throws IOException {
    Intake intake = new Intake(plan);
    try {
      for (Map.Entry<RecordKind, Path> file : market.entrySet()) {
        intake.market.put(file.getKey(), intake.take(file.getValue(), file.getKey()));
      }
      intake.returns = returns == null ? null : intake.take(returns, null);
      return intake;
    } catch (IOException | RuntimeException e) {
      intake.close();
      throw e;
    }
  }

  /**
   * Tries files that were brought into plain form, which are closed with this.
   *
   * @throws TooManyRefusedException as above
   */
  public static Intake of(IntakePlan plan, PlainFiles plain) throws IOException {
    try {
      Intake intake = of(plan, plain.market(), plain.returns());
      intake.plain = plain;
      return intake;
    } catch (IOException | RuntimeException e) {
      plain.close();
      throw e;
    }
  }

  private Path take(Path file, RecordKind kind) throws IOException {
    FileScan scan = FileScan.of(file, kind, plan);
    refusals.add(scan.refusals());
    laterYears |= hasLaterYears(file, kind, scan);
    if (!plan.acceptsRefused()) {
      scan.refusals().requireFew();
    }
    Path read = file;
    if (!scan.isInOrder()) {
      read = SortedFile.write(file, kind, plan, sorted.of(kind == null ? "returns" : kind.name()));
      notes.add(
          "%s is not in the order of time (line %d is earlier than one before it): its %,d records were sorted, as backtest, signals, tune and feed all do"
              .formatted(file.getFileName(), scan.firstOutOfOrder(), scan.refusals().records()));
      scan = FileScan.of(read, kind, plan);
    }
    scan.requireNotionals();
    if (kind == null || kind == RecordKind.BAR) {
      spacing = scan.spacing();
      bars = Math.max(1, scan.refusals().records());
      quality = kind == null ? null : scan.quality();
    }
    return read;
  }

  /** Whether records are refused for their year alone that the settings would have let pass. */
  private boolean hasLaterYears(Path file, RecordKind kind, FileScan scan) throws IOException {
    return scan.refusals().refused(RejectReason.OUT_OF_RANGE) > 0
        && FileScan.of(file, kind, plan.withoutLastYear()).refusals().refused()
            < scan.refusals().refused();
  }

  /** Files of market data by kind, in order. */
  public Map<RecordKind, Path> market() {
    return market;
  }

  /** File of strategy returns, in order; null where there is none. */
  public Path returns() {
    return returns;
  }

  /** What was done to the files that their owner should know, a sentence each. */
  public List<String> notes() {
    return List.copyOf(notes);
  }

  /** How the bars, or else the strategy returns, lie in time. */
  public BarSpacing spacing() {
    return spacing;
  }

  /** What is odd about the bars; empty where all is well, null where there are none. */
  public List<QualityFinding> quality() {
    return quality;
  }

  /** Goes over the bars that count, in order of time. */
  public void forEachBar(Consumer<Bar> out) throws IOException {
    Path prices = market.get(RecordKind.BAR);
    if (prices != null) {
      try (IntakeFile records = IntakeFile.open(prices, RecordKind.BAR, plan.parser())) {
        for (IntakeRecord record = records.next(); record != null; record = records.next()) {
          if (!record.isRejected()) {
            out.accept(record.bar());
          }
        }
      }
    }
  }

  /** Records among those: for showing progress. */
  public long bars() {
    return bars;
  }

  /** The last year that counts, where records of later ones are there. */
  public OptionalInt lastYear() {
    return laterYears ? OptionalInt.of(plan.parser().times().lastYear()) : OptionalInt.empty();
  }

  /**
   * What a job has refused of each file, which is more than the parser does.
   *
   * @param letters the job's dead letters, JSON lines
   */
  public List<Refusals> refusedIn(Path letters) throws IOException {
    Map<String, Long> records = new LinkedHashMap<>();
    refusals.forEach(file -> records.merge(file.file(), file.records(), Long::sum));
    return Refusals.read(letters, records);
  }

  /** The file whose bars are measured: of prices, or of strategy returns. */
  public Optional<Path> measured() {
    return Optional.ofNullable(returns == null ? market.get(RecordKind.BAR) : returns);
  }

  @Override
  public void close() throws IOException {
    if (plain != null) {
      plain.close();
    }
    sorted.close();
  }
}
