package io.mirrorcore.jobs.cli;

import io.mirrorcore.jobs.config.key.BacktestKeys;
import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.tune.TuneSettings;
import io.mirrorcore.tune.Search;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Option;

/** The options of a search with a Gaussian process. */
public final class BayesOptions implements SearchOptions {

  @Option(
      names = "--calls",
      paramLabel = "N",
      description = "Trials (default: tune.calls of the configuration).")
  private Integer calls;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Seed of the search (default: tune.seed of the configuration).")
  private Integer seed;

  @Override
  public Map<String, Object> given() {
    Map<String, Object> given = new TreeMap<>();
    if (calls != null) {
      given.put(BacktestKeys.TUNE_CALLS.key(), calls);
    }
    if (seed != null) {
      given.put(BacktestKeys.TUNE_SEED.key(), seed);
    }
    return given;
  }

  @Override
  public Search search(Settings settings) {
    return TuneSettings.bayes(settings);
  }
}
