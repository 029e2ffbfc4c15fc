package io.mirrorcore.optimize.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorcore.optimize.problem.Box;
import io.mirrorcore.optimize.problem.GroupCap;
import io.mirrorcore.optimize.problem.PrimalDualPoint;
import io.mirrorcore.optimize.problem.TailLossProblem;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Vertices worked out by hand. */
class LinearProgrammeTest {

  private static final double[] GAIN = {1, 4, 2, 3};

  @Test
  void givesTheMostToWhatGainsMost() {
    PrimalDualPoint vertex =
        LinearProgramme.largestGain(GAIN, Box.upTo(0.4, 4), List.of()).orElseThrow();

    assertThat(vertex.weights()).containsExactly(new double[] {0, 0.4, 0.2, 0.4}, within(1e-15));
    assertThat(vertex.budgetMultiplier()).as("one more unit goes to the third").isEqualTo(2);
    assertThat(vertex.scenarioWeights()).isEmpty();
  }

  /** The two best may have 1/2: 0.4 and 0.1; the others 0.4 and 0.1. */
  @Test
  void givesTheGroupWhatItsCapAllows() {
    List<GroupCap> best = List.of(new GroupCap("best", new int[] {1, 3}, 0.5));
    PrimalDualPoint vertex =
        LinearProgramme.largestGain(GAIN, Box.upTo(0.4, 4), best).orElseThrow();

    assertThat(vertex.weights()).containsExactly(new double[] {0.1, 0.4, 0.4, 0.1}, within(1e-15));
    assertThat(vertex.budgetMultiplier()).isCloseTo(1, within(1e-15));
    assertThat(vertex.groupMultipliers())
        .as("3 for one more in the group instead of 1 outside")
        .containsExactly(new double[] {2}, within(1e-15));
  }

  @Test
  void findsNothingWhereNothingFits() {
    List<GroupCap> all = List.of(new GroupCap("all", new int[] {0, 1, 2, 3}, 0.9));

    assertThat(LinearProgramme.largestGain(GAIN, Box.upTo(1, 4), all)).isEmpty();
    assertThat(LinearProgramme.largestGain(GAIN, Box.upTo(0.2, 4), List.of())).isEmpty();
  }

  /** Overlapping caps of 1/4 and 1/2 hold all three: the shared strategy counts in both. */
  @Test
  void saysHowMuchFits() {
    List<GroupCap> overlapping =
        List.of(
            new GroupCap("core", new int[] {0, 1}, 0.25),
            new GroupCap("flow", new int[] {1, 2}, 0.5));

    assertThat(LinearProgramme.largestSum(Box.upTo(1, 3), overlapping)).isEqualTo(0.75);
    assertThat(LinearProgramme.largestSum(Box.upTo(1, 3), List.of())).isEqualTo(1);
    assertThat(LinearProgramme.largestSum(Box.upTo(0.2, 3), List.of()))
        .isCloseTo(0.6, within(1e-15));
    Box floored = new Box(new double[] {0.1, 0, 0}, new double[] {0.3, 0.3, 0.2});
    assertThat(LinearProgramme.largestSum(floored, List.of())).isCloseTo(0.8, within(1e-15));
  }

  /** A third strategy that always loses 1/4 beats two whose losses of 1 share the tail. */
  @Test
  void avoidsTheTail() {
    double[][] scenarios = {{-1, 0, -0.25}, {0, -1, -0.25}, {0, 0, -0.25}, {0, 0, -0.25}};
    TailLossProblem p = new TailLossProblem(scenarios, 0.5, Box.upTo(1, 3), List.of());
    PrimalDualPoint point = LinearProgramme.leastTailLoss(p).orElseThrow();

    assertThat(point.weights()).containsExactly(0, 0, 1);
    assertThat(p.loss(point.weights())).isEqualTo(0.25);
  }
}
