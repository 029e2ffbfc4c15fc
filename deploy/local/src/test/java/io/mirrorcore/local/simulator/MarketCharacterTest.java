package io.mirrorcore.local.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.local.simulator.market.MarketRegime;
import io.mirrorcore.local.simulator.market.SimulatedInstrument;
import io.mirrorcore.local.simulator.market.SimulatorSettings;
import io.mirrorcore.market.option.OptionPrint;
import io.mirrorcore.market.option.OptionType;
import io.mirrorcore.market.tick.Tick;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The character of the default market, measured in one run of 20,000 bars. */
class MarketCharacterTest {

  private static final int BARS = 20_000;
  private static final SimulatorSettings SETTINGS = SimulatorSettings.of(42);
  private static final List<SimulatedInstrument> INSTRUMENTS = SETTINGS.instruments();

  /** By instrument and bar. */
  private static final double[][] CLOSES = new double[INSTRUMENTS.size()][BARS];

  /** Mean of (bid - ask) / (bid + ask) of the quoted sizes, by instrument and bar. */
  private static final double[][] IMBALANCES = new double[INSTRUMENTS.size()][BARS];

  private static final MarketRegime[] REGIMES = new MarketRegime[BARS];
  private static final Map<MarketRegime, Double> PUTS = new EnumMap<>(MarketRegime.class);
  private static final Map<MarketRegime, Double> CALLS = new EnumMap<>(MarketRegime.class);

  @BeforeAll
  static void run() {
    MarketSimulator market = new MarketSimulator(SETTINGS);
    for (int i = 0; i < BARS; i++) {
      SimulatedBar bar = market.next();
      REGIMES[i] = bar.regime();
      for (int k = 0; k < INSTRUMENTS.size(); k++) {
        CLOSES[k][i] = bar.bars().get(k).close();
        IMBALANCES[k][i] = imbalance(bar.ticks(), INSTRUMENTS.get(k).symbol());
      }
      for (OptionPrint print : bar.options()) {
        boolean put = print.contract().type() == OptionType.PUT;
        (put ? PUTS : CALLS).merge(bar.regime(), print.volume(), Double::sum);
      }
    }
  }

  private static double imbalance(List<Tick> ticks, String symbol) {
    return ticks.stream()
        .filter(t -> t.symbol().equals(symbol) && t.isTwoSided())
        .mapToDouble(t -> (size(t.bids()) - size(t.asks())) / (size(t.bids()) + size(t.asks())))
        .average()
        .orElseThrow();
  }

  private static double size(double[] levels) {
    double sum = 0;
    for (int i = 1; i < levels.length; i += 2) {
      sum += levels[i];
    }
    return sum;
  }

  @Test
  void pricesStayNearTheirLongRun() {
    for (int k = 0; k < INSTRUMENTS.size(); k++) {
      double price = INSTRUMENTS.get(k).price();
      assertThat(StatUtils.min(CLOSES[k])).isGreaterThan(0.6 * price);
      assertThat(StatUtils.max(CLOSES[k])).isLessThan(price / 0.6);
    }
  }

  @Test
  void returnsAreOfOneOrderOfMagnitude() {
    for (int k = 0; k < INSTRUMENTS.size(); k++) {
      double[] returns = returns(k);
      double deviation = Math.sqrt(StatUtils.variance(returns));
      assertThat(deviation).isBetween(0.0005, 0.0025);
      assertThat(StatUtils.max(returns)).isLessThan(10 * deviation);
      assertThat(StatUtils.min(returns)).isGreaterThan(-10 * deviation);
    }
  }

  @Test
  void companiesOfOneSectorMoveTogetherMoreThanOthers() {
    double[] sum = new double[2];
    int[] pairs = new int[2];
    for (int k = 0; k < INSTRUMENTS.size(); k++) {
      for (int l = 0; l < k; l++) {
        int same = INSTRUMENTS.get(k).sector().equals(INSTRUMENTS.get(l).sector()) ? 1 : 0;
        sum[same] += correlation(returns(k), returns(l));
        pairs[same]++;
      }
    }
    assertThat(sum[0] / pairs[0]).isBetween(0.2, 0.5);
    assertThat(sum[1] / pairs[1]).isBetween(sum[0] / pairs[0] + 0.15, 0.9);
  }

  @Test
  void firstTwoOfASectorMakeAPair() {
    assertThat(correlation(returns(0), returns(1))).isGreaterThan(0.7);
    assertThat(correlation(returns(6), returns(7))).isGreaterThan(0.7);
  }

  @Test
  void regimesDifferAsTheirNamesSay() {
    assertThat(meanOverDeviation(MarketRegime.TRENDING_UP)).isGreaterThan(0.05);
    assertThat(meanOverDeviation(MarketRegime.TRENDING_DOWN)).isLessThan(-0.05);
    assertThat(meanOverDeviation(MarketRegime.RANGING)).isBetween(-0.03, 0.03);
    assertThat(deviation(MarketRegime.VOLATILE))
        .isGreaterThan(1.5 * deviation(MarketRegime.TRENDING_DOWN))
        .isGreaterThan(2 * deviation(MarketRegime.RANGING));
  }

  @Test
  void bookLeansTowardsTheNextMove() {
    double sum = 0;
    for (int k = 0; k < INSTRUMENTS.size(); k++) {
      sum += correlation(Arrays.copyOf(IMBALANCES[k], BARS - 1), returns(k));
    }
    assertThat(sum / INSTRUMENTS.size()).isBetween(0.03, 0.3);
  }

  @Test
  void bookLeansStronglyNowAndThen() {
    for (double[] imbalances : IMBALANCES) {
      long strong = Arrays.stream(imbalances).filter(x -> Math.abs(x) > 0.6).count();
      assertThat((double) strong / BARS).isBetween(0.02, 0.15);
    }
  }

  @Test
  void putsAreTradedWhenPricesFall() {
    assertThat(putCallRatio(MarketRegime.TRENDING_UP)).isLessThan(0.7);
    assertThat(putCallRatio(MarketRegime.RANGING)).isBetween(0.8, 1.25);
    assertThat(putCallRatio(MarketRegime.TRENDING_DOWN)).isGreaterThan(1.3);
  }

  private static double putCallRatio(MarketRegime regime) {
    return PUTS.get(regime) / CALLS.get(regime);
  }

  /** Of the returns of bars 1 .. BARS - 1. */
  private static double[] returns(int instrument) {
    double[] returns = new double[BARS - 1];
    for (int i = 1; i < BARS; i++) {
      returns[i - 1] = Math.log(CLOSES[instrument][i] / CLOSES[instrument][i - 1]);
    }
    return returns;
  }

  private static double[] returns(MarketRegime regime) {
    double[] all = new double[INSTRUMENTS.size() * BARS];
    int n = 0;
    for (int k = 0; k < INSTRUMENTS.size(); k++) {
      double[] returns = returns(k);
      for (int i = 1; i < BARS; i++) {
        if (REGIMES[i] == regime) {
          all[n++] = returns[i - 1];
        }
      }
    }
    return Arrays.copyOf(all, n);
  }

  private static double meanOverDeviation(MarketRegime regime) {
    return StatUtils.mean(returns(regime)) / deviation(regime);
  }

  private static double deviation(MarketRegime regime) {
    return Math.sqrt(StatUtils.variance(returns(regime)));
  }

  private static double correlation(double[] x, double[] y) {
    return new PearsonsCorrelation().correlation(x, y);
  }
}
