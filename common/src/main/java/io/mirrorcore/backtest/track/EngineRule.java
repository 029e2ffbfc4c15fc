package io.mirrorcore.backtest.track;

import io.mirrorcore.portfolio.settings.EnsembleSettings;

/**
 * Asks for a track of the live engine itself under these settings, where a rule that says what to
 * trade to is not enough. Only where the symbols are known.
 *
 * @param settings of that engine
 */
public record EngineRule(EnsembleSettings settings) implements TrackRule {}
