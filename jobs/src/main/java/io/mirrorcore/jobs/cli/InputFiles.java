package io.mirrorcore.jobs.cli;

import io.mirrorcore.jobs.adjust.AdjustmentFile;
import io.mirrorcore.jobs.adjust.DividendCheck;
import io.mirrorcore.jobs.config.key.PipelineKeys;
import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.intake.Intake;
import io.mirrorcore.jobs.intake.IntakePlan;
import io.mirrorcore.jobs.intake.PlainFiles;
import io.mirrorcore.jobs.intake.VendorInput;
import io.mirrorcore.jobs.plan.AdjustmentPlan;
import io.mirrorcore.jobs.wire.ParserSettings;
import io.mirrorcore.jobs.wire.reject.RecordKind;
import io.mirrorcore.jobs.wire.time.InputTimes;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that name the files of market data which a command or a job reads. */
public final class InputFiles {

  @Option(
      names = "--prices",
      paramLabel = "FILE",
      arity = "1..*",
      description =
          "Bars as CSV (plain or .gz): symbol,time,open,high,low,close,volume; or of a vendor, with"
              + " --preset or --columns. Several files, and directories of them.")
  private List<Path> prices = List.of();

  @Option(
      names = "--ticks",
      paramLabel = "FILE",
      arity = "1..*",
      description = "Trades and quotes: symbol,time,type,price,size,bids,asks,aggressor.")
  private List<Path> ticks = List.of();

  @Option(
      names = "--options",
      paramLabel = "FILE",
      arity = "1..*",
      description =
          "Options flow: symbol,time,expiry,strike,type,spot,bid,ask,price,volume,openInterest,"
              + "iv,gamma.")
  private List<Path> options = List.of();

  @Mixin private ColumnOptions columns;

  @Option(
      names = "--accept-rejects",
      description =
          "Goes on although more than a fifth of the records of a file are refused, with the rest.")
  private boolean acceptsRefused;

  /**
   * The files as the job will read them: tried, and in the order of time.
   *
   * @param files of market data by kind
   * @param returns file of strategy returns, or null
   * @param scratch for copies, or null for the system's directory; see {@link IntakePlan}
   */
  public Intake intake(
      SettingsOptions options, Map<RecordKind, List<Path>> files, Path returns, Path scratch)
      throws IOException {
    IntakePlan plan = plan(options, scratch);
    PlainFiles plain = plain(options.settings(), files, returns, plan);
    options.tell(plain.notes());
    Intake intake = Intake.of(plan, plain);
    options.tell(intake.notes());
    tellOfAdjustments(options, intake);
    return intake;
  }

  private static void tellOfAdjustments(SettingsOptions options, Intake intake) throws IOException {
    Optional<String> file = options.settings().find(PipelineKeys.JOB_ADJUST);
    if (file.isPresent() && intake.measured().isPresent()) {
      Path path = Path.of(file.get());
      AdjustmentPlan plan = AdjustmentPlan.of(options.settings());
      AdjustmentFile.withoutBars(path, plan.known(), intake.spacing().symbols())
          .ifPresent(sentence -> options.tell(List.of(sentence)));
      intake.forEachBar(new DividendCheck(path, plan.known(), plan::from)::add);
    }
  }

  private PlainFiles plain(
      Settings settings, Map<RecordKind, List<Path>> files, Path returns, IntakePlan plan)
      throws IOException {
    boolean alone = files.size() + (returns == null ? 0 : 1) == 1;
    Map<RecordKind, VendorInput> market = new TreeMap<>();
    for (Map.Entry<RecordKind, List<Path>> input : files.entrySet()) {
      RecordKind kind = input.getKey();
      market.put(
          kind, columns.input(kind, input.getValue(), alone, settings.mapping(kind).orElse(null)));
    }
    VendorInput table = returns == null ? null : columns.input(null, List.of(returns), alone, null);
    long interval =
        settings.isSet(PipelineKeys.BARS_INTERVAL.key())
                || settings.isSet(PipelineKeys.INPUTS_PRICES_INTERVAL.key())
            ? settings.inputInterval().toMillis()
            : 0;
    return PlainFiles.of(market, table, plan.parser().times(), plan.scratch(), interval);
  }

  /**
   * A time after next year is an error of the file. That bound reaches the job as a setting, and
   * only where the file has such times: the same files give the same results in another year.
   */
  private IntakePlan plan(SettingsOptions options, Path scratch) {
    Settings settings = options.settings();
    ParserSettings parser = settings.parser().unaligned().plain(); // the interval is not known yet
    if (!options.gives(PipelineKeys.INPUTS_LAST_YEAR.key())) {
      int nextYear = Year.now(ZoneOffset.UTC).getValue() + 1;
      parser = parser.with(parser.times().until(Math.min(nextYear, InputTimes.LAST_YEAR)));
    }
    return new IntakePlan(
        parser, settings.get(PipelineKeys.TIME_OUT_OF_ORDERNESS), scratch, acceptsRefused);
  }

  /** Whether the user goes on with what is left of a file. */
  public boolean acceptsRefused() {
    return acceptsRefused;
  }

  /** The files given, each readable, those of directories by name. */
  public Map<RecordKind, List<Path>> files() {
    Map<RecordKind, List<Path>> files = given();
    if (files.isEmpty()) {
      throw new CommandFailure("no input: give --prices, --ticks or --options");
    }
    return files;
  }

  /** The same where there may be none. */
  public Map<RecordKind, List<Path>> given() {
    Map<RecordKind, List<Path>> files = new TreeMap<>();
    put(files, RecordKind.BAR, prices);
    put(files, RecordKind.TICK, ticks);
    put(files, RecordKind.OPTION, options);
    return files;
  }

  /** The readable files that paths stand for, those of directories by name. */
  public static List<Path> existing(List<Path> paths) {
    return paths.stream().flatMap(path -> DataFiles.of(path).stream()).toList();
  }

  /** All of them, of whatever kind. */
  public static List<Path> all(Map<RecordKind, List<Path>> files) {
    return files.values().stream().flatMap(List::stream).toList();
  }

  private static void put(Map<RecordKind, List<Path>> files, RecordKind kind, List<Path> given) {
    if (!given.isEmpty()) {
      files.put(kind, existing(given));
    }
  }
}
