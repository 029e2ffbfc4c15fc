package io.mirrorcore.jobs.cli;

import io.mirrorcore.jobs.config.key.PipelineKeys;
import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.intake.Intake;
import io.mirrorcore.jobs.intake.IntakePlan;
import io.mirrorcore.jobs.wire.ParserSettings;
import io.mirrorcore.jobs.wire.reject.RecordKind;
import io.mirrorcore.jobs.wire.time.InputTimes;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Option;

/** The options that name the files of market data which a command or a job reads. */
public final class InputFiles {

  @Option(
      names = "--prices",
      paramLabel = "FILE",
      description = "Bars as CSV (plain or .gz): symbol,time,open,high,low,close,volume.")
  private Path prices;

  @Option(
      names = "--ticks",
      paramLabel = "FILE",
      description = "Trades and quotes: symbol,time,type,price,size,bids,asks,aggressor.")
  private Path ticks;

  @Option(
      names = "--options",
      paramLabel = "FILE",
      description =
          "Options flow: symbol,time,expiry,strike,type,spot,bid,ask,price,volume,openInterest,"
              + "iv,gamma.")
  private Path options;

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
   * @param scratch for a sorted file, or null for the system's directory; see {@link IntakePlan}
   */
  public Intake intake(
      SettingsOptions options, Map<RecordKind, Path> files, Path returns, Path scratch)
      throws IOException {
    Intake intake = Intake.of(plan(options, scratch), files, returns);
    options.tell(intake.notes());
    return intake;
  }

  /**
   * A time after next year is an error of the file. That bound reaches the job as a setting, and
   * only where the file has such times: the same files give the same results in another year.
   */
  private IntakePlan plan(SettingsOptions options, Path scratch) {
    Settings settings = options.settings();
    ParserSettings parser = settings.parser().unaligned(); // the interval is not known yet
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

  /** The files given, each readable. */
  public Map<RecordKind, Path> files() {
    Map<RecordKind, Path> files = given();
    if (files.isEmpty()) {
      throw new CommandFailure("no input: give --prices, --ticks or --options");
    }
    return files;
  }

  /** The same where there may be none. */
  public Map<RecordKind, Path> given() {
    Map<RecordKind, Path> files = new TreeMap<>();
    put(files, RecordKind.BAR, prices);
    put(files, RecordKind.TICK, ticks);
    put(files, RecordKind.OPTION, options);
    return files;
  }

  private static void put(Map<RecordKind, Path> files, RecordKind kind, Path file) {
    if (file != null) {
      files.put(kind, SettingsOptions.existing(file));
    }
  }
}
