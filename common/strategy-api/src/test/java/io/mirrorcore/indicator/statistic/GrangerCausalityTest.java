package io.mirrorcore.indicator.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mirrorcore.state.Saved;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.commons.math3.distribution.FDistribution;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;
import org.junit.jupiter.api.Test;

class GrangerCausalityTest {

  private static final int WINDOW = 120;
  private static final int LAGS = 5;

  /** Two series and their running products, at work together. */
  private static final class Pair {
    private final int window;
    private final GrangerCausality test;
    private LaggedSeries x;
    private LaggedSeries y;
    private final double[] core;
    private long behind = Long.MAX_VALUE;

    Pair(int window, int lags) {
      this.window = window;
      test = GrangerCausality.unscreened(window, lags, 0.05);
      core = new double[test.productsOfPair()];
      x = new LaggedSeries(window, lags, 17);
      y = new LaggedSeries(window, lags, 83);
    }

    void add(double ofX, double ofY) {
      x.add(ofX);
      y.add(ofY);
      if (x.isReady()) {
        test.advance(x, y, core, 0, behind);
        behind = 1;
      }
    }

    void test() {
      test.test(x, y, core, 0);
    }

    double f(boolean xLeads, int k) {
      return (1 / test.ratio(xLeads, k) - 1) * (window - 3 * k - 1) / k;
    }

    double p(boolean xLeads, int k) {
      return test.tail(k, test.ratio(xLeads, k));
    }

    void restart() {
      x = Saved.copy(x, new LaggedSeries(window, LAGS, 17));
      y = Saved.copy(y, new LaggedSeries(window, LAGS, 83));
      behind = Long.MAX_VALUE;
    }
  }

  @Test
  void isThatOfStatsmodels() throws IOException {
    JsonNode file =
        new ObjectMapper().readTree(Path.of("../../src/reference/granger.json").toFile());
    assertThat(file.get("cases").size()).isEqualTo(5);
    for (JsonNode reference : file.get("cases")) {
      JsonNode leader = reference.at("/input/leader");
      JsonNode follower = reference.at("/input/follower");
      int lags = reference.at("/input/max_lag").asInt();
      Pair pair = new Pair(leader.size(), lags);
      Pair swapped = new Pair(leader.size(), lags);
      for (int t = 0; t < leader.size(); t++) {
        pair.add(leader.get(t).asDouble(), follower.get(t).asDouble());
        swapped.add(follower.get(t).asDouble(), leader.get(t).asDouble());
      }
      pair.test();
      swapped.test();
      for (int k = 1; k <= lags; k++) {
        JsonNode expected = reference.at("/expected/" + k);
        double f = expected.get("F").asDouble();
        double p = expected.get("p").asDouble();
        assertThat(pair.f(true, k)).isCloseTo(f, within(1e-8 * Math.max(1, f)));
        assertThat(pair.p(true, k)).isCloseTo(p, within(1e-8 * p));
        assertThat(swapped.f(false, k)).isCloseTo(f, within(1e-8 * Math.max(1, f)));
        assertThat(expected.get("df_denom").asInt()).isEqualTo(leader.size() - 3 * k - 1);
      }
    }
  }

  @Test
  void tellsTheSmallestPTimesTheNumberOfLags() {
    Pair pair = new Pair(WINDOW, LAGS);
    SplittableRandom random = new SplittableRandom(3);
    double x1 = 0;
    double x2 = 0;
    for (int t = 0; t < WINDOW; t++) {
      double x = random.nextDouble(-1, 1);
      pair.add(x, -0.6 * x2 + random.nextDouble(-1, 1));
      x2 = x1;
      x1 = x;
    }
    pair.test();
    double least = 1;
    for (int k = 1; k <= LAGS; k++) {
      least = Math.min(least, pair.p(true, k));
    }
    assertThat(pair.test.firstLeads().lag()).isEqualTo(2);
    assertThat(pair.test.firstLeads().p()).isCloseTo(LAGS * least, within(1e-20)).isPositive();
    assertThat(pair.test.firstLeads().coefficients()).isBetween(-1.0, -0.3);
    assertThat(pair.test.secondLeads()).isEqualTo(GrangerCausality.Lead.NONE);
  }

