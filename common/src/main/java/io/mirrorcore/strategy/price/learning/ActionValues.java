package io.mirrorcore.strategy.price.learning;

import io.mirrorcore.state.Stateful;

/** What is known of the worth of each action, -1, 0 or +1, in each market state and position. */
public interface ActionValues extends Stateful {

  /**
   * Learns from one step of the market.
   *
   * @param from market state before the step
   * @param to market state after it
   * @param gain what a position of +1 earned
   * @param cost of changing the position by 1, in the same unit
   */
  void learn(int from, int to, double gain, double cost);

  /** Value of {@code action} for who holds {@code position}. */
  double value(int state, int position, int action);

  /** The action to take: {@code position} where nothing speaks for leaving it. */
  int choose(int state, int position);
}
