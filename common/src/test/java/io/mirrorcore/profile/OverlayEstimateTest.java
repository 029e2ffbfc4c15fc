package io.mirrorcore.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.mirrorcore.estimate.TwoSpeeds;
import io.mirrorcore.optimize.Optimizer;
import io.mirrorcore.optimize.problem.Solution;
import io.mirrorcore.optimize.problem.Status;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OverlayEstimateTest {

  private static final TimeScale DAYS = new TimeScale(252, 1);
  private static final TwoSpeeds SPEEDS = TwoSpeeds.defaults();

  /** Four periods a year, so T = 1: s_H = 1 and p_H = 11/26; C is twice the market, so e = 0. */
  @Test
  void isWorkedOutByHand() {
    TimeScale quarters = new TimeScale(4, 1);
    double[] market = {0.03, -0.01, 0.03, -0.01};
    double[] twice = {0.06, -0.02, 0.06, -0.02};

    OverlayEstimate found = OverlayEstimate.of(market, twice, quarters, SPEEDS);

    assertThat(found.years()).isEqualTo(1);
    assertThat(found.market()).isCloseTo(11.0 / 26, within(1e-15));
    assertThat(found.beta()).isCloseTo(2, within(1e-15));
    assertThat(found.excess()).isZero();
    assertThat(found.excessVolatility()).isZero();
    // Nearly equal weights on two years' worth of four returns: sqrt(4 * mean square).
    assertThat(found.marketVolatility()).isCloseTo(Math.sqrt(4 * 5e-4), within(1e-3));
  }

  @Test
  void findsSkillBeyondTheMarket() {
    Random random = new Random(1);
    double[] market = new double[1260];
    double[] sleeve = new double[1260];
    for (int t = 0; t < market.length; t++) {
      market[t] = 0.01 * random.nextGaussian();
      sleeve[t] = 0.3 * market[t] + 0.002 * (random.nextGaussian() + 0.12);
    }

    OverlayEstimate found = OverlayEstimate.of(market, sleeve, DAYS, SPEEDS);

    assertThat(found.beta()).isCloseTo(0.3, within(0.02));
    assertThat(found.excess()).isBetween(0.2, 1.2);
    assertThat(found.excessVolatility()).isCloseTo(0.002 * Math.sqrt(252), within(0.01));
  }

  @Test
  void solvesItsProgrammeByTheClosedForm() {
    Random random = new Random(2);
    for (int k = 0; k < 500; k++) {
      OverlayEstimate found =
          new OverlayEstimate(
              0.05 + random.nextDouble(),
              random.nextInt(3) == 0 ? 0 : random.nextDouble(),
              random.nextGaussian(),
              0.02 + random.nextDouble(),
              0.005 + 0.1 * random.nextDouble(),
              5);
      Solution solution = Optimizer.solve(found.problem(List.of("HOLD", "C"), DAYS, 0.1));
      double c = found.scale(0.1);

      assertThat(solution.status()).isEqualTo(Status.OPTIMAL);
      assertThat(solution.weights()[0])
          .isCloseTo(c * found.market() / found.marketVolatility(), within(1e-9));
      assertThat(solution.weights()[1])
          .isCloseTo(c * found.excess() / found.excessVolatility(), within(1e-9));
    }
  }

  @Test
  void isTheMarketAtItsTargetWhereNothingIsBelievedOfTheStrategies() {
    OverlayEstimate found = new OverlayEstimate(0.4, 0.5, 0.2, 0.16, 0.03, 5).withoutExcess();

    double[] weights = Optimizer.solve(found.problem(List.of("HOLD", "C"), DAYS, 0.1)).weights();

    assertThat(weights[0]).isCloseTo(0.1 / 0.16, within(1e-12));
    assertThat(weights[1]).isZero();
  }

  @Test
  void expectsNothingOfASleeveThatNeverTrades() {
    double[] market = new double[300];
    Random random = new Random(4);
    for (int t = 0; t < market.length; t++) {
      market[t] = 0.01 * random.nextGaussian();
    }

    OverlayEstimate found = OverlayEstimate.of(market, new double[300], DAYS, SPEEDS);

    assertThat(found.beta()).isZero();
    assertThat(found.excess()).isZero();
    double[] weights = Optimizer.solve(found.problem(List.of("HOLD", "C"), DAYS, 0.1)).weights();
    assertThat(weights[0]).isCloseTo(0.1 / found.marketVolatility(), within(1e-9));
  }

  /** A calm of a year does not look like safety: the floor is a quarter of the window's. */
  @Test
  void doesNotBelieveInACalm() {
    double[] returns = new double[500];
    for (int t = 0; t < 250; t++) {
      returns[t] = t % 2 == 0 ? 0.02 : -0.02;
    }

    double floor = 0.25 * Math.sqrt(0.5 * 0.02 * 0.02 * 252);

    assertThat(MarketVolatility.of(returns, DAYS, 10)).isCloseTo(floor, within(1e-12));
    assertThat(MarketVolatility.of(new double[] {0.02}, DAYS, 10))
        .isCloseTo(0.02 * Math.sqrt(252), within(1e-15));
  }

  @Test
  void refusesASleeveOfAnotherLength() {
    assertThatThrownBy(() -> OverlayEstimate.of(new double[3], new double[2], DAYS, SPEEDS))
        .hasMessage("sleeve must have 3 returns like the market; have 2");
  }
}
