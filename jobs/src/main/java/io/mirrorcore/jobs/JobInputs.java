package io.mirrorcore.jobs;

import io.mirrorcore.jobs.backtest.BacktestException;
import io.mirrorcore.jobs.backtest.BacktestInputs;
import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.config.wiring.FileCalendar;
import io.mirrorcore.jobs.wire.reject.RecordKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What {@link BacktestJob} and {@link TuneJob} are given in common.
 *
 * @param inputs the files to read
 * @param settings of the user, and over the defaults what the files show
 * @param barsPerYearSource where the number of bars a year is from
 * @param portfolio whose ensemble is judged, or null
 * @param out the directory to write into
 */
record JobInputs(
    BacktestInputs inputs,
    Settings settings,
    String barsPerYearSource,
    String portfolio,
    Path out) {

  private static final List<String> NAMES =
      List.of("--prices", "--ticks", "--options", "--returns", "--out", "--portfolio");

  /**
   * The arguments of a job that has these.
   *
   * @param more names that it has besides
   */
  static JobArguments arguments(Class<?> job, String[] arguments, String... more) {
    return JobArguments.of(
        job, arguments, Stream.concat(NAMES.stream(), Arrays.stream(more)).toArray(String[]::new));
  }

  /** Reads the calendar of the files, and says what it has inferred. */
  static JobInputs of(JobArguments given) throws IOException {
    BacktestInputs inputs = files(given);
    Settings settings = given.settings();
    FileCalendar calendar = inputs.calendar(settings::isSet);
    calendar.inferred().ifPresent(System.out::println);
    Map<String, String> presets = new TreeMap<>(calendar.presets());
    presets.keySet().removeIf(settings::isSet);
    return new JobInputs(
        inputs,
        settings.with(presets),
        calendar.barsPerYearSource(settings::isSet),
        given.find("--portfolio").orElse(null),
        given
            .path("--out")
            .orElseThrow(() -> new BacktestException("--out is missing; give a directory")));
  }

  private static BacktestInputs files(JobArguments given) {
    Map<RecordKind, Path> market = new TreeMap<>();
    existing(given, "--prices").ifPresent(file -> market.put(RecordKind.BAR, file));
    existing(given, "--ticks").ifPresent(file -> market.put(RecordKind.TICK, file));
    existing(given, "--options").ifPresent(file -> market.put(RecordKind.OPTION, file));
    return new BacktestInputs(market, existing(given, "--returns").orElse(null));
  }

  private static Optional<Path> existing(JobArguments given, String name) {
    Optional<Path> file = given.path(name);
    if (file.isPresent() && !Files.isReadable(file.get())) {
      throw new BacktestException(
          name + ": cannot read " + file.get() + ": give the path of an existing file");
    }
    return file;
  }
}
