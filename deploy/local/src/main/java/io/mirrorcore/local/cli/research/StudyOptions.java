package io.mirrorcore.local.cli.research;

import io.mirrorcore.jobs.cli.CommandFailure;
import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.plan.JobPlan;
import io.mirrorcore.jobs.study.StudyPlan;
import io.mirrorcore.jobs.wire.reject.RecordKind;
import io.mirrorcore.strategy.Edition;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Option;

/** What of a configuration a study is of: which portfolio, strategy and edition. */
final class StudyOptions {

  @Option(
      names = "--strategy",
      paramLabel = "ID",
      description = "One strategy alone, whether it is switched on or not; by symbol and regime.")
  private String strategy;

  @Option(
      names = "--edition",
      paramLabel = "1|2",
      description = "Edition of every strategy that has two (default: of the configuration).")
  private Integer edition;

  @Option(
      names = "--portfolio",
      paramLabel = "NAME",
      description = "Whose symbols are judged, where the configuration has several.")
  private String portfolio;

  /**
   * The settings with the options laid over them.
   *
   * @param given of the user
   */
  Settings over(Settings given) {
    Settings settings = strategy == null ? given : given.with(enabled(given), true);
    return edition == null ? settings : settings.with(editions(settings));
  }

  private String enabled(Settings given) {
    if (!given.strategyIds().contains(strategy)) {
      throw new CommandFailure(
          "there is no strategy %s; there are %s".formatted(strategy, given.strategyIds()));
    }
    return "strategies." + strategy + ".enabled";
  }

  private Map<String, Object> editions(Settings settings) {
    if (edition < 1 || edition > Edition.values().length) {
      throw new CommandFailure("--edition must be 1 or 2; have " + edition);
    }
    Map<String, Object> keys = new TreeMap<>();
    settings.strategies().stream()
        .filter(configured -> configured.strategy().hasEditions())
        .forEach(
            configured ->
                keys.put("strategies." + configured.strategy().id() + ".edition", edition));
    return keys;
  }

  /**
   * The study.
   *
   * @param settings these options over the user's
   */
  StudyPlan plan(Settings settings, Map<RecordKind, Path> market, String barsPerYearSource) {
    JobPlan all = JobPlan.of(settings);
    return new StudyPlan(
        settings,
        strategy == null ? all : all.only(strategy),
        market,
        portfolio == null ? only(settings) : portfolio,
        barsPerYearSource);
  }

  private static String only(Settings settings) {
    List<String> names = settings.portfolios().names();
    if (names.size() > 1) {
      throw new CommandFailure(
          "one portfolio is studied at a time; choose --portfolio of " + names);
    }
    return names.get(0);
  }
}