  /** Heavy tails, a common factor, outliers and steps in level: every 997 bars against QR. */
  @Test
  void staysThatOfTheBatchOverAHundredThousandBars() {
    Pair pair = new Pair(WINDOW, LAGS);
    SplittableRandom random = new SplittableRandom(11);
    double[][] history = new double[2][WINDOW];
    double before = 0;
    int compared = 0;
    for (int t = 0; t < 100_000; t++) {
      double x = heavy(random, t);
      double y = 0.2 * before + heavy(random, t);
      before = x;
      pair.add(x, y);
      history[0][t % WINDOW] = x;
      history[1][t % WINDOW] = y;
      if (t >= WINDOW && (t % 997 == 0 || t == 99_999)) {
        double[] xs = ordered(history[0], t);
        double[] ys = ordered(history[1], t);
        pair.test();
        for (int k = 1; k <= LAGS; k++) {
          compare(pair, true, k, xs, ys);
          compare(pair, false, k, ys, xs);
          compared++;
        }
      }
    }
    assertThat(compared).isGreaterThan(450);
  }

  private static double heavy(SplittableRandom random, int t) {
    double level = (t / 5000) % 3 == 1 ? 0.05 : 0;
    double size = (t / 3000) % 2 == 1 ? 1e-4 : 0.01;
    double u = random.nextDouble(-1, 1);
    double jump = random.nextInt(400) == 0 ? 1e4 * size : 0;
    return level + size * u / (1.05 - Math.abs(u)) + jump * u;
  }

  private static double[] ordered(double[] ring, int newest) {
    double[] ordered = new double[WINDOW];
    for (int i = 0; i < WINDOW; i++) {
      ordered[i] = ring[(newest + 1 + i) % WINDOW];
    }
    return ordered;
  }

  private static void compare(Pair pair, boolean xLeads, int k, double[] x, double[] y) {
    double own = residual(y, k, y);
    double both = residual(y, k, y, x);
    double f = (own - both) / k / (both / (WINDOW - 3 * k - 1));
    double p = 1 - new FDistribution(null, k, WINDOW - 3 * k - 1).cumulativeProbability(f);
    assertThat(pair.f(xLeads, k)).isCloseTo(f, within(1e-8 * Math.max(1, f)));
    assertThat(pair.p(xLeads, k)).isCloseTo(p, within(1e-8));
  }

  private static double residual(double[] y, int k, double[]... regressors) {
    return regression(y, k, regressors).calculateResidualSumOfSquares();
  }

  private static OLSMultipleLinearRegression regression(double[] y, int k, double[]... regressors) {
    int rows = y.length - k;
    double[] target = new double[rows];
    double[][] lags = new double[rows][k * regressors.length];
    for (int t = k; t < y.length; t++) {
      target[t - k] = y[t];
      for (int r = 0; r < regressors.length; r++) {
        for (int j = 1; j <= k; j++) {
          lags[t - k][r * k + j - 1] = regressors[r][t - j];
        }
      }
    }
    OLSMultipleLinearRegression regression = new OLSMultipleLinearRegression();
    regression.newSampleData(target, lags);
    return regression;
  }

  @Test
  void coefficientsAreThoseOfTheRegressionBothWays() {
    SplittableRandom random = new SplittableRandom(13);
    Pair pair = new Pair(WINDOW, LAGS);
    double[] x = new double[WINDOW];
    double[] y = new double[WINDOW];
    for (int t = 0; t < WINDOW; t++) {
      x[t] = random.nextDouble(-1, 1) + (t > 2 ? 0.5 * y[t - 3] + 0.3 * x[t - 1] : 0);
      y[t] = random.nextDouble(-1, 1) + (t > 1 ? 0.5 * x[t - 2] - 0.2 * x[t - 1] : 0);
      pair.add(x[t], y[t]);
    }
    pair.test();
    int k = pair.test.firstLeads().lag();
    int back = pair.test.secondLeads().lag();
    assertThat(k).isGreaterThanOrEqualTo(2);
    assertThat(back).isGreaterThanOrEqualTo(3);
    double ahead = sum(regression(y, k, y, x).estimateRegressionParameters(), k);
    double behind = sum(regression(x, back, x, y).estimateRegressionParameters(), back);
    assertThat(pair.test.firstLeads().coefficients()).isCloseTo(ahead, within(1e-12));
    assertThat(pair.test.secondLeads().coefficients()).isCloseTo(behind, within(1e-12));
  }

  /** Of the other's lags: after the intercept and the own k. */
  private static double sum(double[] parameters, int k) {
    double sum = 0;
    for (int j = 0; j < k; j++) {
      sum += parameters[1 + k + j];
    }
    return sum;
  }

