package io.mirrorcore.portfolio.settings;

import io.mirrorcore.optimize.WeightConfidence;

/** What the confidence of a result is, on which the gate decides. */
public enum ConfidenceRule {
  /**
   * The share of the bootstrap samples whose optimum serves better than the weights in force on the
   * rows that the sample left out: low where nothing is known.
   */
  LEFT_OUT("left-out") {
    @Override
    public double of(WeightConfidence resampled, double[] optimum) {
      return resampled.leftOut();
    }
  },
  /**
   * How little the optimum's weights move from sample to sample, as the first release had it: a
   * penalty on turnover holds them all near the weights in force, and this near 1, whatever the
   * returns are.
   */
  STEADINESS("steadiness") {
    @Override
    public double of(WeightConfidence resampled, double[] optimum) {
      return resampled.overall(optimum);
    }
  };

  private final String id;

  ConfidenceRule(String id) {
    this.id = id;
  }

  /** As it is written in a configuration. */
  public String id() {
    return id;
  }

  /**
   * The confidence in an optimum.
   *
   * @param optimum its weights, N
   * @return in [0, 1]
   */
  public abstract double of(WeightConfidence resampled, double[] optimum);
}
