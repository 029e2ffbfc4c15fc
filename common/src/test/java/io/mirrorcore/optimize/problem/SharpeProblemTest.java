package io.mirrorcore.optimize.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class SharpeProblemTest {

  private static final double[] EQUAL = {0.5, 0.5};

  @Test
  void dividesTheExcessReturnByTheVolatility() {
    SharpeProblem p = problem(0.5, 1, 0, 0, 1);

    assertThat(p.excess()).containsExactly(1.5, 0.5);
    assertThat(p.excessReturn(EQUAL)).isEqualTo(1);
    assertThat(p.variance(EQUAL)).isEqualTo(0.5);
    assertThat(p.ratio(EQUAL)).isCloseTo(Math.sqrt(2), within(1e-15));
    assertThat(p.ratio(new double[] {0, 1})).isEqualTo(0.5);
  }

  @Test
  void addsUpTheSizesOfReturnsThatCancel() {
    SharpeProblem p = problem(1.5, 1, 0, 0, 1);

    assertThat(p.excessReturn(EQUAL)).isZero();
    assertThat(p.excessReturnSize(EQUAL)).isEqualTo(0.5);
  }

  @Test
  void callsAHedgeRiskless() {
    SharpeProblem hedged = problem(0, 1, -1, -1, 1);

    assertThat(hedged.isRiskless(EQUAL)).isTrue();
    assertThat(hedged.isRiskless(new double[] {0.5, 0.5 + 1e-16})).isTrue();
    assertThat(hedged.isRiskless(new double[] {0.6, 0.4})).isFalse();
    assertThat(hedged.ratio(EQUAL)).isEqualTo(Double.MAX_VALUE);
  }

  @Test
  void hasNoRatioWhereThereIsNeitherRiskNorReturn() {
    assertThat(problem(1.5, 0, 0, 0, 0).ratio(EQUAL)).isZero();
    assertThat(problem(2, 0, 0, 0, 0).ratio(EQUAL)).isZero();
  }

  private static SharpeProblem problem(double riskFree, double... sigma) {
    Moments moments = new Moments(new double[] {2, 1}, sigma);
    return new SharpeProblem(moments, riskFree, Box.upTo(1, 2), List.of());
  }
}
