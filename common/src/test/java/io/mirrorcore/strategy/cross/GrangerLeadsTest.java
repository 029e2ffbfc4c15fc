package io.mirrorcore.strategy.cross;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorcore.indicator.Window;
import io.mirrorcore.indicator.statistic.GrangerCausality;
import io.mirrorcore.indicator.statistic.LaggedSeries;
import io.mirrorcore.market.Bar;
import io.mirrorcore.strategy.CrossAssetStrategy;
import io.mirrorcore.strategy.LeadLag;
import io.mirrorcore.strategy.Parameters;
import io.mirrorcore.strategy.Sectors;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class GrangerLeadsTest {

  private static final int BARS = 60;
  private static final List<String> NAMES = List.of("A", "B", "C", "D");

  /** Of A and C a bar later B and D have a part; B falls when A rises. */
  private static List<Window> planted(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Window> rings = new ArrayList<>();
    NAMES.forEach(name -> rings.add(new Window(BARS + 1)));
    double a = 0;
    double c = 0;
    for (int t = 0; t <= BARS; t++) {
      double[] own = random.doubles(4, -0.02, 0.02).toArray();
      rings.get(0).add(own[0]);
      rings.get(1).add(0.5 * own[1] - 0.9 * a);
      rings.get(2).add(own[2]);
      rings.get(3).add(0.5 * own[3] + 0.9 * c);
      a = own[0];
      c = own[2];
    }
    return rings;
  }

  private static GrangerLeads of(List<Window> rings) {
    return new GrangerLeads(
        NAMES, StandardisedReturns.of(rings, 1, BARS), StandardisedReturns.of(rings, 0, BARS));
  }

  @Test
  void tellsEveryPlantedLeadWithItsSign() {
    for (long seed = 1; seed <= 20; seed++) {
      GrangerLeads found = of(planted(seed));
      List<LeadLag> leads = found.leads();
      assertThat(leads).extracting(l -> l.leader() + l.follower()).contains("AB", "CD");
      for (LeadLag lead : leads) {
        assertThat(lead.p()).isLessThanOrEqualTo(0.05);
        if (lead.leader().equals("A") && lead.follower().equals("B")) {
          assertThat(lead.coefficient()).isNegative();
        }
        if (lead.leader().equals("C") && lead.follower().equals("D")) {
          assertThat(lead.coefficient()).isPositive();
        }
      }
      assertThat(found.leadership()[0]).isPositive();
      assertThat(found.leadership()[1]).isNegative();
    }
  }

  /** The general test, of a regression at up to K lags, at one lag. */
  @Test
  void isGrangersTestAtOneLag() {
    for (long seed = 1; seed <= 10; seed++) {
      List<Window> rings = planted(seed);
      GrangerCausality peer = new GrangerCausality(BARS + 1, 1, 1);
      LaggedSeries first = series(rings.get(0), 1);
      LaggedSeries second = series(rings.get(1), 2);
      double[] products = new double[peer.productsOfPair()];
      peer.advance(first, second, products, 0, Long.MAX_VALUE / 4);
      peer.test(first, second, products, 0);
      double p =
          of(rings).leads().stream()
              .filter(lead -> lead.leader().equals("A") && lead.follower().equals("B"))
              .findFirst()
              .orElseThrow()
              .p();
      // Adjusted for 12 pairs: the planted two are first, or alike.
      assertThat(peer.firstLeads().p() * 12).isBetween(p * (1 - 1e-6), p * 3);
      double ratio = p / peer.firstLeads().p();
      assertThat(12 / ratio).isCloseTo(Math.rint(12 / ratio), within(0.3));
    }
  }

  private static LaggedSeries series(Window ring, int seed) {
    LaggedSeries series = new LaggedSeries(BARS + 1, 1, seed);
    for (int back = BARS; back >= 0; back--) {
      series.add(ring.latest(back));
    }
    return series;
  }

  @Test
  void independentSeriesSeldomLead() {
    int closes = 0;
    int told = 0;
    for (long seed = 1; seed <= 200; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      List<Window> rings = new ArrayList<>();
      for (int s = 0; s < 4; s++) {
        Window ring = new Window(BARS + 1);
        random.doubles(BARS + 1, -0.02, 0.02).forEach(ring::add);
        rings.add(ring);
      }
      closes++;
      told += of(rings).leads().isEmpty() ? 0 : 1;
    }
    assertThat(told).isLessThan(closes * 12 / 100);
  }

  @Test
  void oneThatStandsStillNeitherLeadsNorFollows() {
    List<Window> rings = planted(3);
    Window still = new Window(BARS + 1);
    for (int t = 0; t <= BARS; t++) {
      still.add(0);
    }
    rings.set(2, still);
    GrangerLeads found = of(rings);
    assertThat(found.leadership()[2]).isZero();
    assertThat(found.leads()).noneMatch(l -> l.leader().equals("C") || l.follower().equals("C"));
  }

  @Test
  void theStrategyTellsAllLeadsAndNamesTheGreatestLeader() {
    CorrelationMatrix strategy = new CorrelationMatrix();
    Parameters parameters =
        Parameters.of(strategy, Map.of()).withTexts(Map.of("lead", List.of("granger")));
    assertThat(strategy.check(parameters)).isEmpty();
    CrossAssetStrategy.Machine machine = strategy.machine(parameters, Sectors.NONE);
    List<Window> rings = planted(2);
    double[] close = {100, 100, 100, 100};
    for (int t = -1; t <= BARS; t++) {
      List<Bar> bars = new ArrayList<>();
      for (int s = 0; s < 4; s++) {
        close[s] *= t < 0 ? 1 : 1 + rings.get(s).latest(BARS - t);
        bars.add(new Bar(NAMES.get(s), t, close[s], close[s], close[s], close[s], 1));
      }
      var signals = machine.onBars(bars);
      if (t == BARS) {
        assertThat(signals).allMatch(s -> List.of("A", "C").contains(s.texts().get("leader")));
      }
    }
    assertThat(machine.leads()).extracting(l -> l.leader() + l.follower()).contains("AB", "CD");
  }

  @Test
  void tooFewBarsAreSaidToBe() {
    CorrelationMatrix strategy = new CorrelationMatrix();
    Parameters parameters =
        Parameters.of(strategy, Map.of("lead-window", 7.0))
            .withTexts(Map.of("lead", List.of("granger")));
    assertThat(strategy.check(parameters))
        .containsExactly("lead-window must be at least 8 where lead is granger; have 7: raise it");
    assertThat(strategy.check(Parameters.of(strategy, Map.of("lead-window", 7.0)))).isEmpty();
  }
}
