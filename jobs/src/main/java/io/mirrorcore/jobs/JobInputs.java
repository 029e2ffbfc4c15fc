package io.mirrorcore.jobs;

import io.mirrorcore.jobs.backtest.BacktestException;
import io.mirrorcore.jobs.backtest.BacktestInputs;
import io.mirrorcore.jobs.config.PipelineOptions;
import io.mirrorcore.jobs.config.Settings;
import io.mirrorcore.jobs.wire.RecordKind;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** What the arguments of {@link BacktestJob} and {@link TuneJob} have in common. */
final class JobInputs {

  private JobInputs() {}

  /** The files to read. */
  static BacktestInputs of(JobArguments given) {
    Map<RecordKind, Path> market = new TreeMap<>();
    given.path("--prices").ifPresent(file -> market.put(RecordKind.BAR, file));
    given.path("--ticks").ifPresent(file -> market.put(RecordKind.TICK, file));
    given.path("--options").ifPresent(file -> market.put(RecordKind.OPTION, file));
    return new BacktestInputs(market, given.path("--returns").orElse(null));
  }

  /** The directory to write into. */
  static Path out(JobArguments given) {
    return given
        .path("--out")
        .orElseThrow(() -> new BacktestException("--out is missing; give a directory"))
        .toAbsolutePath();
  }

  /** Settings that say the interval of the bars, which nobody infers here. */
  static Settings settings(JobArguments given) {
    Settings settings = given.settings();
    if (!settings.isSet(PipelineOptions.BARS_INTERVAL.key())) {
      throw new BacktestException(
          "bars.interval is not set; the configuration of a backtest on a cluster must say it");
    }
    return settings;
  }

  /** Where the number of bars a year is from. */
  static String barsPerYearSource(Settings settings) {
    return settings.isSet(PipelineOptions.BARS_PER_YEAR.key())
        ? "given"
        : "bars.interval and the usual days of a year";
  }
}
