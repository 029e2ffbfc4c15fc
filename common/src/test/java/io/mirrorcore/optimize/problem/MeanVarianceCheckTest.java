package io.mirrorcore.optimize.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.optimize.quadratic.MeanVarianceSolver;
import org.junit.jupiter.api.Test;

class MeanVarianceCheckTest {

  private double[] mu = {0.1, 0.2};
  private double[] sigma = {1, 0, 0, 1};
  private double lambda = 1;
  private double eta = 0.1;
  private double[] lower = {0, 0};
  private double[] upper = {1, 1};
  private double[] previous = {0.5, 0.5};

  @Test
  void letsASoundProblemThrough() {
    assertThat(solve().status()).isEqualTo(Status.OPTIMAL);
  }

  @Test
  void namesTheNumberThatIsNotFinite() {
    mu[1] = Double.NaN;
    requireInvalid("mu[1] must be finite and at most 1e100 in size; have NaN");
    mu[1] = 0;
    sigma[3] = Double.POSITIVE_INFINITY;
    requireInvalid("sigma[3] must be finite and at most 1e100 in size; have Infinity");
    sigma[3] = 1;
    previous[0] = Double.NEGATIVE_INFINITY;
    requireInvalid("previous[0] must be finite and at most 1e100 in size; have -Infinity");
    previous[0] = 0;
    upper[1] = Double.NaN;
    requireInvalid("upper[1] must be finite and at most 1e100 in size; have NaN");
    upper[1] = 1;
    lower[0] = Double.NaN;
    requireInvalid("lower[0] must be finite and at most 1e100 in size; have NaN");
  }

  @Test
  void refusesNegativeAversionAndPenalty() {
    lambda = -1;
    requireInvalid("lambda must be in [0, 1e100]; have -1.0");
    lambda = Double.NaN;
    requireInvalid("lambda must be in [0, 1e100]; have NaN");
    lambda = 1;
    eta = -0.5;
    requireInvalid("eta must be in [0, 1e100]; have -0.5");
  }

  @Test
  void refusesASigmaThatIsNoCovariance() {
    sigma = new double[] {1, 0.5, 0.4, 1};
    requireInvalid("sigma must be symmetric; have 0.4 at [1][0] and 0.5 at [0][1]");
    sigma = new double[] {1, 2, 2, 1};
    requireInvalid("sigma must be positive semidefinite; elimination leaves -3.0 at [1][1]");
    sigma = new double[] {0, 1, 1, 0};
    requireInvalid("sigma must be positive semidefinite; elimination leaves 1.0 at [1][0]");
    sigma = new double[] {-1, 0, 0, 1};
    requireInvalid("sigma must be positive semidefinite; elimination leaves -1.0 at [0][0]");
  }

  /** Positive definite H hides an indefinite sigma; risk would still be negative somewhere. */
  @Test
  void refusesAnIndefiniteSigmaHoweverLargeThePenalty() {
    eta = 100;
    sigma = new double[] {1, 2, 2, 1};
    assertThat(solve().status()).isEqualTo(Status.INVALID_INPUT);
  }

  @Test
  void acceptsASingularSigma() {
    sigma = new double[] {1, 1, 1, 1};
    assertThat(solve().status()).isEqualTo(Status.OPTIMAL);
    sigma = new double[4];
    assertThat(solve().status()).isEqualTo(Status.OPTIMAL);
  }

  @Test
  void refusesLengthsThatDoNotFit() {
    sigma = new double[3];
    requireInvalid("sigma must have 4 entries; have 3");
    sigma = new double[4];
    upper = new double[] {1};
    requireInvalid("upper must have 2 entries; have 1");
    mu = new double[0];
    requireInvalid("mu must have at least 1 entry; have 0");
  }

  @Test
  void saysWhyBoundsCannotHoldTheBudget() {
    upper = new double[] {0.5, 0.25};
    requireInfeasible("the 2 upper bounds must sum to at least 1; have 0.75");
    upper = new double[] {1, 1};
    lower = new double[] {0.75, 0.5};
    requireInfeasible("the 2 lower bounds must sum to at most 1; have 1.25");
    lower = new double[] {0, 2};
    requireInfeasible("lower[1] must be at most upper[1] = 1.0; have 2.0");
  }

  @Test
  void forgivesBoundsThatMissTheBudgetByRounding() {
    upper = new double[] {0.5, 0.5 - 1e-14};
    Solution solution = solve();
    assertThat(solution.status()).isEqualTo(Status.OPTIMAL);
    assertThat(solution.weights()).containsExactly(upper);
    upper = new double[] {1, 1};
    lower = new double[] {0.5, 0.5 + 1e-14};
    assertThat(solve().weights()).containsExactly(lower);
  }

  private Solution solve() {
    return MeanVarianceSolver.solve(
        new MeanVarianceProblem(
            new Moments(mu, sigma), new Penalties(lambda, eta, previous), new Box(lower, upper)));
  }

  private void requireInvalid(String detail) {
    requireFailure(Status.INVALID_INPUT, detail);
  }

  private void requireInfeasible(String detail) {
    requireFailure(Status.INFEASIBLE, detail);
  }

  private void requireFailure(Status status, String detail) {
    Solution solution = solve();
    assertThat(solution.status()).isEqualTo(status);
    assertThat(solution.detail()).isEqualTo(detail);
    assertThat(solution.weights()).isEmpty();
    assertThat(solution.atLower()).isEmpty();
    assertThat(solution.atUpper()).isEmpty();
    assertThat(solution.kktResidual()).isEqualTo(Double.MAX_VALUE);
  }
}
