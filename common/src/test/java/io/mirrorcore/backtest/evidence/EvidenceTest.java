package io.mirrorcore.backtest.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EvidenceTest {

  private static double[] noise(Random random, int bars, double mean) {
    double[] returns = new double[bars];
    Arrays.setAll(returns, t -> mean + 0.01 * random.nextGaussian());
    return returns;
  }

  private static double[][] trials(Random random, int trials, int bars, double edgeOfOne) {
    double[][] returns = new double[trials][];
    for (int i = 0; i < trials; i++) {
      returns[i] = noise(random, bars, i == trials / 2 ? edgeOfOne : 0);
    }
    return returns;
  }

  private static SharpeBootstrap bootstrap(double[] a, double[] b, long seed) {
    return SharpeBootstrap.of(SharpeRows.of(a), SharpeRows.of(b), seed);
  }

  @Test
  void overfittingOfNoiseIsAHalf() {
    double sum = 0;
    for (int seed = 0; seed < 20; seed++) {
      sum += OverfittingProbability.of(trials(new Random(seed), 25, 480, 0)).value();
    }
    System.out.printf("PBO of noise, mean of 20 runs: %.3f%n", sum / 20);
    assertThat(sum / 20).isBetween(0.4, 0.6);
  }

  @Test
  void overfittingOfAnOddNumberOfNoiseTrialsIsAHalfToo() {
    double sum = 0;
    for (int seed = 0; seed < 100; seed++) {
      sum += OverfittingProbability.of(trials(new Random(seed), 3, 320, 0), 8).value();
    }
    assertThat(sum / 100).isBetween(0.4, 0.6);
  }

  @Test
  void aTrueWinnerIsNotOverfitted() {
    OverfittingProbability pbo = OverfittingProbability.of(trials(new Random(1), 25, 480, 0.005));
    assertThat(pbo.value()).isLessThan(0.001);
    assertThat(pbo.splits()).isEqualTo(12_870);
  }

  @Test
  void copiesOfOneTrialSayNothing() {
    double[] one = noise(new Random(3), 320, 0);
    double[][] copies = {one, one, one};
    assertThat(OverfittingProbability.of(copies).value()).isEqualTo(0.5);
    assertThat(EffectiveTrials.of(copies)).isCloseTo(1, within(1e-12));
  }

  @Test
  void tooFewBarsOrTrialsAreRefused() {
    assertThatThrownBy(() -> OverfittingProbability.of(new double[1][320]))
        .hasMessageContaining("at least 2 trials");
    assertThatThrownBy(() -> OverfittingProbability.of(new double[2][31]))
        .hasMessageContaining("at least 32; one has 31");
    assertThatThrownBy(() -> OverfittingProbability.of(new double[2][99], 5))
        .hasMessageContaining("even");
  }

  @Test
  void oneTrialDeflatesNothing() {
    ReturnMoments moments = ReturnMoments.of(noise(new Random(5), 300, 0.001));
    assertThat(DeflatedSharpeRatio.of(moments, Trials.ONE))
        .isEqualTo(ProbabilisticSharpeRatio.of(moments, 0));
    assertThat(DeflatedSharpeRatio.benchmark(new Trials(1.2, 0.01))).isZero();
    assertThat(DeflatedSharpeRatio.benchmark(new Trials(1e30, 0.01))).isBetween(1.1, 1.2);
  }

  @Test
  void theSameSeriesDiffersByNothing() {
    double[] series = noise(new Random(7), 300, 0.0005);
    SharpeDifference difference = bootstrap(series, series, 1).difference(252, 0.95);
    assertThat(difference).isEqualTo(new SharpeDifference(0, 0, 0, 0.95));
    assertThat(difference.liesAboveZero()).isFalse();
    assertThat(difference.liesBelowZero()).isFalse();
  }

  @Test
  void aSeriesThatDoesNotVaryHasAPointForAnInterval() {
    SharpeInterval interval =
        bootstrap(new double[50], noise(new Random(8), 50, 0), 1).interval(252);
    assertThat(interval).isEqualTo(new SharpeInterval(0, 0, 0.95));
  }

  @Test
  void aSingleGainAmongNothingHasAFiniteInterval() {
    double[] series = new double[200];
    series[77] = 0.01;
    SharpeBootstrap bootstrap = bootstrap(series, noise(new Random(9), 200, 0), 1);
    assertThat(bootstrap.interval(252).low()).isFinite().isLessThanOrEqualTo(0);
    assertThat(bootstrap.interval(252).high()).isFinite().isGreaterThan(0);
    assertThat(bootstrap.difference(252, 0.95).low()).isFinite();
  }

  @Test
  void theSameSeedGivesTheSameIntervalAndAnotherSeedAnother() {
    double[] a = noise(new Random(10), 400, 0.001);
    double[] b = noise(new Random(11), 400, 0);
    assertThat(bootstrap(a, b, 5).difference(252, 0.95))
        .isEqualTo(bootstrap(a, b, 5).difference(252, 0.95));
    assertThat(bootstrap(a, b, 5).difference(252, 0.95))
        .isNotEqualTo(bootstrap(a, b, 6).difference(252, 0.95));
  }

  @Test
  void aRealDifferenceIsShown() {
    double[] a = noise(new Random(12), 1000, 0.002);
    double[] b = noise(new Random(13), 1000, 0);
    assertThat(bootstrap(a, b, 5).difference(252, 0.95).liesAboveZero()).isTrue();
    assertThat(bootstrap(b, a, 5).difference(252, 0.95).liesBelowZero()).isTrue();
  }

  /** Rows of several bars: the interval of 20,000 bars hardly differs from that of few per row. */
  @Test
  void longSeriesAreResampledInRowsOfSeveralBars() {
    double[] series = noise(new Random(14), 20_000, 0.0002);
    SharpeRows rows = SharpeRows.of(series);
    assertThat(rows.rows()).isLessThanOrEqualTo(SharpeRows.MOST_ROWS);
    assertThat(rows.barsOf(0)).isEqualTo(3);
    int bars = 0;
    for (int row = 0; row < rows.rows(); row++) {
      bars += rows.barsOf(row);
    }
    assertThat(bars).isEqualTo(20_000);
    SharpeInterval interval = bootstrap(series, series, 1).interval(252);
    double expected = 2 * 1.96 * Math.sqrt(252 / 20_000.0);
    assertThat(interval.high() - interval.low()).isCloseTo(expected, within(0.08 * expected));
  }

  /** Of returns with memory, of two portfolios of the same five strategies without any skill. */
  @Test
  void intervalsHoldTheTruthAboutAsOftenAsTheySay() {
    int runs = 200;
    int held = 0;
    int alike = 0;
    for (int seed = 0; seed < runs; seed++) {
      Random random = new Random(seed);
      double[] a = new double[400];
      double[] b = new double[400];
      double[] before = new double[3];
      for (int t = 0; t < 400; t++) {
        for (int k = 0; k < 3; k++) {
          before[k] = 0.3 * before[k] + 0.01 * random.nextGaussian();
        }
        a[t] = 0.6 * before[0] + 0.3 * before[1] + 0.1 * before[2];
        b[t] = (before[0] + before[1] + before[2]) / 3;
      }
      SharpeDifference difference = bootstrap(a, b, seed).difference(252, 0.95);
      held += difference.liesAboveZero() || difference.liesBelowZero() ? 0 : 1;
      double[] near = b.clone();
      Arrays.setAll(near, t -> b[t] + 1e-7 * a[t]);
      SharpeDifference tiny = bootstrap(near, b, seed).difference(252, 0.95);
      alike += tiny.liesAboveZero() || tiny.liesBelowZero() ? 0 : 1;
    }
    System.out.printf("interval covers 0: %d and, nearly alike, %d of %d%n", held, alike, runs);
    assertThat(held).isBetween(184, 199);
    assertThat(alike).isBetween(184, 199);
  }
}
