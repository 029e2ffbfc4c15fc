package io.mirrorcore.portfolio.settings;

import io.mirrorcore.optimize.WeightConfidence;
import java.io.Serializable;
import java.util.Objects;

/**
 * The bootstrap behind the confidence of a weight.
 *
 * @param samples bootstrap samples, at least 2
 * @param fraction share of the window in a sample, in (0, 1]
 * @param meanBlock mean length of a block of the stationary bootstrap, bars, at least 1 (1: i.i.d.)
 * @param confidence what the samples say of an optimum
 * @param weights which weights are put into force
 */
public record ResamplingSettings(
    int samples, double fraction, double meanBlock, ConfidenceRule confidence, WeightsFrom weights)
    implements Serializable {

  public ResamplingSettings {
    if (samples < 2) {
      throw new IllegalArgumentException("samples must be at least 2; have " + samples);
    }
    if (!(fraction > 0 && fraction <= 1)) {
      throw new IllegalArgumentException("fraction must be in (0, 1]; have " + fraction);
    }
    if (!(meanBlock >= 1 && meanBlock < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("mean-block must be at least 1; have " + meanBlock);
    }
    Objects.requireNonNull(confidence, "confidence");
    Objects.requireNonNull(weights, "weights");
  }

  /** The optimum is put into force. */
  public ResamplingSettings(
      int samples, double fraction, double meanBlock, ConfidenceRule confidence) {
    this(samples, fraction, meanBlock, confidence, WeightsFrom.OPTIMAL);
  }

  /** As the bootstrap takes it. */
  public WeightConfidence.Sampling sampling() {
    return new WeightConfidence.Sampling(samples, fraction, meanBlock);
  }

  /** 100 samples of 80 % of the window, blocks of 5 bars. */
  public static ResamplingSettings defaults() {
    return new ResamplingSettings(100, 0.8, 5, ConfidenceRule.LEFT_OUT);
  }
}
