package io.mirrorcore.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorcore.optimize.problem.GroupCap;
import io.mirrorcore.optimize.problem.Moments;
import io.mirrorcore.optimize.problem.Solution;
import io.mirrorcore.optimize.problem.Status;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Examples small enough to be worked out by hand. */
class MaxSharpeTest {

  /** w ~ inv(Sigma) mu = (2, 1/4), hence 8/9 and 1/9; ratio^2 = mu'inv(Sigma)mu = 4 + 1/4. */
  @Test
  void reachesTheTangencyPortfolio() {
    Solution solution = Optimizer.solve(Examples.two(new MaxSharpe(), 2, 1, 1, 4, 1));

    Examples.requireWeights(solution, 8.0 / 9, 1.0 / 9);
    assertThat(solution.objectiveValue()).isCloseTo(Math.sqrt(4.25), within(1e-14));
    assertThat(solution.budgetMultiplier()).isCloseTo(0, within(1e-15));
  }

  @Test
  void countsReturnsAboveTheRisklessRate() {
    PortfolioProblem p = Examples.two(new MaxSharpe(5), 7, 6, 1, 4, 1);

    Examples.requireWeights(Optimizer.solve(p), 8.0 / 9, 1.0 / 9);
  }

  @Test
  void stopsAtTheCapOnTheWayToTheTangencyPortfolio() {
    Solution solution = Optimizer.solve(Examples.two(new MaxSharpe(), 2, 1, 1, 4, 0.6));

    Examples.requireWeights(solution, 0.6, 0.4);
    assertThat(solution.atUpper()).containsExactly(true, false);
  }

  @Test
  void takesTheLeastRiskWhereNothingPays() {
    PortfolioProblem p = Examples.two(new MaxSharpe(), -2, -1, 1, 4, 1);
    Solution solution = Optimizer.solve(p);

    assertThat(solution.status()).isEqualTo(Status.NO_POSITIVE_RETURN);
    assertThat(solution.detail())
        .isEqualTo("no weights earn more than riskFree 0.0; the best earn -1.0 more");
    assertThat(solution.weights()).containsExactly(new double[] {0.8, 0.2}, within(1e-15));
    assertThat(solution.kktResidual()).isLessThan(1e-15);
  }

  /** Overlapping groups: the proof that nothing pays needs multipliers of its own. */
  @Test
  void provesThatNothingPaysWithinOverlappingGroups() {
    double[] sigma = {1, 0, 0, 0, 1, 0, 0, 0, 1};
    PortfolioProblem p =
        Examples.grouped(
            Examples.withCap(new MaxSharpe(), new Moments(new double[] {3, -2, -2}, sigma), 1),
            List.of(
                new GroupCap("a", new int[] {0, 1}, 0.5),
                new GroupCap("b", new int[] {0, 2}, 0.7)));
    // The best: w_0 + w_1 <= 0.5 leaves w_2 >= 0.5, hence w_0 <= 0.2: 0.6 - 1.6 = -1.
    Solution solution = Optimizer.solve(p);

    assertThat(solution.status()).isEqualTo(Status.NO_POSITIVE_RETURN);
    assertThat(solution.groupMultipliers()).hasSize(4);
    assertThat(solution.weights())
        .containsExactly(new double[] {1.0 / 3, 1.0 / 3, 1.0 / 3}, within(0.2));
    Examples.requireCertified(p, solution);
  }

  @Test
  void saysThatARisklessGainHasNoBound() {
    PortfolioProblem p = Examples.two(new MaxSharpe(), 1, 2, 0, 4, 1);
    Solution solution = Optimizer.solve(p);

    assertThat(solution.status()).isEqualTo(Status.UNBOUNDED);
    assertThat(solution.weights()).containsExactly(1, 0);
    assertThat(solution.objectiveValue()).isEqualTo(Double.MAX_VALUE);
    assertThat(solution.detail()).startsWith("max-sharpe has no bound: riskless weights earn 1.0");
  }

  /** Cash changes no ratio; of all mixes that with the most return is chosen. */
  @Test
  void holdsNoMoreCashThanItMust() {
    double[] mu = {2, 1, 0};
    double[] sigma = {1, 0, 0, 0, 4, 0, 0, 0, 0};
    Solution solution =
        Optimizer.solve(Examples.withCap(new MaxSharpe(), new Moments(mu, sigma), 1));

    assertThat(solution.status()).isEqualTo(Status.OPTIMAL);
    assertThat(solution.weights())
        .containsExactly(new double[] {8.0 / 9, 1.0 / 9, 0}, within(1e-12));
    assertThat(solution.kktResidual()).isLessThan(1e-12);
  }

  @Test
  void wantsARisklessRateThatIsANumber() {
    Examples.requireInvalid(
        Examples.sound(new MaxSharpe(Double.NaN)), "riskFree must be finite; have NaN");
  }
}
