package io.mirrorcore.backtest.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorcore.backtest.evidence.ReturnMoments;
import io.mirrorcore.backtest.track.TrackSeries;
import io.mirrorcore.regime.Regime;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RegimeRowTest {

  private static final double YEAR = 252;

  private static TrackSeries series(double[] returns, BitSet positioned, double[] turnover) {
    TrackSeries plain = TrackSeries.ofReturns(returns);
    return new TrackSeries(
        returns,
        null,
        plain.equity(),
        0,
        0,
        plain.trading(),
        List.of(),
        new TrackSeries.ByBar(positioned, turnover));
  }

  private static TrackSeries held(double... returns) {
    BitSet positioned = new BitSet();
    positioned.set(0, returns.length);
    return series(returns, positioned, new double[returns.length]);
  }

  @Test
  void countsOnlyItsOwnBarsPutEndToEnd() {
    Regime v = Regime.VOLATILE;
    Regime r = Regime.RANGING;
    BitSet positioned = new BitSet();
    positioned.set(0, 5);
    double[] returns = {0.1, -0.5, 0.02, -0.2, 0.03, 0.04};
    double[] turnover = {0.3, 9, 0.1, 9, 0, 0.2};
    List<RegimeRow> rows =
        RegimeRow.of(
            "T", series(returns, positioned, turnover), new Regime[] {v, r, v, r, v, v}, YEAR);
    assertThat(rows).extracting(RegimeRow::regime).containsExactly(r, v);
    RegimeRow volatileBars = rows.get(1);
    assertThat(volatileBars.bars()).isEqualTo(4);
    assertThat(volatileBars.winRate()).as("the last had no position").isEqualTo(1);
    assertThat(volatileBars.maxDrawdown()).isZero();
    assertThat(volatileBars.turnover()).isCloseTo(0.6 * YEAR / 4, within(1e-12));
    assertThat(volatileBars.sharpe())
        .isEqualTo(
            ReturnMoments.of(new double[] {0.1, 0.02, 0.03, 0.04}).sharpe() * Math.sqrt(YEAR));
    assertThat(rows.get(0).maxDrawdown()).isCloseTo(1 - 0.5 * 0.8, within(1e-12));
    assertThat(rows.get(0).winRate()).isZero();
  }

  @Test
  void anIntervalHoldsTheTrueRatioAsOftenAsItSays() {
    SplittableRandom random = new SplittableRandom(5);
    int runs = 2_000;
    int inside = 0;
    double truth = 0.05 / Math.sqrt(1.0 / 12) * Math.sqrt(YEAR);
    for (int run = 0; run < runs; run++) {
      double[] returns = random.doubles(200, -0.45, 0.55).toArray();
      RegimeRow row = RegimeRow.of("T", held(returns), all(200, Regime.MIXED), YEAR).get(0);
      inside += row.interval().low() <= truth && truth <= row.interval().high() ? 1 : 0;
    }
    assertThat((double) inside / runs).isBetween(0.935, 0.965);
  }

  private static Regime[] all(int bars, Regime regime) {
    Regime[] regimes = new Regime[bars];
    java.util.Arrays.fill(regimes, regime);
    return regimes;
  }

  @Test
  void oneBarHasNoIntervalAndNothingThatVariesNone() {
    assertThat(RegimeRow.of("T", held(0.1), all(1, Regime.MIXED), YEAR).get(0).interval()).isNull();
    RegimeRow still = RegimeRow.of("T", held(0.1, 0.1), all(2, Regime.MIXED), YEAR).get(0);
    assertThat(still.sharpe()).isZero();
    assertThat(still.interval().low()).isEqualTo(still.interval().high()).isZero();
  }
}
