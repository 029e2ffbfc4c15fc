package io.mirrorcore.strategy.price.learning;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * The value Q of each action in each market state and own position, learned for all actions at
 * once.
 *
 * <pre>
 *   Q[m, p, a] += alpha (a r - c |a - p| + gamma max_a' Q[m', a, a'] - Q[m, p, a])
 *   for every p and a in {-1, 0, +1}; the right-hand sides are all taken before the first update
 * </pre>
 *
 * <p>Source: C. J. C. H. Watkins and P. Dayan, "Q-learning" (1992). It departs in updating all nine
 * pairs (p, a) of a state and not only the one that was taken: an agent too small to move the
 * market knows what every action would have earned. So nothing has to be explored, and no random
 * number is drawn.
 */
public final class QTable implements ActionValues {

  private static final int CHOICES = 3;

  private final double learningRate;
  private final double discount;
  private final double[] values;
  private final double[] next = new double[CHOICES];

  /**
   * @param states number of market states, at least 1
   * @param learningRate alpha, in (0, 1]
   * @param discount gamma, in [0, 1)
   */
  public QTable(int states, double learningRate, double discount) {
    if (!(learningRate > 0 && learningRate <= 1)) {
      throw new IllegalArgumentException("learningRate must be in (0, 1]; have " + learningRate);
    }
    if (!(discount >= 0 && discount < 1)) {
      throw new IllegalArgumentException("discount must be in [0, 1); have " + discount);
    }
    this.learningRate = learningRate;
    this.discount = discount;
    values = new double[states * CHOICES * CHOICES];
  }

  @Override
  public void learn(int from, int to, double gain, double cost) {
    for (int position = -1; position <= 1; position++) {
      next[position + 1] = discount * best(to, position);
    }
    for (int position = -1; position <= 1; position++) {
      for (int action = -1; action <= 1; action++) {
        double reward = action * gain - cost * Math.abs(action - position);
        int at = index(from, position, action);
        values[at] += learningRate * (reward + next[action + 1] - values[at]);
      }
    }
  }

  @Override
  public double value(int state, int position, int action) {
    return values[index(state, position, action)];
  }

  /** The action that is better than both others; where none is, the position is kept. */
  @Override
  public int choose(int state, int position) {
    int best = position;
    boolean tied = false;
    for (int action = -1; action <= 1; action++) {
      double lead = value(state, position, action) - value(state, position, best);
      if (lead > 0) {
        best = action;
        tied = false;
      } else if (lead == 0 && action != best) {
        tied = true;
      }
    }
    return tied ? position : best;
  }

  private double best(int state, int position) {
    return Math.max(
        value(state, position, 0), Math.max(value(state, position, -1), value(state, position, 1)));
  }

  private static int index(int state, int position, int action) {
    return (state * CHOICES + position + 1) * CHOICES + action + 1;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    for (double value : values) {
      out.writeDouble(value);
    }
  }

  @Override
  public void load(DataInput in) throws IOException {
    for (int i = 0; i < values.length; i++) {
      values[i] = in.readDouble();
    }
  }
}
