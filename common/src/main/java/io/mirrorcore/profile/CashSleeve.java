package io.mirrorcore.profile;

import io.mirrorcore.estimate.Covariance;
import io.mirrorcore.optimize.MeanVariance;
import io.mirrorcore.optimize.PortfolioProblem;
import io.mirrorcore.optimize.problem.Box;
import io.mirrorcore.optimize.problem.Moments;
import io.mirrorcore.optimize.problem.Penalties;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Poses a mean-variance problem on n risky sleeves with cash beside them, of known return and no
 * risk, as the last:
 *
 * <pre>
 *   max   w'mu - (lambda/2) w'Sigma w - eta ||w - previous||^2     w without cash
 *   s.t.  sum w + cash = 1,  lower &lt;= w &lt;= upper
 * </pre>
 *
 * Cash has no part in the penalty: leaving a sleeve for cash is one trade and not two.
 */
final class CashSleeve {

  static final String ID = "CASH";

  private CashSleeve() {}

  /**
   * The problem, in daily units.
   *
   * @param names n names of the risky sleeves
   * @param mean n expected returns a day
   * @param covariance {@code n x n}, a day
   * @param penalties lambda, eta and the n + 1 weights now, cash last
   * @param box of the n + 1 weights
   */
  static PortfolioProblem problem(
      List<String> names, double[] mean, Covariance covariance, Penalties penalties, Box box) {
    int n = mean.length;
    double[] sigma = new double[(n + 1) * (n + 1)];
    for (int i = 0; i < n; i++) {
      System.arraycopy(covariance.matrix(), i * n, sigma, i * (n + 1), n);
    }
    boolean[] exempt = new boolean[n + 1];
    exempt[n] = true;
    List<String> all = new ArrayList<>(names);
    all.add(ID);
    return new PortfolioProblem(
        new MeanVariance(),
        new Moments(Arrays.copyOf(mean, n + 1), sigma),
        new Penalties(penalties.lambda(), penalties.eta(), penalties.previous(), exempt),
        box,
        List.of(),
        all);
  }
}
