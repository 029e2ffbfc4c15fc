package io.mirrorcore.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SharpePosteriorTest {

  /**
   * Returns 3 and -1 in turn, and -1, 3: means 1, deviations 2, correlation -1; T = 1 year of four
   * periods, so both Sharpe ratios are 1. 1'Omega 1 = 0, kappa = 1, m0 = 1, nothing left to
   * explain: tau = 0.
   */
  @Test
  void takesAMeanWithoutErrorAtItsWord() {
    double[][] returns = {{3, -1}, {-1, 3}, {3, -1}, {-1, 3}};

    SharpePosterior found = SharpePosterior.of(returns, 4);

    assertThat(found.years()).isEqualTo(1);
    assertThat(found.sharpe()).containsExactly(new double[] {1, 1}, within(1e-15));
    assertThat(found.m0()).isCloseTo(1, within(1e-15));
    assertThat(found.tau()).isZero();
    assertThat(found.posterior()).containsExactly(new double[] {1, 1}, within(1e-15));
  }

  /** One strategy: s = 0.5 of one year, kappa = 0.09 / 1.09, and m0 is what is left of it. */
  @Test
  void believesOneYearOfOneStrategyByAThirteenth() {
    double m0 = -0.1 + 0.09 / 1.09 * 0.6;
    SharpePosterior found = SharpePosterior.of(new double[][] {{2.5}, {-1.5}, {2.5}, {-1.5}}, 4);

    assertThat(found.m0()).isCloseTo(m0, within(1e-15));
    assertThat(found.tau()).isZero();
    assertThat(found.posterior()).containsExactly(new double[] {m0}, within(1e-15));
    assertThat(SharpePosterior.ofOne(0.5, 1)).isCloseTo(m0, within(1e-15));
  }

  @Test
  void liesBetweenThePriorAndTheDataWhereStrategiesAreUnrelated() {
    Random random = new Random(3);
    for (int k = 0; k < 50; k++) {
      double[][] returns = new double[504][12];
      for (double[] row : returns) {
        for (int i = 0; i < row.length; i++) {
          row[i] = 0.01 * (random.nextGaussian() + (i - 4) * 0.02);
        }
      }
      SharpePosterior found = SharpePosterior.of(returns, 252);
      assertThat(found.tau()).isBetween(0.0, 1.0);
      for (double p : found.posterior()) {
        assertThat(Math.abs(p)).isLessThan(6);
      }
      // Scale is nothing to a Sharpe ratio.
      SharpePosterior scaled = SharpePosterior.of(RandomReturns.map(returns, 1e-3, 0), 252);
      assertThat(scaled.tau()).isEqualTo(found.tau());
      assertThat(scaled.posterior()).containsExactly(found.posterior(), within(1e-11));
    }
  }

  @Test
  void expectsLittleOfNoise() {
    Random random = new Random(4);
    double sum = 0;
    for (int k = 0; k < 100; k++) {
      SharpePosterior found = SharpePosterior.of(RandomReturns.of(random, 1260, 19), 252);
      for (double p : found.posterior()) {
        sum += Math.abs(p);
      }
    }
    assertThat(sum / 1900).isLessThan(0.35);
  }

  @Test
  void standsTwinsAndAStrategyThatNeverMoves() {
    double[][] returns = new double[60][];
    Random random = new Random(5);
    for (int t = 0; t < returns.length; t++) {
      double r = 0.01 * random.nextGaussian();
      returns[t] = new double[] {r, r, 0};
    }

    SharpePosterior found = SharpePosterior.of(returns, 252);

    assertThat(found.sharpe()[2]).isZero();
    assertThat(found.posterior()[0]).isFinite().isCloseTo(found.posterior()[1], within(1e-9));
    assertThat(found.posterior()[2]).isFinite();
  }

  @Test
  void namesWhatIsWrong() {
    assertThatThrownBy(() -> SharpePosterior.of(new double[][] {{1, 2}, {3, Double.NaN}}, 252))
        .hasMessage("return of column 1 in row 1 must be finite; have NaN");
    assertThatThrownBy(() -> SharpePosterior.of(new double[][] {{1}, {3}}, 0))
        .hasMessage("periodsPerYear must be above 0; have 0.0");
  }
}
