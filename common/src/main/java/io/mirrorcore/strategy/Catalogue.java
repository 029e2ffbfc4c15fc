package io.mirrorcore.strategy;

import java.util.List;

/** Every built-in strategy, in the order in which topics, reports and state list them. */
public final class Catalogue {

  private static final List<Strategy> STRATEGIES = List.of();

  private Catalogue() {}

  public static List<Strategy> strategies() {
    return STRATEGIES;
  }
}
