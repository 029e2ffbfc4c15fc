package io.mirrorcore.indicator.statistic;

import org.apache.commons.math3.special.Beta;

/**
 * Granger's test between two series, both ways, at every number of lags up to K (Granger 1969).
 *
 * <pre>
 *   y_t = c + sum_(i=1..k) a_i y_(t-i) + sum_(j=1..k) b_j x_(t-j) + e_t         t = k .. T-1
 *   H0: all b_j = 0        F = ((R0 - R1) / k) / (R1 / df)      df = T - 3 k - 1
 *   p_k = P(F_(k,df) &gt; F) = I_(R1/R0)(df/2, k/2)                p = min(1, K min_k p_k)
 * </pre>
 *
 * <p>R0 and R1 are the residual sums without and with x. Regressing x's lags and y on y's lags
 * first (Frisch &amp; Waugh 1933) leaves a k x k problem, S b = c with S = X'X - W'W, c = X'y -
 * W'u, W = L^-1 Y'X, and R0 - R1 = c'S^-1 c. L, u and R0 belong to y alone and come from its {@link
 * LaggedSeries}. The other direction has the same regressors: x as a second target costs no
 * factorisation more.
 *
 * <p>p is computed only where it is at most {@code level}: for most pairs R1/R0 is above the
 * quantile of their lag, which needs no incomplete beta function, and for most of those {@link
 * GrangerScreen} knows so without the solves. A lag at which the regressors are collinear, or y's
 * past leaves nothing to explain, counts as p_k = 1. A level of K leaves none out: p is then K
 * min_k p_k, up to K.
 *
 * <p>Per pair: 2 K + 1 running sums, O(K) to slide them, O(K^2) entries and an O(k^3) solve for
 * each k. (The fast solvers of displacement structure are O(K^2), with a constant that does not pay
 * below some twenty lags.) An instance is working space for one thread, with nothing to save.
 */
public final class GrangerCausality {

  /**
   * What is known of one direction.
   *
   * @param p after Bonferroni, at most the level; 1 where it is above
   * @param lag k of the smallest p_k; 0 where p is 1
   * @param coefficients sum of b_j at that lag
   */
  public record Lead(double p, int lag, double coefficients) {

    /** No evidence that one leads the other. */
    static final Lead NONE = new Lead(1, 0, 0);
  }

  /** Width to which quantiles are bisected; the test itself decides what is between. */
  private static final double QUANTILE_WIDTH = 1e-9;

  private final int window;
  private final int maxLag;
  private final double level;
  private final double[] quantiles;
  private final LaggedProducts products;
  private final double[] whitened;
  private final double[] schur;
  private final double[] solved;
  private final double[] solvedBack;
  private final double[] targetBack;
  private final double[] cross;
  private final double[][] ratios;
  private final GrangerScreen screen;
  private int tested;
  private final Lead[] leads = new Lead[2];

  /**
   * @param window T, at least 3 maxLag + 2
   * @param maxLag K, at least 1
   * @param level p above which nothing is told: in (0, 1), or maxLag to be told everything
   */
  public GrangerCausality(int window, int maxLag, double level) {
    this(window, maxLag, level, level < 1);
  }

  /** One that tests every lag: slower, and nothing that it tells is different. */
  static GrangerCausality unscreened(int window, int maxLag, double level) {
    return new GrangerCausality(window, maxLag, level, false);
  }

  private GrangerCausality(int window, int maxLag, double level, boolean screens) {
    this.window = window;
    this.maxLag = maxLag;
    this.level = level;
    products = new LaggedProducts(window, maxLag);
    quantiles = new double[maxLag + 1];
    for (int k = 1; k <= maxLag; k++) {
      quantiles[k] = quantile(k, level / maxLag);
    }
    whitened = new double[(maxLag + 1) * maxLag];
    schur = new double[maxLag * maxLag];
    solved = new double[maxLag];
    solvedBack = new double[maxLag];
    targetBack = new double[maxLag];
    cross = new double[(maxLag + 1) * (maxLag + 1)];
    ratios = new double[2][maxLag + 1];
    screen = screens ? new GrangerScreen(maxLag, quantiles) : null;
  }

