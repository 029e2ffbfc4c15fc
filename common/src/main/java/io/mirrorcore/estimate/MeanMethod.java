package io.mirrorcore.estimate;

import java.util.Arrays;
import java.util.Optional;

/**
 * How the expected return of a strategy is estimated. A new estimator is one file beside these and
 * one constant here, which is all that configurations, commands and help ask.
 */
public enum MeanMethod {
  /** {@link EwmaMean}. */
  EWMA("ewma") {
    @Override
    MeanEstimate estimate(double[][] returns, EstimatorSettings settings) {
      return MeanEstimate.of(EwmaMean.of(returns, settings.ewmaAlpha()));
    }

    @Override
    public double effectiveRows(int rows, EstimatorSettings settings) {
      return EwmaMean.effectiveRows(rows, settings.ewmaAlpha());
    }
  },
  /** {@link RollingMean}. */
  ROLLING("rolling") {
    @Override
    MeanEstimate estimate(double[][] returns, EstimatorSettings settings) {
      return MeanEstimate.of(RollingMean.of(returns));
    }
  },
  /** {@link BayesSteinMean}. */
  SHRINKAGE("shrinkage") {
    @Override
    MeanEstimate estimate(double[][] returns, EstimatorSettings settings) {
      return BayesSteinMean.of(returns).estimate();
    }
  };

  private final String id;

  MeanMethod(String id) {
    this.id = id;
  }

  /** The method of that id; empty where there is none. */
  public static Optional<MeanMethod> of(String id) {
    return Arrays.stream(values()).filter(method -> method.id.equals(id)).findFirst();
  }

  /** What configurations and command lines call it. */
  public String id() {
    return id;
  }

  /**
   * How many returns of equal weight would give a mean as uncertain as this method's: {@code 1 /
   * sum w_t^2}.
   *
   * @param rows of the window, 1 or more
   */
  public double effectiveRows(int rows, EstimatorSettings settings) {
    return rows;
  }

  /**
   * The means of a window.
   *
   * @param returns {@code T x N}, newest last, {@code T >= 2}, finite
   * @param settings those that this method has a use for are read
   * @throws IllegalArgumentException naming column and row of a return that is not finite
   */
  abstract MeanEstimate estimate(double[][] returns, EstimatorSettings settings);
}