  @Test
  void aLostProductComesBackToTheLastBit() {
    Pair straight = new Pair(WINDOW, LAGS);
    Pair restarted = new Pair(WINDOW, LAGS);
    SplittableRandom random = new SplittableRandom(5);
    for (int t = 0; t < 1000; t++) {
      double x = heavy(random, t);
      double y = heavy(random, t);
      straight.add(x, y);
      restarted.add(x, y);
      if (t % 37 == 0) {
        restarted.restart();
      }
      if (t >= WINDOW && restarted.core != null) {
        assertThat(restarted.core).isEqualTo(straight.core);
      }
    }
  }

  @Test
  void saysNothingOfWhatDoesNotMoveOrIsTheSame() {
    SplittableRandom random = new SplittableRandom(7);
    Pair flat = new Pair(WINDOW, LAGS);
    Pair half = new Pair(WINDOW, LAGS);
    Pair same = new Pair(WINDOW, LAGS);
    for (int t = 0; t < 300; t++) {
      double x = random.nextDouble(-1, 1);
      flat.add(0.1, 0);
      half.add(x, 0.1);
      same.add(x, 3 * x + 1);
    }
    for (Pair pair : new Pair[] {flat, half, same}) {
      pair.test();
      assertThat(pair.test.firstLeads()).isEqualTo(GrangerCausality.Lead.NONE);
      assertThat(pair.test.secondLeads()).isEqualTo(GrangerCausality.Lead.NONE);
      assertThat(pair.f(true, LAGS)).isZero();
    }
  }

  @Test
  void aPerfectLeadIsCertain() {
    SplittableRandom random = new SplittableRandom(7);
    Pair pair = new Pair(WINDOW, LAGS);
    double before = 0;
    for (int t = 0; t < 200; t++) {
      double x = random.nextDouble(-1, 1);
      pair.add(x, 2 * before);
      before = x;
    }
    pair.test();
    assertThat(pair.test.firstLeads().p()).isLessThan(1e-100);
    assertThat(pair.test.firstLeads().lag()).isEqualTo(1);
    assertThat(pair.test.firstLeads().coefficients()).isCloseTo(2, within(1e-10));
  }

  @Test
  void forgetsAnAbsurdValueWhenItHasLeft() {
    SplittableRandom random = new SplittableRandom(9);
    double[][] history = new double[2][WINDOW];
    Pair pair = new Pair(WINDOW, LAGS);
    for (int t = 0; t < 400; t++) {
      double x = t == 150 ? 1e16 : t == 152 ? Double.POSITIVE_INFINITY : random.nextDouble(-1, 1);
      double y = t == 151 ? -1e15 : random.nextDouble(-1, 1);
      pair.add(x, y);
      history[0][t % WINDOW] = x;
      history[1][t % WINDOW] = y;
      if (t > 152 + WINDOW) {
        pair.test();
        for (int k = 1; k <= LAGS; k++) {
          compare(pair, true, k, ordered(history[0], t), ordered(history[1], t));
        }
      } else if (t > 152) {
        pair.test();
        assertThat(pair.test.firstLeads()).isEqualTo(GrangerCausality.Lead.NONE);
      }
    }
  }

  @Test
  void refusesAWindowWithoutDegreesOfFreedom() {
    assertThatThrownBy(() -> new LaggedSeries(16, 5, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("16");
  }

  @Test
  void productsThatSlideLaterAreTheSameToTheLastBit() {
    SplittableRandom random = new SplittableRandom(11);
    GrangerCausality test = new GrangerCausality(WINDOW, LAGS, 0.05);
    LaggedSeries x = new LaggedSeries(WINDOW, LAGS, 17);
    LaggedSeries y = new LaggedSeries(WINDOW, LAGS, 83);
    int size = test.productsOfPair();
    double[] cores = new double[2 * size];
    long behind = Long.MAX_VALUE;
    long lazy = Long.MAX_VALUE;
    for (int t = 0; t < 10 * WINDOW; t++) {
      x.add(random.nextGaussian() * (t % 97 == 0 ? 1e6 : 1)); // so that origins are set anew
      y.add(random.nextGaussian());
      lazy = lazy == Long.MAX_VALUE ? lazy : lazy + 1;
      if (x.isReady()) {
        test.advance(x, y, cores, 0, behind);
        behind = 1;
        if (random.nextInt(9) == 0) {
          test.advance(x, y, cores, size, lazy);
          lazy = 0;
          assertThat(Arrays.copyOfRange(cores, size, 2 * size))
              .containsExactly(Arrays.copyOf(cores, size));
        }
      }
    }
  }
}
