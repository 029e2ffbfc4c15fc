package io.mirrorcore.optimize.quadratic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorcore.optimize.problem.Box;
import io.mirrorcore.optimize.problem.GroupCap;
import io.mirrorcore.optimize.problem.MeanVarianceProblem;
import io.mirrorcore.optimize.problem.Moments;
import io.mirrorcore.optimize.problem.Penalties;
import io.mirrorcore.optimize.problem.PrimalDualPoint;
import io.mirrorcore.optimize.problem.Solution;
import io.mirrorcore.optimize.problem.Status;
import io.mirrorcore.optimize.proof.MeanVarianceCertificate;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** A weight without a turnover penalty, as cash is. */
class ExemptWeightTest {

  private static final boolean[] LAST_OF_TWO = {false, true};

  /** max 0.02 w - w^2/2 * 0.04 - 0.01 (w - 0.5)^2: 0.02 - 0.04 w - 0.02 (w - 0.5) = 0. */
  @Test
  void costsNothingToChangeAsWorkedOutByHand() {
    Moments moments = new Moments(new double[] {0.02, 0}, new double[] {0.04, 0, 0, 0});
    double[] previous = {0.5, 0.5};

    Solution exempt =
        MeanVarianceSolver.solve(
            MeanVarianceProblem.withCap(moments, new Penalties(1, 0.01, previous, LAST_OF_TWO), 1));
    Solution penalised =
        MeanVarianceSolver.solve(
            MeanVarianceProblem.withCap(moments, new Penalties(1, 0.01, previous), 1));

    assertThat(exempt.status()).isEqualTo(Status.OPTIMAL);
    assertThat(exempt.weights()[0]).isCloseTo(0.5, within(1e-14));
    // The second leg counts too: 0.02 - 0.04 w - 0.04 (w - 0.5) = 0.
    assertThat(penalised.weights()[0]).isCloseTo(0.5, within(1e-14));
    Moments better = new Moments(new double[] {0.04, 0}, moments.sigma());
    assertThat(
            MeanVarianceSolver.solve(
                    MeanVarianceProblem.withCap(
                        better, new Penalties(1, 0.01, previous, LAST_OF_TWO), 1))
                .weights()[0])
        .isCloseTo(0.05 / 0.06, within(1e-14));
    assertThat(
            MeanVarianceSolver.solve(
                    MeanVarianceProblem.withCap(better, new Penalties(1, 0.01, previous), 1))
                .weights()[0])
        .isCloseTo(0.06 / 0.08, within(1e-14));
  }

  /**
   * {@code eta ||w - p||^2} over the others is a part of the covariance and of the mean: {@code
   * Sigma + (2 eta / lambda) J}, {@code mu + 2 eta J p}, J the identity without the exempt.
   */
  @Test
  void isTheSameProblemWithThePenaltyInsideTheMoments() {
    SplittableRandom random = new SplittableRandom(20);
    for (int k = 0; k < 2_000; k++) {
      MeanVarianceProblem p = withCash(2 + random.nextInt(20), random);
      Solution solution = MeanVarianceSolver.solve(p);

      assertThat(solution.status()).isEqualTo(Status.OPTIMAL);
      assertThat(solution.kktResidual()).isLessThan(1e-10);
      assertThat(
              MeanVarianceCertificate.residual(p, solution.weights(), solution.budgetMultiplier()))
          .isEqualTo(solution.kktResidual());
      assertThat(solution.weights())
          .containsExactly(MeanVarianceSolver.solve(folded(p)).weights(), within(1e-9));
      assertThat(p.utility(solution.weights()))
          .isGreaterThanOrEqualTo(p.utility(p.previous()) - 1e-15);
    }
  }

  @Test
  void keepsToCapsOnGroupsToo() {
    SplittableRandom random = new SplittableRandom(21);
    for (int k = 0; k < 300; k++) {
      int n = 4 + random.nextInt(10);
      MeanVarianceProblem p = withCash(n, random);
      List<GroupCap> groups = List.of(new GroupCap("g", new int[] {0, 1, 2}, 0.1));
      PrimalDualPoint point = GroupCapSolver.solve(p, groups, Solution.coldStart());

      assertThat(MeanVarianceCertificate.residual(p, groups, point)).isLessThan(1e-10);
      assertThat(point.weights())
          .containsExactly(
              GroupCapSolver.solve(folded(p), groups, Solution.coldStart()).weights(),
              within(1e-8));
    }
  }

  @Test
  void isRefusedWhereTheFlagsDoNotFit() {
    Moments moments = new Moments(new double[] {0, 0}, new double[] {1, 0, 0, 1});
    Penalties penalties = new Penalties(1, 1, new double[2], new boolean[] {true});

    Solution solution =
        MeanVarianceSolver.solve(MeanVarianceProblem.withCap(moments, penalties, 1));
    assertThat(solution.status()).isEqualTo(Status.INVALID_INPUT);
    assertThat(solution.detail()).isEqualTo("exempt must have 2 entries or none; have 1");
  }

  private static MeanVarianceProblem withCash(int n, SplittableRandom random) {
    double[] x = random.doubles((long) (n - 1) * 30, -0.02, 0.02).toArray();
    double[] sigma = new double[n * n];
    double[] mu = new double[n];
    double[] previous = new double[n];
    double left = 1;
    for (int i = 0; i < n - 1; i++) {
      mu[i] = 2e-3 * (random.nextDouble() - 0.5);
      previous[i] = left * random.nextDouble() / 2;
      left -= previous[i];
      for (int j = 0; j < n - 1; j++) {
        for (int t = 0; t < 30; t++) {
          sigma[i * n + j] += x[i * 30 + t] * x[j * 30 + t] / 30;
        }
      }
    }
    previous[n - 1] = left;
    boolean[] exempt = new boolean[n];
    exempt[n - 1] = true;
    return new MeanVarianceProblem(
        new Moments(mu, sigma), new Penalties(6, 5e-4, previous, exempt), Box.upTo(1, n));
  }

  private static MeanVarianceProblem folded(MeanVarianceProblem p) {
    int n = p.size();
    double[] sigma = p.sigma().clone();
    double[] mu = p.mu().clone();
    for (int i = 0; i < n - 1; i++) {
      sigma[i * n + i] += 2 * p.eta() / p.lambda();
      mu[i] += 2 * p.eta() * p.previous()[i];
    }
    return new MeanVarianceProblem(
        new Moments(mu, sigma),
        new Penalties(p.lambda(), 0, Arrays.copyOf(p.previous(), n)),
        p.box());
  }
}
