package io.mirrorcore.optimize.quadratic;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.optimize.problem.MeanVarianceProblem;
import io.mirrorcore.optimize.problem.RandomProblems;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UpdatedBlockTest {

  private static final int N = 80;

  private final SplittableRandom random = new SplittableRandom(73);
  private final MeanVarianceProblem p = new RandomProblems(73).next(RandomProblems.Kind.REGULAR, N);
  private final UpdatedBlock block = new UpdatedBlock(p);

  /** One strategy comes or goes at a time, as in a solve: the factor is carried over. */
  @Test
  void followsTheFreeSet() {
    boolean[] free = new boolean[N];
    Arrays.fill(free, true);
    for (int round = 0; round < 300; round++) {
      int flipped = random.nextInt(N);
      free[flipped] = !free[flipped];
      int[] indices = IntStream.range(0, N).filter(i -> free[i]).toArray();
      double[] gradient = random.doubles(N, -1, 1).toArray();
      block.factor(indices, indices.length);
      double[] step = new double[indices.length];

      assertThat(block.isDefinite()).isTrue();
      assertThat(block.step(gradient, 0, step)).isTrue();
      NewtonSteps.requireNewton(p, indices, gradient, step);
    }
  }

  @Test
  void givesTheBitsOfAFreshFactorOnceHistoryIsForgotten() {
    int[] all = IntStream.range(0, N).toArray();
    int[] some = IntStream.range(0, N).filter(i -> i != 7).toArray();
    double[] gradient = random.doubles(N, -1, 1).toArray();
    block.factor(some, some.length);
    block.factor(all, N);
    double[] updated = step(block, gradient);
    block.forgetHistory();
    double[] forgotten = step(block, gradient);
    UpdatedBlock fresh = new UpdatedBlock(p);
    fresh.factor(all, N);

    assertThat(forgotten).isEqualTo(step(fresh, gradient));
    assertThat(updated).as("history does show").isNotEqualTo(forgotten);
  }

  @Test
  void agreesWithTheBlockThatRevealsRanks() {
    int[] free = IntStream.range(0, N).filter(i -> i % 3 > 0).toArray();
    double[] gradient = random.doubles(N, -1, 1).toArray();
    FreeBlock other = new FreeBlock(p);
    block.factor(free, free.length);
    other.factor(free, free.length);
    double[] step = new double[free.length];
    double[] expected = new double[free.length];
    block.step(gradient, 0, step);
    other.step(gradient, 0, expected);

    double size = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
    for (int i = 0; i < step.length; i++) {
      assertThat(Math.abs(step[i] - expected[i])).isLessThan(1e-11 * size);
    }
  }

  /** Twins: their factor has no pivot, and the other block takes over. */
  @Test
  void leavesASingularBlockToTheOther() {
    MeanVarianceProblem twins = new RandomProblems(74).next(RandomProblems.Kind.TWINS, 6);
    UpdatedBlock ours = new UpdatedBlock(twins);
    FreeBlock theirs = new FreeBlock(twins);
    int[] free = IntStream.range(0, 6).toArray();
    ours.factor(free, 6);
    theirs.factor(free, 6);
    double[] gradient = random.doubles(6, -1, 1).toArray();
    double[] step = new double[6];
    double[] expected = new double[6];

    assertThat(ours.isDefinite()).isEqualTo(theirs.isDefinite()).isFalse();
    assertThat(ours.step(gradient, 0, step)).isEqualTo(theirs.step(gradient, 0, expected));
    assertThat(step).isEqualTo(expected);
    assertThat(ours.curvature(step)).isEqualTo(theirs.curvature(step));
  }

  private static double[] step(UpdatedBlock block, double[] gradient) {
    double[] step = new double[N];
    block.step(gradient, 0, step);
    return step;
  }
}
