package io.mirrorcore.estimate;

import java.util.Arrays;
import java.util.Optional;

/** How the expected return of a strategy is estimated. */
public enum MeanMethod {
  /** {@link EwmaMean}. */
  EWMA("ewma"),
  /** {@link RollingMean}. */
  ROLLING("rolling"),
  /** {@link BayesSteinMean}. */
  SHRINKAGE("shrinkage");

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
}
