package io.mirrorcore.portfolio.record;

/** What was done with an optimum. The names are those on the topic. */
public enum Decision {
  /**
   * Equal weights of the few strategies that are active so far, or cash: no optimum of any estimate
   * yet, and outside all figures.
   */
  WARMUP(true),
  /** The first weights: applied whatever they are. */
  INITIAL(true),
  /** Applied in full. */
  REBALANCED(true),
  /** Applied in part, after holding in uncertainty too often. */
  PARTIAL(true),
  /** Not applied: much to trade on little confidence. */
  HELD_UNCERTAIN(false),
  /** Not applied: the regime holds. */
  HELD_REGIME(false),
  /** Not applied: every change is too small to be worth a trade. */
  HELD_SMALL(false);

  private final boolean applied;

  Decision(boolean applied) {
    this.applied = applied;
  }

  /** Whether the weights in force changed. */
  public boolean isApplied() {
    return applied;
  }
}
