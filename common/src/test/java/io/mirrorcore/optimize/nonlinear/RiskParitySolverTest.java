package io.mirrorcore.optimize.nonlinear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorcore.optimize.problem.Box;
import io.mirrorcore.optimize.problem.MeanVarianceProblem;
import io.mirrorcore.optimize.problem.RandomProblems;
import io.mirrorcore.optimize.problem.RandomProblems.Kind;
import io.mirrorcore.optimize.problem.RiskParityProblem;
import io.mirrorcore.optimize.problem.Solution;
import io.mirrorcore.optimize.problem.Status;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RiskParitySolverTest {

  private static final double[] EQUAL = {0.5, 0.5};

  /** Two strategies share by the inverse of their volatility, however correlated. */
  @Test
  void sharesByInverseVolatilityBetweenTwo() {
    for (double correlation : new double[] {-0.9, 0, 0.5, 0.99}) {
      double[] sigma = {1, 2 * correlation, 2 * correlation, 4};
      Solution solution = solved(sigma, EQUAL, Box.upTo(1, 2));

      assertThat(solution.weights())
          .containsExactly(new double[] {2.0 / 3, 1.0 / 3}, within(1e-13));
    }
  }

  /** Contributions 4 to 1: w_i ~ sqrt(b_i)/sd_i = 2 and 1/2. */
  @Test
  void sharesByBudget() {
    Solution solution = solved(new double[] {1, 0, 0, 4}, new double[] {0.8, 0.2}, Box.upTo(1, 2));

    assertThat(solution.weights()).containsExactly(new double[] {0.8, 0.2}, within(1e-14));
    assertThat(solution.objectiveValue()).isCloseTo(0.64 + 0.16, within(1e-14));
    // t is the whole variance where no bound binds.
    assertThat(solution.budgetMultiplier()).isCloseTo(0.8, within(1e-14));
  }

  /** The rest share what a cap leaves: 1/2 in the proportion 1 to 1/2. */
  @Test
  void sharesAmongThoseThatNoCapHolds() {
    double third = 1.0 / 3;
    double[] sigma = {0.01, 0, 0, 0, 1, 0, 0, 0, 4};
    Solution solution = solved(sigma, new double[] {third, third, third}, Box.upTo(0.5, 3));

    assertThat(solution.weights())
        .containsExactly(new double[] {0.5, third, 1.0 / 6}, within(1e-14));
    assertThat(solution.atUpper()).containsExactly(true, false, false);
  }

  @Test
  void leavesOutStrategiesThatMayHoldNothing() {
    double third = 1.0 / 3;
    double[] sigma = {0, 0, 0, 0, 1, 0, 0, 0, 4};
    Box box = new Box(new double[3], new double[] {0, 1, 1});
    Solution solution = solved(sigma, new double[] {third, third, third}, box);

    assertThat(solution.weights())
        .containsExactly(new double[] {0, 2 * third, third}, within(1e-14));
  }

  /** The hedge of 0.9 alone is 0.9 / 0.52 of the second: more than 1 together. */
  @Test
  void findsNothingWhereALowerBoundWantsTooLargeAHedge() {
    Box box = new Box(new double[] {0.9, 0}, new double[] {1, 1});
    Solution solution = solved(new double[] {1, -0.5, -0.5, 0.26}, EQUAL, box);

    assertThat(solution.status()).isEqualTo(Status.INFEASIBLE);
    assertThat(solution.detail())
        .startsWith(
            "risk-parity: with the least risk that the bounds allow the weights sum to more than"
                + " 1; have 1.");
  }

  @Test
  void makesContributionsEqualToTheirShares() {
    RandomProblems problems = new RandomProblems(82);
    SplittableRandom random = new SplittableRandom(82);
    for (int k = 0; k < 150; k++) {
      MeanVarianceProblem q = problems.next(Kind.REGULAR);
      int n = q.size();
      double[] shares = random.doubles(n, 0.1, 1).toArray();
      double sum = Arrays.stream(shares).sum();
      Arrays.setAll(shares, i -> shares[i] / sum);
      Solution solution = solved(q.sigma(), shares, Box.upTo(1, n));

      assertThat(solution.kktResidual()).isLessThan(1e-13);
      double[] w = solution.weights();
      for (int i = 0; i < n; i++) {
        double contribution = 0;
        for (int j = 0; j < n; j++) {
          contribution += w[i] * q.sigma()[i * n + j] * w[j];
        }
        assertThat(contribution / solution.objectiveValue()).isCloseTo(shares[i], within(1e-10));
      }
    }
  }

  private static Solution solved(double[] sigma, double[] shares, Box box) {
    return RiskParitySolver.solve(new RiskParityProblem(sigma, shares, box));
  }
}
