package io.mirrorcore.backtest.track;

import io.mirrorcore.portfolio.settings.EnsembleSettings;

/**
 * Asks for a track of the live engine itself under these settings, where a rule that says what to
 * trade to is not enough. Has no due times of its own: they come about on the way.
 *
 * @param settings of that engine
 */
public record EngineRule(EnsembleSettings settings) implements TargetRule {

  @Override
  public int dues() {
    return 0;
  }

  @Override
  public long time(int due) {
    throw new IllegalStateException("an engine decides on its way");
  }

  @Override
  public boolean trades(int due) {
    return false;
  }

  @Override
  public double[] target(int due) {
    throw new IllegalStateException("an engine decides on its way");
  }
}
