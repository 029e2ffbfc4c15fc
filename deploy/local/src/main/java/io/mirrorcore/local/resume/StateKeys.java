package io.mirrorcore.local.resume;

import io.mirrorcore.jobs.config.key.EnsembleKeys;
import io.mirrorcore.jobs.config.key.PipelineKeys;
import io.mirrorcore.jobs.config.key.SymbolKeys;
import io.mirrorcore.jobs.config.settings.Settings;
import java.util.Set;
import java.util.SortedMap;

/**
 * The options that a job's state depends on: under another value the state would not fit, or what
 * is computed from it would be neither of the one value nor of the other.
 *
 * <p>Not among them, and free to change: the strategies and their parameters, whose state carries a
 * fingerprint and warms up anew where it differs; the objective, gate, caps and alerts, which only
 * look at state; costs, parallelism and everything of Kafka but the topics.
 */
final class StateKeys {

  private static final Set<String> ONE =
      Set.of(
          // Key groups, shards and sources are places in the checkpoint.
          PipelineKeys.JOB_MAX_PARALLELISM.key(),
          PipelineKeys.JOB_PAIR_SHARDS.key(),
          PipelineKeys.JOB_INPUTS.key(),
          // Which bars there are, and when each of them closes.
          PipelineKeys.BARS_INTERVAL.key(),
          PipelineKeys.BARS_FROM.key(),
          PipelineKeys.BARS_ZONE.key(),
          PipelineKeys.BARS_CLOSE.key(),
          PipelineKeys.BARS_ANCHOR.key(),
          PipelineKeys.INPUTS_PRICES_INTERVAL.key(),
          // What a return in the window is, and how many of them the sums hold.
          EnsembleKeys.RETURNS_MODE.key(),
          EnsembleKeys.WINDOW.key(),
          EnsembleKeys.REGIME_VOLATILITY_WINDOW.key(),
          EnsembleKeys.REGIME_RANK_WINDOW.key(),
          EnsembleKeys.REGIME_EFFICIENCY_WINDOW.key());

  /** Which symbols a portfolio's ledger and returns are of. */
  private static final String PORTFOLIOS = "portfolios.";

  private StateKeys() {}

  /** Their values. */
  static SortedMap<String, String> of(Settings settings) {
    SortedMap<String, String> keys =
        settings.texts(key -> ONE.contains(key) || areSymbols(key) || isReturn(key));
    // Checkpoints of a release without the option were of bars by the clock.
    keys.remove(PipelineKeys.BARS_ANCHOR.key(), "clock");
    return keys;
  }

  /**
   * Not what is set for the ensemble of one portfolio alone, which looks at state or begins anew.
   */
  private static boolean areSymbols(String key) {
    return key.startsWith(PORTFOLIOS)
        && (key.indexOf('.', PORTFOLIOS.length()) < 0 || key.endsWith(".symbols"));
  }

  /** What a return of some symbols is. */
  private static boolean isReturn(String key) {
    return key.startsWith(SymbolKeys.PREFIX) && key.endsWith("." + SymbolKeys.DIFFERENCE.key());
  }

  /** Those that are one option each. */
  static Set<String> single() {
    return ONE;
  }
}
