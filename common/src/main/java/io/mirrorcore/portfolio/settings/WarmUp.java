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
 * @param acrossSymbols ids of strategies that compare symbols, which are not waited for where there
 *     is only one
 */
public record WarmUp(double share, TreeSet<String> withoutInput, TreeSet<String> acrossSymbols)
    implements Serializable {

  /** Of strategies of which none compares symbols. */
  public WarmUp(double share, TreeSet<String> withoutInput) {
    this(share, withoutInput, new TreeSet<>());
  }

  public WarmUp {
    acrossSymbols = new TreeSet<>(acrossSymbols);
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
   * @param symbols how many there are; 0 where that is not known
   */
  public boolean isOver(int active, List<String> strategies, int symbols) {
    long counted =
        strategies.stream()
            .filter(id -> !withoutInput.contains(id))
            .filter(id -> symbols != 1 || !acrossSymbols.contains(id))
            .count();
    return active >= share * counted;
  }
}
