package io.mirrorcore.estimate;

import java.util.Arrays;
import java.util.Optional;

/**
 * How the covariance of strategy returns is estimated. A new estimator is one file beside these and
 * one constant here, which is all that configurations, commands and help ask.
 */
public enum CovarianceMethod {
  /** {@link LedoitWolf}. */
  LEDOIT_WOLF("ledoit-wolf") {
    @Override
    Covariance estimate(double[][] returns, EstimatorSettings settings) {
      return LedoitWolf.of(returns);
    }
  },
  /** {@link ConstantCorrelation}. */
  CONSTANT_CORRELATION("constant-correlation") {
    @Override
    Covariance estimate(double[][] returns, EstimatorSettings settings) {
      return ConstantCorrelation.of(returns);
    }
  },
  /** {@link Oas}. */
  OAS("oas") {
    @Override
    Covariance estimate(double[][] returns, EstimatorSettings settings) {
      return Oas.of(returns);
    }
  },
  /** {@link SampleCovariance}. */
  SAMPLE("sample") {
    @Override
    Covariance estimate(double[][] returns, EstimatorSettings settings) {
      return SampleCovariance.of(returns);
    }
  },
  /** {@link EwmaCovariance}. */
  EWMA("ewma") {
    @Override
    Covariance estimate(double[][] returns, EstimatorSettings settings) {
      return EwmaCovariance.of(returns, settings.halfLife());
    }
  };

  private final String id;

  CovarianceMethod(String id) {
    this.id = id;
  }

  /** The method of that id; empty where there is none. */
  public static Optional<CovarianceMethod> of(String id) {
    return Arrays.stream(values()).filter(method -> method.id.equals(id)).findFirst();
  }

  /** What configurations and command lines call it. */
  public String id() {
    return id;
  }

  /** Whether {@link SlidingLedoitWolf} gives the same, and so can take its place bar by bar. */
  public boolean slides() {
    return this == LEDOIT_WOLF;
  }

  /**
   * The covariance of a window.
   *
   * @param returns {@code T x N}, newest last, {@code T >= 2}, finite
   * @param settings those that this method has a use for are read
   * @throws IllegalArgumentException naming column and row of a return that is not finite
   */
  abstract Covariance estimate(double[][] returns, EstimatorSettings settings);
}
