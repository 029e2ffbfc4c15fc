package io.mirrorcore.optimize.quadratic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorcore.optimize.problem.MeanVarianceProblem;
import io.mirrorcore.optimize.problem.Moments;
import io.mirrorcore.optimize.problem.Penalties;
import io.mirrorcore.optimize.problem.RandomProblems;
import io.mirrorcore.optimize.proof.MeanVarianceCertificate;
import org.junit.jupiter.api.Test;

class PrimalDualSwapsTest {

  /** Free, both want (3/4, 1/4): the first is sent to its cap of 0.6, and that is it. */
  @Test
  void sendsAViolatorToItsBound() {
    Iterate at = new Iterate(problem(1, 0.6, 0.5, 0));
    assertThat(swaps(at)).isTrue();

    assertThat(at.side).containsExactly(Iterate.UPPER, Iterate.FREE);
    assertThat(at.weights[0]).isEqualTo(0.6);
    assertThat(at.weights[1]).isCloseTo(0.4, within(1e-15));
  }

  /** A third, held at 0 by the guess, gains 1 a unit where the others have -1/4. */
  @Test
  void freesAHeldWeightThatGains() {
    Iterate at = new Iterate(problem(1, 1, 0.5, 0, 0.25));
    at.set(2, Iterate.LOWER);
    assertThat(swaps(at)).isTrue();

    // w_i = mu_i - nu: nu = -1/12.
    assertThat(at.weights)
        .containsExactly(new double[] {7.0 / 12, 1.0 / 12, 4.0 / 12}, within(1e-15));
  }

  @Test
  void givesUpWhereNothingIsFreeOrNothingIsCurved() {
    Iterate held = new Iterate(problem(1, 0.5, 0.5, 0));
    held.set(0, Iterate.UPPER);
    held.set(1, Iterate.UPPER);
    assertThat(swaps(held)).isFalse();

    assertThat(swaps(new Iterate(problem(0, 1, 0.5, 0)))).isFalse();
  }

  /** Whenever it says that it ended optimal, it has. */
  @Test
  void endsAtTheOptimumWhereItEnds() {
    RandomProblems problems = new RandomProblems(78);
    int ended = 0;
    for (int k = 0; k < 300; k++) {
      MeanVarianceProblem p = problems.next(RandomProblems.Kind.TIGHT_CAP);
      Iterate at = new Iterate(p);
      new ProjectedGradient(at).run(p.previous());
      if (swaps(at)) {
        double nu = MeanVarianceCertificate.budgetMultiplier(p, at.weights);
        assertThat(MeanVarianceCertificate.residual(p, at.weights, nu)).isLessThan(1e-12);
        ended++;
      }
    }
    assertThat(ended).isGreaterThan(100);
  }

  private static boolean swaps(Iterate at) {
    return new PrimalDualSwaps(at, new UpdatedBlock(at.problem)).run();
  }

  private static MeanVarianceProblem problem(double lambda, double cap, double... mu) {
    int n = mu.length;
    double[] sigma = new double[n * n];
    for (int i = 0; i < n; i++) {
      sigma[i * n + i] = 1;
    }
    return MeanVarianceProblem.withCap(
        new Moments(mu, sigma), new Penalties(lambda, 0, new double[n]), cap);
  }
}
