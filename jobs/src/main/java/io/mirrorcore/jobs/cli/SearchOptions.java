package io.mirrorcore.jobs.cli;

import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.tune.Search;
import java.util.Map;

/** The options of one kind of search for lambda and eta. */
public interface SearchOptions {

  /** What the user gave on the command line, by key of the configuration. */
  Map<String, Object> given();

  /**
   * The search.
   *
   * @param settings with what was given
   * @throws io.mirrorcore.jobs.backtest.BacktestException where there is nothing to choose from
   */
  Search search(Settings settings);
}
