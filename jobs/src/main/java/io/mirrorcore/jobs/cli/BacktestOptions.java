package io.mirrorcore.jobs.cli;

import io.mirrorcore.jobs.backtest.BacktestFiles;
import io.mirrorcore.jobs.backtest.BacktestInputs;
import io.mirrorcore.jobs.backtest.BacktestPlan;
import io.mirrorcore.jobs.config.key.BacktestKeys;
import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.config.wiring.FileCalendar;
import io.mirrorcore.jobs.intake.Intake;
import io.mirrorcore.jobs.intake.TooManyRefusedException;
import io.mirrorcore.jobs.tune.StrategyVariant;
import io.mirrorcore.jobs.tune.TunePlan;
import io.mirrorcore.jobs.wire.reject.RecordKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that a backtest and a tuning share: input files and evaluation windows. */
public final class BacktestOptions {

  @Mixin private InputFiles market;

  @Option(
      names = "--returns",
      paramLabel = "FILE",
      description =
          "Instead of market data: returns of strategies as CSV (time, then one column per"
              + " strategy) or JSON lines.")
  private Path returns;

  @Option(
      names = "--mode",
      paramLabel = "MODE",
      description = "walk-forward or event (default: of the configuration).")
  private String mode;

  @Option(
      names = "--train",
      paramLabel = "BARS",
      description = "Bars of an estimate in walk-forward (default: of the configuration).")
  private Integer train;

  @Option(
      names = "--test",
      paramLabel = "BARS",
      description = "Bars for which its weights are held (default: of the configuration).")
  private Integer test;

  @Option(
      names = "--portfolio",
      paramLabel = "NAME",
      description = "Whose ensemble is judged, where the configuration has several.")
  private String portfolio;

  @Option(
      names = "--benchmark",
      paramLabel = "SYMBOL",
      description =
          "Symbol that the report compares with, bought and held (default: all symbols, HOLD).")
  private String benchmark;

  /**
   * The files given, as the job will read them. Where too much of one is refused, the run has
   * failed before it began: what an earlier one has left is moved aside as after any failure.
   *
   * @param out directory of the results
   * @param more names of results besides those of a report
   * @param scratch for a sorted file, or null for the system's directory
   */
  public Intake intake(SettingsOptions options, Path out, List<String> more, Path scratch)
      throws IOException {
    Map<RecordKind, List<Path>> given = market.given();
    new BacktestInputs(firsts(given), returns()).requireStrategies();
    try {
      return market.intake(options, given, returns(), scratch);
    } catch (TooManyRefusedException e) {
      if (Files.isDirectory(out)) {
        BacktestFiles.LAYOUT.require(out, options.inputs(files())); // an input is not moved
        BacktestFiles.LAYOUT.setAside(out, more);
      }
      throw e;
    }
  }

  private Path returns() {
    return returns == null ? null : SettingsOptions.existing(returns);
  }

  private static Map<RecordKind, Path> firsts(Map<RecordKind, List<Path>> files) {
    Map<RecordKind, Path> firsts = new TreeMap<>();
    files.forEach((kind, paths) -> firsts.put(kind, paths.get(0)));
    return firsts;
  }

  /** The files given, as they lie there. */
  public List<Path> files() {
    List<Path> files = new ArrayList<>(InputFiles.all(market.given()));
    if (returns != null) {
      files.add(returns());
    }
    return files;
  }

  /** The inputs of a backtest of these files. */
  public BacktestInputs inputs(Intake intake) {
    return new BacktestInputs(
        intake.market(), intake.returns(), market.acceptsRefused(), intake.quality());
  }

  /** The settings of the user, without the walk's. */
  private Settings settings(SettingsOptions options, FileCalendar calendar) {
    Map<String, Object> given = new TreeMap<>();
    put(given, BacktestKeys.MODE.key(), mode);
    put(given, BacktestKeys.TRAIN.key(), train);
    put(given, BacktestKeys.TEST.key(), test);
    put(given, BacktestKeys.BENCHMARK.key(), benchmark);
    return options.settings(calendar.presets()).with(given);
  }

  /**
   * The backtest.
   *
   * @param calendar of the inputs
   */
  public BacktestPlan plan(SettingsOptions options, BacktestInputs inputs, FileCalendar calendar) {
    return BacktestPlan.of(
        settings(options, calendar), inputs, calendar.barsPerYearSource(options::gives), portfolio);
  }

  /**
   * The tuning.
   *
   * @param calendar of the inputs
   * @param search which trials are made, and what it sets
   * @param variants of the strategies
   */
  public TunePlan tuning(
      SettingsOptions options,
      BacktestInputs inputs,
      FileCalendar calendar,
      SearchOptions search,
      List<StrategyVariant> variants) {
    Settings settings = settings(options, calendar).with(search.given());
    return new TunePlan(
        settings,
        inputs,
        calendar.barsPerYearSource(options::gives),
        portfolio,
        search.search(settings),
        variants);
  }

  /**
   * What runs, to be compared with over the same data by the same walk.
   *
   * @param config its configuration
   * @param calendar of the inputs
   */
  public Settings running(Path config, FileCalendar calendar) {
    Settings running = Settings.load(SettingsOptions.existing(config));
    Map<String, Object> given = new TreeMap<>();
    calendar
        .presets()
        .forEach(
            (key, value) -> {
              if (!running.isSet(key)) {
                given.put(key, value);
              }
            });
    put(given, BacktestKeys.MODE.key(), mode);
    put(given, BacktestKeys.TRAIN.key(), train);
    put(given, BacktestKeys.TEST.key(), test);
    return running.with(given);
  }

  private static void put(Map<String, Object> given, String key, Object value) {
    if (value != null) {
      given.put(key, value);
    }
  }
}
