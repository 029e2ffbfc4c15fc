package io.mirrorcore.jobs.cli;

import io.mirrorcore.jobs.config.key.BacktestKeys;
import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.tune.TuneSettings;
import io.mirrorcore.tune.Search;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Option;

/** The options of a search that tries every pair. */
public final class GridOptions implements SearchOptions {

  @Option(
      names = "--lambda",
      split = ",",
      paramLabel = "NUMBER",
      description = "Risk aversions, e.g. 50,100,200 (default: tune.lambda of the configuration).")
  private List<Double> lambda;

  @Option(
      names = "--eta",
      split = ",",
      paramLabel = "NUMBER",
      description = "Turnover penalties, e.g. 0.01,0.1 (default: tune.eta of the configuration).")
  private List<Double> eta;

  @Override
  public Map<String, Object> given() {
    Map<String, Object> given = new TreeMap<>();
    if (lambda != null) {
      given.put(BacktestKeys.TUNE_LAMBDA.key(), lambda);
    }
    if (eta != null) {
      given.put(BacktestKeys.TUNE_ETA.key(), eta);
    }
    return given;
  }

  @Override
  public Search search(Settings settings) {
    return TuneSettings.grid(settings);
  }
}