  /** Running products of a pair: so many numbers. */
  public int productsOfPair() {
    return 2 * maxLag + 1;
  }

  /**
   * Brings the running products of a pair up to the newest input of both. It makes no difference,
   * to the last bit, whether that is done at every input or later for several: products that are
   * lost, or of before an origin was set anew, come from the values.
   *
   * @param cores of many pairs; those of this one begin at {@code from}
   * @param behind inputs since these products were the newest, at least 1; any large number where
   *     they are lost
   */
  public void advance(
      LaggedSeries first, LaggedSeries second, double[] cores, int from, long behind) {
    int age = Math.min(first.age(), second.age());
    int ago = (int) Math.min(behind, age);
    if (behind > age) {
      products.afresh(first, second, cores, from, age);
    }
    for (ago--; ago >= 0; ago--) {
      products.slide(first, second, cores, from, ago);
    }
  }

  /** Tests a pair whose products are up to date; {@link #secondLeads} and the other then answer. */
  public void test(LaggedSeries first, LaggedSeries second, double[] cores, int from) {
    leads[0] = Lead.NONE;
    leads[1] = Lead.NONE;
    products.open(first, second, cores, from);
    tested = toTest(first, second);
    int open = tested;
    for (int k = maxLag; open != 0; k--) {
      if (((open >>> k) & 1) == 1) {
        centre(first.sums(k), second.sums(k), k);
        bothWays(k, first, second);
        open ^= 1 << k;
      }
      products.descend(first, second, k);
    }
  }

  /** Lags at which there may be evidence, as bits; all where everything is told. */
  private int toTest(LaggedSeries first, LaggedSeries second) {
    if (screen == null) {
      return (1 << (maxLag + 1)) - 2;
    }
    centre(first.sums(maxLag), second.sums(maxLag), maxLag);
    return screen.toTest(first, second, cross);
  }

  /** Whether the second series leads the first. */
  public Lead secondLeads() {
    return leads[0];
  }

  /** Whether the first series leads the second. */
  public Lead firstLeads() {
    return leads[1];
  }

  /** Lags that the newest pair had to be tested at, as bits. */
  int tested() {
    return tested;
  }

  /**
   * R1/R0 of lag k, where that was tested: of the first series explained by the second, or the
   * other way round.
   */
  double ratio(boolean firstLeads, int k) {
    return ratios[firstLeads ? 1 : 0][k];
  }

  /** p_k of a ratio R1/R0. */
  double tail(int k, double ratio) {
    return Beta.regularizedBeta(ratio, 0.5 * (window - 3 * k - 1), 0.5 * k);
  }

