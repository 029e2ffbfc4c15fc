package io.mirrorcore.optimize.quadratic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorcore.optimize.problem.MeanVarianceProblem;
import io.mirrorcore.optimize.problem.Moments;
import io.mirrorcore.optimize.problem.Penalties;
import io.mirrorcore.optimize.problem.RandomProblems;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FreeBlockTest {

  private static final double[] NOTHING = new double[3];

  /** H = diag(1, 4) on (0, 2), g = (3, 1): d_0 = -d_1, 3 - d = 1 + 4d, so d = 2/5. */
  @Test
  void stepsToWhereTheGradientsAgree() {
    FreeBlock block = new FreeBlock(problem(1, 0, 1, 9, 4));
    block.factor(new int[] {0, 2}, 2);
    double[] step = new double[2];

    assertThat(block.isDefinite()).isTrue();
    assertThat(block.step(new double[] {3, 7, 1}, 0, step)).isTrue();
    assertThat(step).containsExactly(new double[] {0.4, -0.4}, within(1e-15));
    assertThat(block.curvature(step)).isCloseTo(0.16 * 5, within(1e-15));
  }

  @Test
  void stepsNowhereWithOneFreeWeight() {
    FreeBlock block = new FreeBlock(problem(1, 0, 1, 9, 4));
    block.factor(new int[] {1}, 1);
    double[] step = new double[1];

    assertThat(block.step(new double[] {3, 7, 1}, 0, step)).isTrue();
    assertThat(step[0]).isZero();
  }

  /** One riskless strategy leaves every direction that keeps the sum curved. */
  @Test
  void isDefiniteBesideOneRisklessStrategy() {
    FreeBlock one = new FreeBlock(problem(1, 0, 0, 1, 4));
    one.factor(new int[] {0, 1, 2}, 3);
    assertThat(one.isDefinite()).isTrue();
    FreeBlock two = new FreeBlock(problem(1, 0, 0, 0, 4));
    two.factor(new int[] {0, 1, 2}, 3);
    assertThat(two.isDefinite()).isFalse();
  }

  /** Two riskless strategies: a gain of one over the other has no end. */
  @Test
  void pointsAlongTheRayThatNothingBends() {
    FreeBlock block = new FreeBlock(problem(1, 0, 0, 0, 4));
    block.factor(new int[] {0, 1, 2}, 3);
    double[] step = new double[3];

    assertThat(block.step(new double[] {1, 0, 0}, 1e-12, step)).isFalse();
    assertThat(step[0]).isPositive();
    assertThat(step[1]).isCloseTo(-step[0], within(1e-15));
    assertThat(step[2]).isCloseTo(0, within(1e-15));
    assertThat(block.curvature(step)).isCloseTo(0, within(1e-15));
    // Without such a gain the flat direction is left alone: g_0 - 0 = g_2 - 4 d_2, d_2 = -1/4.
    assertThat(block.step(new double[] {1, 1, 0}, 1e-12, step)).isTrue();
    assertThat(step[2]).isCloseTo(-0.25, within(1e-15));
  }

  @Test
  void solvesNewtonsEquationOnAnyFreeSet() {
    RandomProblems problems = new RandomProblems(72);
    SplittableRandom random = new SplittableRandom(72);
    for (int k = 0; k < 200; k++) {
      MeanVarianceProblem p = problems.next(RandomProblems.Kind.REGULAR);
      int[] free = IntStream.range(0, p.size()).filter(i -> random.nextInt(3) > 0).toArray();
      if (free.length > 0) {
        FreeBlock block = new FreeBlock(p);
        block.factor(free, free.length);
        double[] gradient = random.doubles(p.size(), -1, 1).toArray();
        double[] step = new double[free.length];

        assertThat(block.step(gradient, 0, step)).isTrue();
        NewtonSteps.requireNewton(p, free, gradient, step);
      }
    }
  }

  @Test
  void countsOnlyTheFreeSetsThatItFactors() {
    FreeBlock block = new FreeBlock(problem(1, 0, 1, 9, 4));
    block.factor(new int[] {0, 1, 2}, 2);
    block.factor(new int[] {0, 1, 0}, 2);
    assertThat(block.factorisations()).isEqualTo(1);
    block.factor(new int[] {0, 2}, 2);
    assertThat(block.factorisations()).isEqualTo(2);
  }

  private static MeanVarianceProblem problem(double lambda, double eta, double... variances) {
    double[] sigma = {variances[0], 0, 0, 0, variances[1], 0, 0, 0, variances[2]};
    return MeanVarianceProblem.withCap(
        new Moments(NOTHING, sigma), new Penalties(lambda, eta, NOTHING), 1);
  }
}
