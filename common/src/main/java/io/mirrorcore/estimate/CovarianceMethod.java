package io.mirrorcore.estimate;

import java.util.Arrays;
import java.util.Optional;

/** How the covariance of strategy returns is estimated. */
public enum CovarianceMethod {
  /** {@link LedoitWolf}. */
  LEDOIT_WOLF("ledoit-wolf"),
  /** {@link ConstantCorrelation}. */
  CONSTANT_CORRELATION("constant-correlation"),
  /** {@link Oas}. */
  OAS("oas"),
  /** {@link SampleCovariance}. */
  SAMPLE("sample"),
  /** {@link EwmaCovariance}. */
  EWMA("ewma");

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
}
