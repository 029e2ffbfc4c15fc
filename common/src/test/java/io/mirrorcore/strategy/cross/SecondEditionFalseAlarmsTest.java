package io.mirrorcore.strategy.cross;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.market.Bar;
import io.mirrorcore.signal.Signal;
import io.mirrorcore.strategy.CrossAssetStrategy;
import io.mirrorcore.strategy.Parameters;
import io.mirrorcore.strategy.Strategy;
import io.mirrorcore.strategy.kit.AllShards;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** How often a second edition finds what is not there, and whether it finds what is; seeded. */
class SecondEditionFalseAlarmsTest {

  private static final double VOLATILITY = 0.01;

  private final SplittableRandom random = new SplittableRandom(5);

  /** Box and Muller's. */
  private double gaussian() {
    double radius = Math.sqrt(-2 * Math.log(1 - random.nextDouble()));
    return radius * Math.cos(2 * Math.PI * random.nextDouble());
  }

  private static Parameters second(Strategy strategy) {
    return Parameters.of(strategy, Map.of("edition", 2.0));
  }

  private static List<Bar> bars(double[] logs, int t) {
    List<Bar> bars = new ArrayList<>();
    for (int i = 0; i < logs.length; i++) {
      double price = 100 * Math.exp(logs[i]);
      bars.add(new Bar("S" + (10 + i), (t + 1) * 60_000L, price, price, price, price, 1));
    }
    return bars;
  }

  /** Windows that do not overlap, of independent series that share a stochastic volatility. */
  @Test
  void causalityDetectorSeesFewLeadsBetweenSeriesThatShareOnlyTheirVolatility() {
    int symbols = 5;
    int windows = 0;
    int found = 0;
    CausalityDetector strategy = new CausalityDetector();
    for (int run = 0; run < 30; run++) {
      AllShards machine = new AllShards(strategy, second(strategy), 1);
      double[] logs = new double[symbols];
      double logVariance = 0;
      for (int t = 0; t < 1500; t++) {
        logVariance = 0.98 * logVariance + 0.25 * gaussian();
        for (int i = 0; i < symbols; i++) {
          logs[i] += VOLATILITY * Math.exp(0.5 * logVariance) * gaussian();
        }
        List<Signal> signals = machine.onBars(bars(logs, t));
        if (t >= 187 && (t - 187) % 120 == 0) {
          windows++;
          found += signals.stream().anyMatch(signal -> signal.attributes()[0] > 0) ? 1 : 0;
        }
      }
    }
    assertThat(found / (double) windows).isBetween(0.02, 0.08);
  }

  @Test
  void causalityDetectorFindsAPlantedLead() {
    int found = 0;
    CausalityDetector strategy = new CausalityDetector();
    for (int run = 0; run < 100; run++) {
      AllShards machine = new AllShards(strategy, second(strategy), 1);
      double[] logs = new double[3];
      double before = 0;
      List<Signal> signals = List.of();
      for (int t = 0; t <= 187; t++) {
        double leader = gaussian();
        logs[0] += VOLATILITY * leader;
        logs[1] += VOLATILITY * (0.5 * before + gaussian());
        logs[2] += VOLATILITY * gaussian();
        before = leader;
        signals = machine.onBars(bars(logs, t));
      }
      found += signals.get(1).attributes()[0] > 0 ? 1 : 0;
    }
    assertThat(found).isGreaterThan(85);
  }

  @Test
  void pairsTradingFormsFewPairsOfCorrelatedRandomWalks() {
    int pairs = 2000;
    int formed = 0;
    for (int run = 0; run < pairs; run++) {
      FormedPairs machine = machine();
      double[] logs = new double[2];
      for (int t = 0; t < 250; t++) {
        double common = gaussian();
        for (int i = 0; i < logs.length; i++) {
          logs[i] += VOLATILITY * (0.85 * common + 0.53 * gaussian());
        }
        machine.onBars(bars(logs, t));
      }
      formed += machine.formed();
    }
    assertThat(formed / (double) pairs).isBetween(0.02, 0.13);
  }

  @Test
  void pairsTradingFormsAndTradesAPairThatBelongsTogether() {
    int formed = 0;
    boolean traded = false;
    for (int run = 0; run < 50; run++) {
      FormedPairs machine = machine();
      double[] logs = new double[2];
      double spread = 0;
      for (int t = 0; t < 300; t++) {
        logs[0] += VOLATILITY * gaussian();
        spread = 0.8 * spread + 0.5 * VOLATILITY * gaussian();
        logs[1] = logs[0] + spread;
        traded |= machine.onBars(bars(logs, t)).stream().anyMatch(reading -> !reading.isAlone());
      }
      formed += machine.formed();
    }
    assertThat(formed).isGreaterThan(40);
    assertThat(traded).isTrue();
  }

  private static FormedPairs machine() {
    PairsTrading strategy = new PairsTrading();
    return (FormedPairs) strategy.machine(second(strategy), 0, 1);
  }

  @Test
  void correlationMatrixSeesFewLeadersAmongIndependentSeries() {
    for (int symbols : new int[] {2, 5, 20}) {
      double share = shareLed(symbols, 0);
      assertThat(share).isBetween(0.02, 0.11);
    }
  }

  @Test
  void correlationMatrixFindsAPlantedLeader() {
    double share = shareLed(5, 0.7);
    assertThat(share).isGreaterThan(0.8);
  }

  /** Share of closes, far apart, on which somebody leads. */
  private double shareLed(int symbols, double lead) {
    CorrelationMatrix strategy = new CorrelationMatrix();
    CrossAssetStrategy.Machine machine = strategy.machine(second(strategy));
    double[] logs = new double[symbols];
    double before = 0;
    int closes = 0;
    int led = 0;
    for (int t = 0; t < 62 * 400; t++) {
      double leader = gaussian();
      for (int i = 0; i < symbols; i++) {
        logs[i] += VOLATILITY * (i == 0 ? leader : lead * before + gaussian());
      }
      before = leader;
      List<Signal> signals = machine.onBars(bars(logs, t));
      if (t % 62 == 61) {
        closes++;
        led += signals.stream().noneMatch(s -> s.label().equals("NO_LEADER")) ? 1 : 0;
      }
    }
    return led / (double) closes;
  }
}
