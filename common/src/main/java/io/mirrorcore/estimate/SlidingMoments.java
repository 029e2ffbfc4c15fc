package io.mirrorcore.estimate;

import java.util.Arrays;

/**
 * A window of returns that slides a row at a time, and what {@link SharpePosterior} and {@link
 * TwoSpeedCovariance} need of it: O(N^2) a row where they read the whole window. Their answers are
 * the same to 1e-10.
 *
 * <p>A row that leaves is subtracted, which leaves rounding behind; after as many rows as the
 * window has, everything is added up anew, which costs as much again as sliding does.
 */
public final class SlidingMoments {

  private final int n;
  private final int window;
  private final TwoSpeeds speeds;
  private final Decaying slow;
  private final Decaying fast;
  private final double[][] rows;
  private final double[] sum;
  private final double[] products;
  private final int[] unchanged; // newest rows in which a column is the same, by column
  private int count;
  private int next;
  private int sinceRebuilt;

  /**
   * An empty window.
   *
   * @param n columns, 1 or more
   * @param window rows, 2 or more
   * @param daysPerPeriod length of a period, above 0
   */
  public SlidingMoments(int n, int window, double daysPerPeriod, TwoSpeeds speeds) {
    this.n = n;
    this.window = window;
    this.speeds = speeds;
    int newest = (int) Math.max(1, Math.round(speeds.fastWindow() / daysPerPeriod));
    slow = new Decaying(n * n, window, speeds.slowHalfLife() / daysPerPeriod);
    fast = new Decaying(n, Math.min(window, newest), speeds.fastHalfLife() / daysPerPeriod);
    rows = new double[window][];
    sum = new double[n];
    products = new double[n * n];
    unchanged = new int[n];
  }

  /** How many rows are in the window. */
  public int rows() {
    return count;
  }

  /** Adds a row, which is not copied; the oldest leaves where the window is full. */
  public void add(double[] row) {
    for (int i = 0; i < n; i++) {
      unchanged[i] = count > 0 && back(0)[i] == row[i] ? unchanged[i] + 1 : 1;
    }
    double[] oldest = count == window ? rows[next] : null;
    double[] leavesFast = count >= fast.window() ? back(fast.window() - 1) : null;
    rows[next] = row;
    next = (next + 1) % window;
    count = Math.min(window, count + 1);
    if (++sinceRebuilt > window) {
      rebuild();
      return;
    }
    slide(row, oldest, leavesFast);
  }

  /** The row of so many periods ago; 0 is the newest. */
  private double[] back(int periods) {
    return rows[Math.floorMod(next - 1 - periods, window)];
  }

  private void slide(double[] row, double[] oldest, double[] leavesFast) {
    for (int i = 0; i < n; i++) {
      sum[i] += row[i] - (oldest == null ? 0 : oldest[i]);
      double leaving = leavesFast == null ? 0 : leavesFast[i] * leavesFast[i];
      fast.slide(i, row[i] * row[i], leaving);
      for (int j = 0; j <= i; j++) {
        double gone = oldest == null ? 0 : oldest[i] * oldest[j];
        double come = row[i] * row[j];
        products[i * n + j] += come - gone;
        slow.slide(i * n + j, come, gone);
      }
    }
  }

  private void rebuild() {
    Arrays.fill(sum, 0);
    Arrays.fill(products, 0);
    slow.clear();
    fast.clear();
    sinceRebuilt = 0;
    for (int age = count - 1; age >= 0; age--) {
      slide(back(age), null, null);
      if (age >= fast.window()) {
        fast.clear();
      }
    }
  }

  /**
   * What the window says of the skill of all columns but one.
   *
   * @param without column of the market, or -1 for none
   */
  public SharpePosterior skill(int without, double periodsPerYear) {
    return SharpePosterior.of(scores(without), count / periodsPerYear, periodsPerYear);
  }

  /** Annual Sharpe ratio of one column, its deviation divided by the number of rows. */
  public double sharpe(int column, double periodsPerYear) {
    double deviation = deviation(column);
    return deviation > 0 ? sum[column] / count / deviation * Math.sqrt(periodsPerYear) : 0;
  }

  private double deviation(int i) {
    return unchanged[i] >= count
        ? 0
        : Math.sqrt(Math.max(0, products[i * n + i] / count - square(sum[i] / count)));
  }

  private static double square(double x) {
    return x * x;
  }

  private StandardScores scores(int without) {
    int k = without < 0 ? n : n - 1;
    double[] mean = new double[k];
    double[] deviation = new double[k];
    double[] correlation = new double[k * k];
    for (int a = 0; a < k; a++) {
      int i = a < without || without < 0 ? a : a + 1;
      mean[a] = sum[i] / count;
      deviation[a] = deviation(i);
      for (int b = 0; b < a; b++) {
        int j = b < without || without < 0 ? b : b + 1;
        double scale = deviation[a] * deviation[b];
        double together = products[i * n + j] / count - mean[a] * mean[b];
        correlation[a * k + b] = scale > 0 ? together / scale : 0;
        correlation[b * k + a] = correlation[a * k + b];
      }
      correlation[a * k + a] = 1;
    }
    return new StandardScores(mean, deviation, correlation);
  }

  /** What the window says of risk. */
  public TwoSpeedCovariance covariance() {
    double[] moments = new double[n * n];
    double[] volatility = new double[n];
    for (int i = 0; i < n; i++) {
      if (rests(i)) {
        continue;
      }
      volatility[i] = Math.sqrt(Math.max(0, fast.mean(i)));
      for (int j = 0; j <= i; j++) {
        double moment = rests(j) ? 0 : slow.mean(i * n + j);
        moments[i * n + j] = i == j ? Math.max(0, moment) : moment;
        moments[j * n + i] = moments[i * n + j];
      }
    }
    return TwoSpeedCovariance.of(moments, volatility, speeds);
  }

  /** All zeros: what its sums are beyond 0 is rounding. */
  private boolean rests(int i) {
    return unchanged[i] >= count && back(0)[i] == 0;
  }

  /** Sums of which every row counts less than the next one, over the newest rows. */
  private static final class Decaying {

    private final double[] sums;
    private final double decay;
    private final double last; // weight of a row when it leaves
    private final int window;
    private double weight;
    private int filled;

    Decaying(int size, int window, double halfLife) {
      sums = new double[size];
      decay = StrictMath.pow(0.5, 1 / halfLife);
      last = StrictMath.pow(decay, window);
      this.window = window;
    }

    int window() {
      return window;
    }

    void slide(int i, double come, double gone) {
      if (i == 0) {
        weight = filled < window ? weight * decay + 1 : weight;
        filled = Math.min(window, filled + 1);
      }
      sums[i] = sums[i] * decay + come - last * gone;
    }

    double mean(int i) {
      return sums[i] / weight;
    }

    void clear() {
      Arrays.fill(sums, 0);
      weight = 0;
      filled = 0;
    }
  }
}
