package io.mirrorcore.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorcore.optimize.problem.Moments;
import io.mirrorcore.optimize.problem.Solution;
import io.mirrorcore.optimize.problem.Status;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Examples small enough to be worked out by hand. */
class CvarTest {

  /**
   * Each strategy loses 1 in one scenario of four and earns 0 else; with beta 1/2 the tail is two
   * scenarios, and splitting the weight halves neither: the mean of the two losses is 1/2 for any.
   * A third strategy that always loses 1/4 beats them.
   */
  @Test
  void avoidsTheTail() {
    double[][] scenarios = {{-1, 0, -0.25}, {0, -1, -0.25}, {0, 0, -0.25}, {0, 0, -0.25}};
    PortfolioProblem p =
        Examples.withCap(new Cvar(scenarios, 0.5), new Moments(new double[3], new double[9]), 1);
    Solution solution = Optimizer.solve(p);

    Examples.requireWeights(solution, 0, 0, 1);
    assertThat(solution.objectiveValue()).isEqualTo(0.25);
    assertThat(Arrays.stream(solution.scenarioWeights()).sum()).isCloseTo(1, within(1e-15));
    Examples.requireCertified(p, solution);
  }

  /** Strategy losses of 2 and 1 in turn: 1/3 and 2/3 lose 2/3 in either scenario. */
  @Test
  void balancesTheWorstScenarios() {
    double[][] scenarios = {{-2, 0}, {0, -1}};
    PortfolioProblem p =
        Examples.withCap(new Cvar(scenarios, 0.5), new Moments(new double[2], new double[4]), 1);
    Solution solution = Optimizer.solve(p);

    Examples.requireWeights(solution, 1.0 / 3, 2.0 / 3);
    assertThat(solution.objectiveValue()).isCloseTo(2.0 / 3, within(1e-15));
    // Under p = (1/3, 2/3) every strategy loses 2/3 on average.
    assertThat(solution.scenarioWeights())
        .containsExactly(new double[] {1.0 / 3, 2.0 / 3}, within(1e-15));
  }

  @Test
  void wantsEnoughScenariosForATail() {
    PortfolioProblem p = Examples.sound(new Cvar());

    Examples.requireInvalid(
        Examples.put(p, new Cvar(new double[19][3], 0.95)),
        "cvar at beta 0.95 needs at least 20 scenarios, one of them in the tail; have 19");
    Examples.requireInvalid(
        Examples.put(p, new Cvar(new double[0][], 0.95)),
        "cvar at beta 0.95 needs at least 20 scenarios, one of them in the tail; have 0");
    Examples.requireInvalid(
        Examples.put(p, new Cvar(new double[20][3], 1)), "beta must be in [0, 1); have 1.0");
    Examples.requireInvalid(
        Examples.put(p, new Cvar(new double[20][3], Double.NaN)),
        "beta must be in [0, 1); have NaN");
    double[][] ragged = new double[20][3];
    ragged[7] = new double[2];
    Examples.requireInvalid(
        Examples.put(p, new Cvar(ragged, 0.95)), "scenarios[7] must have 3 entries; have 2");
    double[][] broken = new double[20][3];
    broken[7][2] = Double.NaN;
    Examples.requireInvalid(
        Examples.put(p, new Cvar(broken, 0.95)),
        "scenarios[7][VWAP] must be finite and at most 1e100 in size; have NaN");
    assertThat(Optimizer.solve(Examples.put(p, new Cvar(new double[20][3], 0.95))).status())
        .isEqualTo(Status.OPTIMAL);
  }
}
