package io.mirrorcore.optimize.nonlinear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorcore.optimize.problem.Box;
import io.mirrorcore.optimize.problem.GroupCap;
import io.mirrorcore.optimize.problem.MeanVarianceProblem;
import io.mirrorcore.optimize.problem.Moments;
import io.mirrorcore.optimize.problem.RandomProblems;
import io.mirrorcore.optimize.problem.RandomProblems.Kind;
import io.mirrorcore.optimize.problem.SharpeProblem;
import io.mirrorcore.optimize.problem.Solution;
import io.mirrorcore.optimize.problem.Status;
import io.mirrorcore.optimize.proof.SharpeCertificate;
import java.util.List;
import org.junit.jupiter.api.Test;

class SharpeSolverTest {

  private static final double[] VARIANCES = {1, 0, 0, 4};

  /** w ~ inv(Sigma) e = (2, 1/4), hence 8/9 and 1/9. */
  @Test
  void findsTheTangencyPortfolio() {
    Solution solution = SharpeSolver.solve(problem(5, 1, VARIANCES, 7, 6));

    assertThat(solution.weights()).containsExactly(new double[] {8.0 / 9, 1.0 / 9}, within(1e-14));
    assertThat(solution.objectiveValue()).isCloseTo(Math.sqrt(4.25), within(1e-14));
    assertThat(solution.status()).isEqualTo(Status.OPTIMAL);
  }

  /** At the cap the ratio still rises: its multiplier is that of neither. */
  @Test
  void stopsAtACapOnTheWay() {
    Solution solution = SharpeSolver.solve(problem(0, 0.6, VARIANCES, 2, 1));

    assertThat(solution.weights()[0]).isEqualTo(0.6);
    assertThat(solution.kktResidual()).isLessThan(1e-15);
  }

  /** A group in the way: 2 w_0 + w_1 over sqrt(w_0^2 + 4 w_1^2) with w_0 = 1/2. */
  @Test
  void stopsAtTheCapOfAGroup() {
    SharpeProblem p =
        new SharpeProblem(
            new Moments(new double[] {2, 1}, VARIANCES),
            0,
            Box.upTo(1, 2),
            List.of(new GroupCap("g", new int[] {0}, 0.5)));
    Solution solution = SharpeSolver.solve(p);

    assertThat(solution.weights()).containsExactly(new double[] {0.5, 0.5}, within(1e-15));
    assertThat(solution.objectiveValue()).isCloseTo(1.5 / Math.sqrt(1.25), within(1e-14));
    assertThat(solution.groupMultipliers()[0]).isPositive();
    assertThat(solution.kktResidual()).isLessThan(1e-14);
  }

  @Test
  void proposesTheLeastRiskWhereNothingPays() {
    Solution solution = SharpeSolver.solve(problem(3, 1, VARIANCES, 2, 1));

    assertThat(solution.status()).isEqualTo(Status.NO_POSITIVE_RETURN);
    assertThat(solution.detail())
        .isEqualTo("no weights earn more than riskFree 3.0; the best earn -1.0 more");
    assertThat(solution.weights()).containsExactly(new double[] {0.8, 0.2}, within(1e-15));
  }

  @Test
  void saysThatARisklessGainHasNoBound() {
    Solution first = SharpeSolver.solve(problem(0, 1, new double[] {0, 0, 0, 4}, 1, 2));
    assertThat(first.status()).isEqualTo(Status.UNBOUNDED);
    assertThat(first.weights()).containsExactly(1, 0);

    // Riskless only in the mix 1/2, 1/2, at the end of the frontier.
    Solution mix = SharpeSolver.solve(problem(0, 1, new double[] {1, -1, -1, 1}, 1, 2));
    assertThat(mix.status()).isEqualTo(Status.UNBOUNDED);
    assertThat(mix.weights()).containsExactly(new double[] {0.5, 0.5}, within(1e-12));
  }

  /** Cash changes no ratio: of all mixes with it, that of the largest return. */
  @Test
  void holdsNoMoreCashThanItMust() {
    double[] sigma = {1, 0, 0, 0, 4, 0, 0, 0, 0};
    Solution solution = SharpeSolver.solve(problem(0, 1, sigma, 2, 1, 0));

    assertThat(solution.weights())
        .containsExactly(new double[] {8.0 / 9, 1.0 / 9, 0}, within(1e-12));
  }

  @Test
  void findsNothingWhereNothingFits() {
    SharpeProblem p =
        new SharpeProblem(
            new Moments(new double[] {2, 1}, VARIANCES),
            0,
            Box.upTo(1, 2),
            List.of(new GroupCap("all", new int[] {0, 1}, 0.5)));

    assertThat(SharpeSolver.solve(p).status()).isEqualTo(Status.INFEASIBLE);
  }

  /** No mix with another point of the frontier has a larger ratio. */
  @Test
  void isBeatenByNoMixWithASingleStrategy() {
    RandomProblems problems = new RandomProblems(81);
    int optimal = 0;
    for (int k = 0; k < 150; k++) {
      MeanVarianceProblem q = problems.next(Kind.REGULAR);
      SharpeProblem p = new SharpeProblem(q.moments(), 0, Box.upTo(1, q.size()), List.of());
      Solution solution = SharpeSolver.solve(p);
      if (solution.status() == Status.OPTIMAL) {
        optimal++;
        assertThat(SharpeCertificate.residual(p, solution.point())).isLessThan(1e-13);
        for (int i = 0; i < q.size(); i++) {
          double[] mixed = solution.weights().clone();
          for (int j = 0; j < mixed.length; j++) {
            mixed[j] *= 0.99;
          }
          mixed[i] += 0.01;
          assertThat(p.ratio(mixed)).isLessThan(solution.objectiveValue() * (1 + 1e-12));
        }
      }
    }
    assertThat(optimal).isGreaterThan(100);
  }

  private static SharpeProblem problem(double riskFree, double cap, double[] sigma, double... mu) {
    Box box = Box.upTo(cap, mu.length);
    return new SharpeProblem(new Moments(mu, sigma), riskFree, box, List.of());
  }
}
