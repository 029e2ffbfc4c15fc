package io.mirrorcore.indicator.statistic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

class GrangerScreenTest {

  private static final int WINDOW = 120;
  private static final int LAGS = 5;

  /** A pair that is tested with the screen and without. */
  private static final class Both {
    private final LaggedSeries y;
    private final LaggedSeries x;
    private final GrangerCausality with;
    private final GrangerCausality without;
    private int evidence;

    Both(int window, int lags, double level) {
      y = new LaggedSeries(window, lags, 3);
      x = new LaggedSeries(window, lags, 71);
      with = new GrangerCausality(window, lags, level);
      without = GrangerCausality.unscreened(window, lags, level);
    }

    /** Compares every close of series that give y at 0 and x at 1. */
    void run(int closes, IntFunction<double[]> series) {
      double[] core = new double[with.productsOfPair()];
      long behind = Long.MAX_VALUE;
      for (int t = 0; t < closes; t++) {
        double[] values = series.apply(t);
        y.add(values[0]);
        x.add(values[1]);
        if (y.isReady()) {
          with.advance(y, x, core, 0, behind);
          behind = 1;
          with.test(y, x, core, 0);
          without.test(y, x, core, 0);
          assertThat(with.firstLeads()).as("close %d", t).isEqualTo(without.firstLeads());
          assertThat(with.secondLeads()).as("close %d", t).isEqualTo(without.secondLeads());
          evidence += with.firstLeads().lag() + with.secondLeads().lag() > 0 ? 1 : 0;
        }
      }
    }
  }

  @Test
  void tellsWhatTheTestsOfAllLagsTell() {
    int evidence = 0;
    for (int seed = 0; seed < 60; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      double lead = random.nextInt(3) == 0 ? 0.3 : 0;
      double common = random.nextDouble();
      int lag = 1 + random.nextInt(LAGS);
      double scale = Math.scalb(1.0, random.nextInt(-30, 30));
      double[] past = new double[WINDOW * 4];
      Both both = new Both(WINDOW, LAGS, seed % 2 == 0 ? 0.05 : 0.3);
      both.run(
          WINDOW * 3,
          t -> {
            double shared = common * random.nextGaussian();
            past[t] = random.nextGaussian() + shared;
            double led = t >= lag ? lead * past[t - lag] : 0;
            return new double[] {scale * (led + random.nextGaussian() + shared), past[t]};
          });
      evidence += both.evidence;
    }
    assertThat(evidence).as("closes with a lead").isGreaterThan(2000);
  }

  @Test
  void isNotDeceivedByWhatIsNearlyCollinearOrBroken() {
    SplittableRandom random = new SplittableRandom(5);
    double[] past = new double[WINDOW * 4];
    for (double noise : new double[] {0, 1e-12, 1e-7, 1e-4, 1e-2, 0.1}) {
      Both twins = new Both(WINDOW, LAGS, 0.05);
      twins.run(
          WINDOW * 2,
          t -> {
            double value = random.nextGaussian();
            return new double[] {value, value + noise * random.nextGaussian()};
          });
      Both echo = new Both(WINDOW, LAGS, 0.05);
      echo.run(
          WINDOW * 2,
          t -> {
            past[t] = random.nextGaussian();
            double before = t < 2 ? 0 : past[t - 2];
            return new double[] {before + noise * random.nextGaussian(), past[t]};
          });
    }
    Both walks = new Both(WINDOW, LAGS, 0.05);
    double[] at = new double[2];
    walks.run(
        WINDOW * 3,
        t ->
            new double[] {
              at[0] += random.nextGaussian(),
              t == 200 ? Double.NaN : (at[1] += random.nextGaussian())
            });
    Both constant = new Both(WINDOW, LAGS, 0.05);
    constant.run(WINDOW * 2, t -> new double[] {3, random.nextInt(20) == 0 ? 1e6 : 0});
  }

  @Test
  void keepsToOtherWindowsAndLags() {
    for (int lags = 1; lags <= 12; lags++) {
      SplittableRandom random = new SplittableRandom(lags);
      Both both = new Both(3 * lags + 2 + random.nextInt(60), lags, 0.05);
      both.run(150, t -> new double[] {random.nextGaussian(), random.nextGaussian()});
    }
  }

  @Test
  void settlesMostOfWhatIsIndependent() {
    SplittableRandom random = new SplittableRandom(9);
    int open = 0;
    int pairs = 400;
    for (int pair = 0; pair < pairs; pair++) {
      LaggedSeries y = new LaggedSeries(WINDOW, LAGS, 3);
      LaggedSeries x = new LaggedSeries(WINDOW, LAGS, 71);
      for (int t = 0; t < WINDOW; t++) {
        y.add(random.nextGaussian());
        x.add(random.nextGaussian());
      }
      open += Integer.bitCount(toTest(y, x));
    }
    assertThat((double) open / (pairs * LAGS)).as("of all lags").isLessThan(0.2);
  }

  private static int toTest(LaggedSeries y, LaggedSeries x) {
    GrangerCausality test = new GrangerCausality(WINDOW, LAGS, 0.05);
    double[] core = new double[test.productsOfPair()];
    test.advance(y, x, core, 0, Long.MAX_VALUE);
    test.test(y, x, core, 0);
    return test.tested();
  }
}
