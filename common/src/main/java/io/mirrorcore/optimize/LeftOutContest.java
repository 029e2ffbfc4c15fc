package io.mirrorcore.optimize;

/**
 * Whether optima of bootstrap samples serve better than the weights in force on the rows that they
 * have not seen: out of sample, with all that a window has to offer for it.
 *
 * <pre>
 *   U(w)   mean - (lambda/2) variance of w'x over the rows that sample b left out, at least 10
 *   point  1 where U(w_b) &gt; U(w in force), 1/2 where they are equal
 *   share  of the points that there were to win
 * </pre>
 *
 * Where the returns are noise the optimum of a sample knows nothing of the other rows, and what it
 * gave up in diversification speaks against it: the share is below a half. The share is the same in
 * any unit of time, since mean and variance of a period grow alike with its length.
 */
public final class LeftOutContest {

  /** Fewer rows than these say nothing of a variance. */
  static final int LEAST_ROWS = 10;

  private final double[][] returns;
  private final Rival rival;
  private double points;
  private int contests;

  /**
   * What has to be beaten.
   *
   * @param weights N in force; less than 1 together where some is in what is not in the window
   * @param lambda aversion to risk, 0 or more
   * @param ofCash return of cash a bar, where weights have one column more than the returns
   */
  @SuppressWarnings("ArrayRecordComponent") // numbers in bulk; never compared as a whole
  public record Rival(double[] weights, double lambda, double ofCash) {

    /** None: for optima that nothing in a sample has a say in. */
    public static Rival none() {
      return new Rival(new double[0], 0, 0);
    }
  }

  /**
   * @param returns {@code T x M}, finite
   */
  LeftOutContest(double[][] returns, Rival rival) {
    this.returns = returns;
    this.rival = rival;
  }

  /**
   * Lets the optimum of a sample play against the weights in force.
   *
   * @param drawn rows of the sample, in [0, T)
   * @param weights N
   */
  void add(int[] drawn, double[] weights) {
    if (rival.weights().length == 0) {
      return;
    }
    boolean[] seen = new boolean[returns.length];
    int left = returns.length;
    for (int row : drawn) {
      left -= seen[row] ? 0 : 1;
      seen[row] = true;
    }
    if (left >= LEAST_ROWS) {
      double edge = utility(seen, weights) - utility(seen, rival.weights());
      points += edge > 0 ? 1 : edge == 0 ? 0.5 : 0;
      contests++;
    }
  }

  /** In [0, 1]; 0 where no sample left enough rows out, and 1 where there is no rival. */
  double share() {
    double unknown = rival.weights().length == 0 ? 1 : 0;
    return contests == 0 ? unknown : points / contests;
  }

  private double utility(boolean[] seen, double[] weights) {
    double mean = 0;
    double scatter = 0;
    int count = 0;
    for (int t = 0; t < returns.length; t++) {
      if (!seen[t]) {
        double value = value(returns[t], weights);
        double before = value - mean;
        mean += before / ++count;
        scatter += before * (value - mean);
      }
    }
    return mean - 0.5 * rival.lambda() * scatter / count;
  }

  private double value(double[] row, double[] weights) {
    double sum = weights.length > row.length ? weights[row.length] * rival.ofCash() : 0;
    for (int i = 0; i < row.length; i++) {
      sum += weights[i] * row[i];
    }
    return sum;
  }
}
