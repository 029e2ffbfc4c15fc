package io.mirrorcore.backtest.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorcore.backtest.evidence.FiniteRatio;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FiguresTest {

  private static final TrackSeries.Trading NOTHING_TRADED = new TrackSeries.Trading(0, 0, 0, 0, 0);

  private static TrackSeries track(double... returns) {
    double[] equity = new double[returns.length];
    int gains = 0;
    for (int t = 0; t < returns.length; t++) {
      equity[t] = (t == 0 ? 1 : equity[t - 1]) * (1 + returns[t]);
      gains += returns[t] > 0 ? 1 : 0;
    }
    return new TrackSeries(returns, null, equity, returns.length, gains, NOTHING_TRADED, List.of());
  }

  /**
   * Five bars, x = 0.10, -0.20, 0.25, -0.10, 0.20; four bars to a year; capital 1000.
   *
   * <pre>
   *   equity       1.1, 0.88, 1.1, 0.99, 1.188      total return 0.188
   *   annual       1.188^(4/5) - 1
   *   mean         0.25 / 5 = 0.05
   *   deviations   0.05, -0.25, 0.20, -0.15, 0.15; squares 0.0025 + 0.0625 + 0.04 + 0.0225 + 0.0225
   *                = 0.15; / 4 = 0.0375; sd = sqrt 0.0375; times sqrt 4
   *   Sharpe       0.05 / sqrt 0.0375 * 2
   *   downside     (0.04 + 0.01) / 5 = 0.01, root 0.1; Sortino 0.05 / 0.1 * 2 = 1
   *   drawdown     1 - 0.88 / 1.1 = 0.2 from bar 1 to bar 3: 2 bars (the later one is 0.1)
   *   gains        3 of 4 bars with a position
   *   profit       0.55 / 0.30
   *   CVaR         5 % of 5 bars is less than one: the worst, 0.2
   *   turnover     0.9 / 3 = 0.3;  cost 1000 * 0.002, build-up 1000 * 0.001
   * </pre>
   */
  @Test
  void everyFigureIsAsByHand() {
    TrackSeries plain = track(0.10, -0.20, 0.25, -0.10, 0.20);
    TrackSeries series =
        new TrackSeries(
            plain.returns(),
            plain.returns(),
            plain.equity(),
            4,
            3,
            new TrackSeries.Trading(3, 0.9, 0.002, 0.001, 0.004),
            List.of());
    Figures figures = Figures.of(series, 1000, 4);

    assertThat(figures.growth().finalCapital()).isCloseTo(1188, within(1e-9));
    assertThat(figures.growth().totalReturn()).isCloseTo(0.188, within(1e-15));
    assertThat(figures.growth().annualReturn()).isCloseTo(Math.pow(1.188, 0.8) - 1, within(1e-15));
    assertThat(figures.risk().volatility()).isCloseTo(0.3872983346207417, within(1e-15));
    assertThat(figures.ratios().sharpe()).isCloseTo(0.5163977794943222, within(1e-14));
    assertThat(figures.ratios().sortino()).isCloseTo(1, within(1e-14));
    assertThat(figures.risk().maxDrawdown()).isCloseTo(0.2, within(1e-15));
    assertThat(figures.risk().maxDrawdownBars()).isEqualTo(2);
    assertThat(figures.ratios().calmar())
        .isCloseTo((Math.pow(1.188, 0.8) - 1) / 0.2, within(1e-14));
    assertThat(figures.hits().winRate()).isEqualTo(0.75);
    assertThat(figures.hits().profitFactor()).isCloseTo(0.55 / 0.30, within(1e-14));
    assertThat(figures.trading().averageTurnover()).isCloseTo(0.3, within(1e-15));
    assertThat(figures.trading().rebalances()).isEqualTo(3);
    assertThat(figures.trading().costPaid()).isEqualTo(2);
    assertThat(figures.trading().buildUpCost()).isEqualTo(1);
    assertThat(figures.risk().cvar95()).isEqualTo(0.2);
    assertThat(figures.bars()).isEqualTo(5);
  }

  /** 30 bars: 5 % are 1.5, so the worst in full and half of the second. */
  @Test
  void theTailCountsItsLastBarByItsShare() {
    double[] returns = new double[30];
    returns[3] = -0.06;
    returns[17] = -0.03;
    returns[20] = -0.01;
    assertThat(Figures.of(track(returns), 1, 252).risk().cvar95())
        .isCloseTo((0.06 + 0.5 * 0.03) / 1.5, within(1e-15));
  }

  @Test
  void aDrawdownThatNeverEndsLastsToTheEnd() {
    Figures figures = Figures.of(track(-0.1, 0.05, -0.2, 0.01), 1, 252);
    assertThat(figures.risk().maxDrawdown()).isCloseTo(1 - 0.9 * 1.05 * 0.8, within(1e-15));
    assertThat(figures.risk().maxDrawdownBars()).isEqualTo(4);
  }

  @Test
  void nothingLostIsWithoutBound() {
    Figures figures = Figures.of(track(0.01, 0.02, 0.01), 1, 252);
    assertThat(figures.ratios().sortino()).isEqualTo(FiniteRatio.UNBOUNDED);
    assertThat(Figures.of(track(0.01, 0.02, 0.01), 1, 12).ratios().calmar())
        .isEqualTo(FiniteRatio.UNBOUNDED);
    assertThat(figures.hits().profitFactor()).isEqualTo(FiniteRatio.UNBOUNDED);
    assertThat(figures.risk().maxDrawdown()).isZero();
    assertThat(figures.risk().maxDrawdownBars()).isZero();
    assertThat(figures.risk().cvar95()).isEqualTo(-0.01);
  }

  @Test
  void nothingAtAllIsZero() {
    Figures figures =
        Figures.of(
            new TrackSeries(new double[3], null, ones(3), 0, 0, NOTHING_TRADED, List.of()),
            500,
            252);
    assertThat(figures)
        .isEqualTo(
            new Figures(
                new Figures.Growth(500, 0, null),
                new Figures.Risk(0, 0, 0, 0),
                new Figures.Ratios(0, 0, null, null),
                new Figures.Hits(0, 0),
                new Figures.Trading(0, 0, 0, 0, null),
                3));
  }

  private static double[] ones(int n) {
    double[] ones = new double[n];
    Arrays.fill(ones, 1);
    return ones;
  }

  @Test
  void aSpanOfLessThanAQuarterIsNoYear() {
    double[] minutes = new double[127];
    Arrays.fill(minutes, 0.0005);
    Figures figures = Figures.of(track(minutes), 1, 98_280);
    assertThat(figures.growth().annualReturn()).isNull();
    assertThat(figures.ratios().calmar()).isNull();
    assertThat(figures.growth().totalReturn()).isCloseTo(Math.pow(1.0005, 127) - 1, within(1e-12));
    assertThat(Figures.of(track(new double[62]), 1, 252).growth().annualReturn()).isNull();
    assertThat(Figures.of(track(new double[63]), 1, 252).growth().annualReturn()).isZero();
  }

  @Test
  void oneBarHasNoVolatilityAndABoundedYear() {
    Figures figures = Figures.of(track(0.5), 1, 4);
    assertThat(figures.ratios().sharpe()).isZero();
    assertThat(figures.risk().volatility()).isZero();
    assertThat(figures.growth().annualReturn()).isCloseTo(4.0625, within(1e-12));
    assertThat(Figures.of(track(1e4, 1e4), 1, 8).growth().annualReturn())
        .isEqualTo(FiniteRatio.UNBOUNDED);
    Figures lost = Figures.of(track(-1), 1, 4);
    assertThat(lost.growth().annualReturn()).isEqualTo(-1);
    assertThat(lost.risk().maxDrawdown()).isEqualTo(1);
    assertThat(lost.risk().maxDrawdownBars()).isEqualTo(1);
  }

  @Test
  void drawdownsAreMeasuredFromTheHighestSoFar() {
    assertThat(DeepestDrawdown.course(new double[] {0.9, 1.2, 0.6, 1.2}))
        .containsExactly(new double[] {0.9 - 1, 0, 0.6 / 1.2 - 1, 0}, within(1e-16));
  }
}
