package io.mirrorcore.optimize.quadratic;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.optimize.problem.MeanVarianceProblem;
import io.mirrorcore.optimize.problem.Moments;
import io.mirrorcore.optimize.problem.Penalties;
import io.mirrorcore.optimize.problem.RandomProblems;
import io.mirrorcore.optimize.problem.Solution;
import org.junit.jupiter.api.Test;

class ProjectedGradientTest {

  private static final double[] EQUAL = {1.0 / 3, 1.0 / 3, 1.0 / 3};

  /** Independent and alike in risk: the first has all that it may, the last nothing. */
  @Test
  void guessesTheBoundsThatBind() {
    Iterate at = new Iterate(problem(1, 0.6, 0.5, 0.3, -1));
    new ProjectedGradient(at).run(EQUAL);

    assertThat(at.side).containsExactly(Iterate.UPPER, Iterate.FREE, Iterate.LOWER);
  }

  @Test
  void startsFromWeightsOutsideTheBoxToo() {
    Iterate at = new Iterate(problem(1, 0.6, 0.5, 0.3, -1));
    new ProjectedGradient(at).run(new double[] {-5, 0, 9});

    assertThat(at.side).containsExactly(Iterate.UPPER, Iterate.FREE, Iterate.LOWER);
  }

  /** From an optimum and its bounds one step says that they still bind. */
  @Test
  void leavesTheBoundsOfAnOptimumAlone() {
    RandomProblems problems = new RandomProblems(77);
    int held = 0;
    for (int k = 0; k < 200; k++) {
      MeanVarianceProblem p = problems.next(RandomProblems.Kind.REGULAR, 19);
      Solution optimum = MeanVarianceSolver.solve(p);
      Iterate at = new Iterate(p);
      for (int i = 0; i < 19; i++) {
        boolean lower = optimum.atLower()[i];
        at.set(i, lower ? Iterate.LOWER : optimum.atUpper()[i] ? Iterate.UPPER : Iterate.FREE);
        held += at.side[i] == Iterate.FREE ? 0 : 1;
      }
      byte[] expected = at.side.clone();
      new ProjectedGradient(at).run(optimum.weights());

      assertThat(at.side).isEqualTo(expected);
    }
    assertThat(held).isGreaterThan(500);
  }

  @Test
  void knowsNothingWithoutCurvature() {
    Iterate at = new Iterate(problem(0, 0.6, 0.5, 0.3, -1));
    at.set(1, Iterate.UPPER);
    new ProjectedGradient(at).run(EQUAL);

    assertThat(at.side).containsExactly(Iterate.FREE, Iterate.UPPER, Iterate.FREE);
  }

  private static MeanVarianceProblem problem(double lambda, double cap, double... mu) {
    double[] sigma = {1, 0, 0, 0, 1, 0, 0, 0, 1};
    return MeanVarianceProblem.withCap(
        new Moments(mu, sigma), new Penalties(lambda, 0, new double[3]), cap);
  }
}
