package io.mirrorcore.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorcore.optimize.problem.MeanVarianceProblem;
import io.mirrorcore.optimize.problem.Moments;
import io.mirrorcore.optimize.problem.Penalties;
import org.junit.jupiter.api.Test;

class WeightFiguresTest {

  private static final double[] SIGMA = {4, 1, 1, 9};
  private static final double[] EQUAL = {0.5, 0.5};

  private static PortfolioProblem problem(double[] sigma) {
    return Examples.of(
        new MeanVariance(),
        MeanVarianceProblem.withCap(
            new Moments(new double[] {1, 3}, sigma),
            new Penalties(1, 0, new double[] {0.75, 0.25}),
            1));
  }

  @Test
  void areThoseOfTwoStrategiesByHand() {
    // w Sigma w = 0.25 (4 + 1 + 1 + 9) = 3.75, its parts 0.5 * 2.5 and 0.5 * 5.
    WeightFigures figures = WeightFigures.of(problem(SIGMA), EQUAL, true);
    assertThat(figures.expectedReturn()).isEqualTo(2);
    assertThat(figures.volatility()).isCloseTo(Math.sqrt(3.75), within(1e-15));
    assertThat(figures.sharpe()).isCloseTo(2 / Math.sqrt(3.75), within(1e-15));
    assertThat(figures.turnover()).isEqualTo(0.5);
    assertThat(figures.riskContributions())
        .containsExactly(new double[] {1.25 / 3.75, 2.5 / 3.75}, within(1e-15));
  }

  @Test
  void scaleWithTheUnitOfTime() {
    WeightFigures aBar = WeightFigures.of(problem(SIGMA), EQUAL, true).perBar(4);
    assertThat(aBar.expectedReturn()).isEqualTo(0.5);
    assertThat(aBar.volatility()).isCloseTo(Math.sqrt(3.75) / 2, within(1e-15));
  }

  @Test
  void takeTheBuildUpForATurnoverOfOne() {
    assertThat(WeightFigures.of(problem(SIGMA), EQUAL, false).turnover()).isEqualTo(1);
  }

  @Test
  void haveNoRatioWithoutRiskAndNoOriginOfItButTheWeights() {
    WeightFigures figures = WeightFigures.of(problem(new double[4]), EQUAL, true);
    assertThat(figures.sharpe()).isZero();
    assertThat(figures.riskContributions()).containsExactly(0.5, 0.5);
  }

  @Test
  void areNothingWithoutWeights() {
    assertThat(WeightFigures.of(problem(SIGMA), new double[0], true).riskContributions()).isEmpty();
  }
}
