package io.mirrorcore.optimize.linear;

import io.mirrorcore.matrix.DenseLu;
import io.mirrorcore.optimize.problem.Box;
import io.mirrorcore.optimize.problem.GroupCap;
import io.mirrorcore.optimize.problem.PrimalDualPoint;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The linear programme of least tail loss, solved in its dual, where it is small: a basis of N + 1
 * columns, however many scenarios there are, and a vertex to start from for free.
 *
 * <pre>
 *   r       T x N returns over the largest |r|,   c the most that a scenario may weigh
 *   min     nu + sum_g cap_g y_g + sum_i ( upper_i a_i - lower_i b_i )
 *   s.t.    sum_t r_ti p_t - nu - sum_{g of i} y_g - a_i + b_i = 0    (row i)
 *           sum_t p_t = 1                                             (row N)
 *           0 &lt;= p &lt;= c,  y, a, b &gt;= 0,  nu free
 *   the simplex multiplier of row i is -w_i, that of row N minus the loss at the threshold
 * </pre>
 *
 * Bounded-variable primal simplex (Chvatal 1983, chapter 8): largest violation first, after a step
 * of no length the smallest index (Bland 1977), so that it ends; the basis is factored anew at
 * every pivot, so that nothing drifts. Ties are broken by index: the same programme gives the same
 * vertex. An unbounded dual means that no weights meet the constraints. With one scenario and c = 1
 * it maximises a plain linear objective.
 */
final class ScenarioSimplex {

  /** Weights and scaled losses violated by less agree. */
  private static final double TOLERANCE = 1e-13;

  /** Entries of a column this small are no pivots. */
  private static final double PIVOT = 1e-9;

  /** Ratios nearer than this are a tie, won by the largest pivot. */
  private static final double TIE = 1e-12;

  private static final byte LOW = 0;
  private static final byte HIGH = 1;
  private static final byte BASIC = 2;

  private final double[][] scenarios;
  private final double unit;
  private final double most;
  private final Box box;
  private final List<GroupCap> groups;
  private final int n;
  private final int firstGroup;
  private final int firstA;
  private final int firstB;
  private final int columns;
  private final byte[] state;
  private final int[] basis;
  private final double[] values;
  private final double[] multipliers;
  private final double[] column;
  private final DenseLu lu;
  private boolean blandsRule;
  private int pivots;

  /**
   * @param scenarios {@code T x N}, {@code T c >= 1}
   * @param most c, the most that a scenario may weigh
   */
  ScenarioSimplex(double[][] scenarios, double most, Box box, List<GroupCap> groups) {
    this.scenarios = scenarios;
    this.most = most;
    this.box = box;
    this.groups = groups;
    n = box.lower().length;
    unit = largest(scenarios);
    firstGroup = scenarios.length + 1;
    firstA = firstGroup + groups.size();
    firstB = firstA + n;
    columns = firstB + n;
    state = new byte[columns];
    basis = new int[n + 1];
    values = new double[n + 1];
    multipliers = new double[n + 1];
    column = new double[n + 1];
    lu = new DenseLu(n + 1);
  }

  /** Runs to the end; false where no weights meet the constraints. */
  boolean run() {
    start();
    int limit = 1000 + 50 * columns;
    while (pivots < limit && factor()) {
      int entering = entering();
      if (entering < 0) {
        return true;
      }
      if (!pivot(entering)) {
        return false;
      }
      pivots++;
    }
    return true;
  }

  /** The optimum and its multipliers, in the units of the problem. */
  PrimalDualPoint point() {
    double[] weights = new double[n];
    for (int i = 0; i < n; i++) {
      boolean atUpper = state[firstA + i] == BASIC;
      boolean atLower = state[firstB + i] == BASIC;
      double between = box.snapped(-multipliers[i], i);
      weights[i] = atUpper ? box.upper()[i] : atLower ? box.lower()[i] : between;
    }
    double[] y = new double[groups.size()];
    for (int g = 0; g < y.length; g++) {
      y[g] = Math.max(0, unit * value(firstGroup + g));
    }
    double[] p = new double[scenarios.length];
    for (int t = 0; t < p.length; t++) {
      p[t] = Math.max(0, Math.min(most, value(t)));
    }
    return new PrimalDualPoint(weights, unit * value(scenarios.length), y, p, pivots);
  }

  private static double largest(double[][] scenarios) {
    double largest = 0;
    for (double[] row : scenarios) {
      for (double value : row) {
        largest = Math.max(largest, Math.abs(value));
      }
    }
    return largest == 0 ? 1 : largest;
  }

  /** The worst scenarios of equal weights carry the tail; each row is balanced by its a or b. */
  private void start() {
    int[] worst = worstFirst();
    int full = Math.min(worst.length - 1, (int) Math.floor((1 + TIE) / most));
    for (int k = 0; k < full; k++) {
      state[worst[k]] = HIGH;
    }
    double rest = Math.max(0, Math.min(most, 1 - full * most));
    basis[n] = worst[full];
    for (int i = 0; i < n; i++) {
      double mean = rest * entry(worst[full], i);
      for (int k = 0; k < full; k++) {
        mean += most * entry(worst[k], i);
      }
      basis[i] = mean >= 0 ? firstA + i : firstB + i;
    }
    for (int j : basis) {
      state[j] = BASIC;
    }
  }

