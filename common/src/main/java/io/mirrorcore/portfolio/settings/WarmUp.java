package io.mirrorcore.portfolio.settings;

import java.io.Serializable;
import java.util.List;
import java.util.TreeSet;

/**
 * When an ensemble has enough strategies to begin. Without such a rule the first weights are of the
 * one strategy that trades first, all of it, and decide a backtest.
 *
 * @param share of the strategies with an input that must be active before the first weights, in [0,
 *     1]; 0: no rule, and nothing is published before there are weights
 * @param withoutInput ids of strategies whose input nobody promised, which are not waited for
 */
public record WarmUp(double share, TreeSet<String> withoutInput) implements Serializable {

  public WarmUp {
    withoutInput = new TreeSet<>(withoutInput);
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("warm-up must be in [0, 1]; have " + share);
    }
  }

  /** None, as in the first release. */
  public static WarmUp none() {
    return new WarmUp(0, new TreeSet<>());
  }

  /** Whether there is a rule. */
  public boolean isOn() {
    return share > 0;
  }

  /**
   * Whether enough are active.
   *
   * @param active how many are
   * @param strategies ids of all
   */
  public boolean isOver(int active, List<String> strategies) {
    long counted = strategies.stream().filter(id -> !withoutInput.contains(id)).count();
    return active >= share * counted;
  }
}