  /** A ratio whose p_k is {@code p} or very little more. */
  private double quantile(int k, double p) {
    double low = 0;
    double high = 1;
    while (high - low > QUANTILE_WIDTH) {
      double middle = 0.5 * (low + high);
      if (tail(k, middle) > p) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high;
  }

  /** Products of lags 0..k of y with lags 0..k of x, about the means of their rows. */
  private void centre(double[] y, double[] x, int k) {
    double rows = window - k;
    int size = k + 1;
    for (int i = 0; i <= k; i++) {
      double mean = y[i] / rows;
      for (int j = 0; j <= k; j++) {
        cross[i * size + j] = products.at(i, j) - mean * x[j];
      }
    }
  }

  private void bothWays(int k, LaggedSeries y, LaggedSeries x) {
    double r0 = y.residual(k);
    double r0Back = x.residual(k);
    ratios[0][k] = 1;
    ratios[1][k] = 1;
    if (r0 > 0 && r0Back > 0) {
      whiten(k, y.factor(k));
      if (reduce(k, x.moments(k))) {
        System.arraycopy(whitened, k * k, targetBack, 0, k);
        solve(k, cross, 1, y.target(k), solved);
        solve(k, x.moments(k), k + 1, targetBack, solvedBack);
        double r1Back = x.moments(k)[0] - squares(k, targetBack) - squares(k, solvedBack);
        ratios[0][k] = Math.max(0, 1 - squares(k, solved) / r0);
        ratios[1][k] = Math.min(1, Math.max(0, r1Back / r0Back));
        tell(k, y.factor(k));
      }
    }
  }

  /** Lags come in falling order: of equal p the shorter is told. */
  private void tell(int k, double[] l) {
    double p = told(k, ratios[0][k]);
    if (isBetter(p, leads[0])) {
      leads[0] = new Lead(p, k, coefficients(k));
    }
    double pBack = told(k, ratios[1][k]);
    if (isBetter(pBack, leads[1])) {
      leads[1] = new Lead(pBack, k, coefficientsBack(k, l));
    }
  }

  private static boolean isBetter(double p, Lead than) {
    return than.lag() == 0 ? p < Double.POSITIVE_INFINITY : p <= than.p();
  }

  /** p after Bonferroni; infinite where it is above the level, or nothing is known. */
  private double told(int k, double ratio) {
    if (!(ratio <= quantiles[k])) {
      return Double.POSITIVE_INFINITY;
    }
    double p = maxLag * tail(k, ratio);
    return p <= level ? p : Double.POSITIVE_INFINITY;
  }

  /** W, its column of x's lag b + 1 in row b; row k is that of x itself, as a target. */
  private void whiten(int k, double[] l) {
    int size = k + 1;
    for (int b = 0; b <= k; b++) {
      int column = b < k ? b + 1 : 0;
      for (int a = 0; a < k; a++) {
        double rest = cross[(a + 1) * size + column];
        for (int c = 0; c < a; c++) {
          rest -= l[a * k + c] * whitened[b * k + c];
        }
        whitened[b * k + a] = rest * l[a * k + a];
      }
    }
  }

  /** Cholesky of S; false where x's lags add nothing that y's do not have. */
  private boolean reduce(int k, double[] xx) {
    int size = k + 1;
    for (int i = 0; i < k; i++) {
      for (int j = 0; j <= i; j++) {
        double rest = xx[(i + 1) * size + j + 1];
        for (int a = 0; a < k; a++) {
          rest -= whitened[i * k + a] * whitened[j * k + a];
        }
        for (int c = 0; c < j; c++) {
          rest -= schur[i * k + c] * schur[j * k + c];
        }
        if (i > j) {
          schur[i * k + j] = rest * schur[j * k + j];
        } else if (rest > LaggedSeries.SINGULAR * xx[(i + 1) * size + i + 1]) {
          schur[i * k + i] = 1 / Math.sqrt(rest);
        } else {
          return false;
        }
      }
    }
    return true;
  }

  /**
   * c = X'target - W'u, whitened by the factor of S.
   *
   * @param with X'target is at 1, 2 .. k times {@code stride}
   */
  private void solve(int k, double[] with, int stride, double[] u, double[] into) {
    for (int i = 0; i < k; i++) {
      double rest = with[(i + 1) * stride];
      for (int a = 0; a < k; a++) {
        rest -= whitened[i * k + a] * u[a];
      }
      for (int c = 0; c < i; c++) {
        rest -= schur[i * k + c] * into[c];
      }
      into[i] = rest * schur[i * k + i];
    }
  }

  /** Sum of the coefficients of x's lags in y, which take the place of what was solved. */
  private double coefficients(int k) {
    return sumOfSolution(k, schur, solved);
  }

  /** Sum of the coefficients of y's lags in x: L'^-1 (w - W b), b being those of x's own. */
  private double coefficientsBack(int k, double[] l) {
    sumOfSolution(k, schur, solvedBack);
    for (int b = 0; b < k; b++) {
      for (int a = 0; a < k; a++) {
        targetBack[a] -= whitened[b * k + a] * solvedBack[b];
      }
    }
    return sumOfSolution(k, l, targetBack);
  }

  /** Solves L'b = x in place, the diagonal of L holding its inverses. */
  private static double sumOfSolution(int k, double[] l, double[] x) {
    double sum = 0;
    for (int i = k - 1; i >= 0; i--) {
      x[i] *= l[i * k + i];
      sum += x[i];
      for (int c = 0; c < i; c++) {
        x[c] -= l[i * k + c] * x[i];
      }
    }
    return sum;
  }

  private static double squares(int k, double[] values) {
    double squares = 0;
    for (int i = 0; i < k; i++) {
      squares += values[i] * values[i];
    }
    return squares;
  }
}