  private int[] worstFirst() {
    double[] gain = new double[scenarios.length];
    for (int t = 0; t < gain.length; t++) {
      gain[t] = Arrays.stream(scenarios[t]).map(value -> value / unit).sum();
    }
    return IntStream.range(0, gain.length)
        .boxed()
        .sorted(Comparator.comparingDouble(t -> gain[t]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** Factors the basis and brings values and multipliers up to date; false where it is singular. */
  private boolean factor() {
    int m = n + 1;
    double[] a = lu.entries();
    for (int k = 0; k < m; k++) {
      fill(basis[k]);
      for (int i = 0; i < m; i++) {
        a[i * m + k] = column[i];
      }
    }
    if (lu.factor() == 0) {
      return false;
    }
    Arrays.fill(values, 0);
    values[n] = 1;
    for (int t = 0; t < scenarios.length; t++) {
      if (state[t] == HIGH) {
        for (int i = 0; i < m; i++) {
          values[i] -= most * entry(t, i);
        }
      }
    }
    lu.solve(values);
    for (int k = 0; k < m; k++) {
      multipliers[k] = cost(basis[k]);
    }
    lu.solveTransposed(multipliers);
    return true;
  }

  /** The column whose entry into the basis lowers the objective fastest, or -1. */
  private int entering() {
    double best = TOLERANCE;
    int chosen = -1;
    for (int j = 0; j < columns; j++) {
      if (state[j] == BASIC) {
        continue;
      }
      double reduced = reducedCost(j);
      double gain = isFree(j) ? Math.abs(reduced) : state[j] == LOW ? -reduced : reduced;
      if (gain > best) {
        chosen = j;
        best = blandsRule ? Double.POSITIVE_INFINITY : gain;
      }
    }
    return chosen;
  }

  private double reducedCost(int j) {
    fill(j);
    double reduced = cost(j);
    for (int i = 0; i <= n; i++) {
      reduced -= multipliers[i] * column[i];
    }
    return reduced;
  }

  /** Moves along the entering column to the first bound; false where there is none. */
  private boolean pivot(int entering) {
    boolean rising = isFree(entering) ? reducedCost(entering) < 0 : state[entering] == LOW;
    fill(entering);
    lu.solve(column);
    double step = high(entering) - low(entering);
    for (int k = 0; k <= n; k++) {
      step = Math.min(step, ratio(k, rising));
    }
    if (step == Double.POSITIVE_INFINITY) {
      return false;
    }
    int leaving = step == high(entering) - low(entering) ? -1 : leaving(step, rising);
    blandsRule = step <= TIE;
    if (leaving < 0) {
      state[entering] = state[entering] == LOW ? HIGH : LOW;
      return true;
    }
    boolean falls = rising == column[leaving] > 0;
    state[basis[leaving]] = falls ? LOW : HIGH;
    state[entering] = BASIC;
    basis[leaving] = entering;
    return true;
  }

  /** How far the entering column may move before the k-th basic one meets a bound. */
  private double ratio(int k, boolean rising) {
    double rate = rising ? column[k] : -column[k];
    if (rate > PIVOT) {
      return Math.max(0, (values[k] - low(basis[k])) / rate);
    }
    return rate < -PIVOT
        ? Math.max(0, (high(basis[k]) - values[k]) / -rate)
        : Double.POSITIVE_INFINITY;
  }

  private int leaving(double step, boolean rising) {
    int chosen = -1;
    for (int k = 0; k <= n; k++) {
      if (ratio(k, rising) > (blandsRule ? step : step + TIE)) {
        continue;
      }
      boolean better =
          chosen < 0
              || (blandsRule
                  ? basis[k] < basis[chosen]
                  : Math.abs(column[k]) > Math.abs(column[chosen]));
      chosen = better ? k : chosen;
    }
    return chosen;
  }

  private boolean isFree(int j) {
    return j == scenarios.length;
  }

  private double low(int j) {
    return isFree(j) ? Double.NEGATIVE_INFINITY : 0;
  }

  private double high(int j) {
    return j < scenarios.length ? most : Double.POSITIVE_INFINITY;
  }

  private double value(int j) {
    for (int k = 0; k <= n; k++) {
      if (basis[k] == j) {
        return values[k];
      }
    }
    return state[j] == HIGH ? most : 0;
  }

  private double cost(int j) {
    if (j >= firstB) {
      return -box.lower()[j - firstB];
    }
    if (j >= firstA) {
      return box.upper()[j - firstA];
    }
    return j >= firstGroup ? groups.get(j - firstGroup).cap() : isFree(j) ? 1 : 0;
  }

  private double entry(int t, int i) {
    return i == n ? 1 : scenarios[t][i] / unit;
  }

  private void fill(int j) {
    Arrays.fill(column, 0);
    if (j < scenarios.length) {
      for (int i = 0; i <= n; i++) {
        column[i] = entry(j, i);
      }
    } else if (isFree(j)) {
      Arrays.fill(column, 0, n, -1);
    } else if (j < firstA) {
      for (int i : groups.get(j - firstGroup).members()) {
        column[i] = -1;
      }
    } else if (j < firstB) {
      column[j - firstA] = -1;
    } else {
      column[j - firstB] = 1;
    }
  }
}
