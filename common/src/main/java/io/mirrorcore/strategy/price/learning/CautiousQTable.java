package io.mirrorcore.strategy.price.learning;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A {@link QTable} that knows how sure it is of what it has learned, and moves only when it is.
 *
 * <pre>
 *   rate = max(least, 1 / visits of m)
 *   target = a r - c |a - p| + gamma max_a' Q[m', a, a']       d = target - Q
 *   Q += rate d      V = (1 - rate) (V + rate d^2)             for every p and a
 *   leave p for a only if Q[a] - Q[p] &gt; 2 sqrt(rate V[a]);  of several such a the largest Q
 * </pre>
 *
 * <p>At a constant rate alpha the noise of Q never falls below sqrt(alpha / 2) deviations of the
 * target: more than any edge there is, so that an agent that always does what looks best is hardly
 * ever flat (0.03 % of real bars) and pays for turning on noise. With a rate of 1 / visits Q is the
 * mean of its targets and V their variance; from {@code 1 / least} visits on both forget. sqrt(rate
 * V) is then about the standard error of Q. A state seen fewer than twice has no variance: there
 * the position is kept.
 */
public final class CautiousQTable implements ActionValues {

  private static final int CHOICES = 3;
  private static final double STANDARD_ERRORS = 2;
  private static final int LEAST_VISITS = 2;

  private final double leastRate;
  private final double discount;
  private final int[] visits;
  private final double[] values;
  private final double[] variances;
  private final double[] next = new double[CHOICES];

  /**
   * @param states number of market states, at least 1
   * @param leastRate rate below which it never falls, in (0, 1]
   * @param discount gamma, in [0, 1)
   */
  public CautiousQTable(int states, double leastRate, double discount) {
    this.leastRate = leastRate;
    this.discount = discount;
    visits = new int[states];
    values = new double[states * CHOICES * CHOICES];
    variances = new double[values.length];
  }

  @Override
  public void learn(int from, int to, double gain, double cost) {
    visits[from] = Math.min(visits[from] + 1, Integer.MAX_VALUE - 1);
    for (int position = -1; position <= 1; position++) {
      next[position + 1] = discount * best(to, position);
    }
    double rate = rate(from);
    for (int position = -1; position <= 1; position++) {
      for (int action = -1; action <= 1; action++) {
        double reward = action * gain - cost * Math.abs(action - position);
        int at = index(from, position, action);
        double error = reward + next[action + 1] - values[at];
        values[at] += rate * error;
        variances[at] = (1 - rate) * (variances[at] + rate * error * error);
      }
    }
  }

  private double rate(int state) {
    return Math.max(leastRate, 1.0 / visits[state]);
  }

  @Override
  public double value(int state, int position, int action) {
    return values[index(state, position, action)];
  }

  /** The action that is surely better than keeping the position; where none is, the position. */
  @Override
  public int choose(int state, int position) {
    int best = position;
    for (int action = -1; action <= 1 && visits[state] >= LEAST_VISITS; action++) {
      double lead = value(state, position, action) - value(state, position, position);
      double doubt = Math.sqrt(rate(state) * variances[index(state, position, action)]);
      boolean better = value(state, position, action) > value(state, position, best);
      if (action != position && lead > STANDARD_ERRORS * doubt && better) {
        best = action;
      }
    }
    return best;
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
    for (int count : visits) {
      out.writeInt(count);
    }
    for (int i = 0; i < values.length; i++) {
      out.writeDouble(values[i]);
      out.writeDouble(variances[i]);
    }
  }

  @Override
  public void load(DataInput in) throws IOException {
    for (int i = 0; i < visits.length; i++) {
      visits[i] = in.readInt();
    }
    for (int i = 0; i < values.length; i++) {
      values[i] = in.readDouble();
      variances[i] = in.readDouble();
    }
  }
}
