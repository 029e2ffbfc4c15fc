package io.mirrorcore.portfolio.settings;

import io.mirrorcore.optimize.WeightConfidence;

/** Which weights are put into force. */
public enum WeightsFrom {
  /** The optimum, which its certificate is of. */
  OPTIMAL,
  /**
   * The mean of the optima of the bootstrap samples (Michaud 1998): smoother and more widely
   * spread, and the optimum of nothing.
   */
  RESAMPLED;

  /** What to hold: the mean of the samples where that is asked for and there are any. */
  public double[] choose(double[] optimum, WeightConfidence resampled) {
    return this == RESAMPLED && resampled.solved() > 0 ? resampled.meanWeights() : optimum;
  }
}
