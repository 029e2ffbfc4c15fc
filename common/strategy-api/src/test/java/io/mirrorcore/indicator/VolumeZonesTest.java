package io.mirrorcore.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.mirrorcore.state.Saved;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VolumeZonesTest {

  private record Bar(double high, double low, double volume) {}

  private record Pivot(double price, double volume) {}

  private static List<Bar> market(long seed, int bars) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Bar> market = new ArrayList<>();
    double close = 100;
    for (int i = 0; i < bars; i++) {
      close *= Math.exp(0.02 * (random.nextDouble() - 0.5));
      double range = 0.01 * close * random.nextDouble();
      double volume = random.nextInt(5) == 0 ? 0 : random.nextInt(1, 50);
      market.add(new Bar(close + range, close - range, volume));
    }
    return market;
  }

  @Test
  void aPivotIsKnownOnlySpanBarsLater() {
    Pivots pivots = new Pivots(2);
    double[] highs = {1, 2, 5, 3, 4, 4.5, 1};
    for (int i = 0; i < highs.length; i++) {
      pivots.add(highs[i], -highs[i]);
      assertThat(pivots.isHigh()).isEqualTo(i == 4);
      assertThat(pivots.isLow()).isEqualTo(i == 4);
    }
    assertThat(pivots.high()).isEqualTo(4);
    assertThatThrownBy(() -> new Pivots(0)).hasMessage("span must be at least 1; have 0");
  }

  @Test
  void aTieExceedsNothing() {
    Pivots pivots = new Pivots(1);
    for (int i = 0; i < 3; i++) {
      assertThat(pivots.isHigh()).isFalse();
      pivots.add(5, 5);
    }
    assertThat(pivots.isHigh()).isTrue();
    assertThat(pivots.isLow()).isTrue();
  }

  @Test
  void mergesNeighboursByVolumeByHand() {
    // Pivot highs 110 (volume 1), 111 (3), 120 (4); pivot lows 100 (1), 90 (2), the others no
    // pivot.
    VolumeZones zones = new VolumeZones(9, 1, 0, 0.02);
    double[][] bars = {
      {105, 101, 9},
      {110, 102, 1},
      {104, 100, 1},
      {111, 103, 3},
      {109, 90, 2},
      {120, 104, 4},
      {115, 103, 9},
      {114, 102, 9},
      {113, 101, 9}
    };
    for (double[] bar : bars) {
      assertThat(zones.isReady()).isFalse();
      zones.add(bar[0], bar[1], bar[2]);
    }
    assertThat(zones.isReady()).isTrue();
    assertThat(zones.count()).isEqualTo(4);
    double[] prices = {90, 100, (110 * 1 + 111 * 3) / 4.0, 120};
    double[] shares = {2 / 11.0, 1 / 11.0, 4 / 11.0, 4 / 11.0};
    for (int i = 0; i < 4; i++) {
      assertThat(zones.price(i)).isCloseTo(prices[i], within(1e-12));
      assertThat(zones.share(i)).isCloseTo(shares[i], within(1e-12));
    }
    assertThatThrownBy(() -> zones.price(4)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void thereAreNoZonesWithoutVolume() {
    VolumeZones zones = new VolumeZones(50, 2, 0.85, 0.005);
    for (Bar bar : market(3, 100)) {
      zones.add(bar.high(), bar.low(), 0);
    }
    assertThat(zones.count()).isZero();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void givesWhatTheWholeWindowGives(long seed) {
    List<Bar> market = market(seed, 400);
    VolumeZones zones = new VolumeZones(60, 2, 0.6, 0.004);
    int seen = 0;
    for (int t = 0; t < market.size(); t++) {
      zones.add(market.get(t).high(), market.get(t).low(), market.get(t).volume());
      if (t >= 59) {
        List<Pivot> batch = batch(market.subList(0, t + 1), t - 59, 2, 0.6, 0.004);
        double total = batch.stream().mapToDouble(Pivot::volume).sum();
        assertThat(zones.count()).isEqualTo(batch.size());
        for (int i = 0; i < batch.size(); i++) {
          assertThat(zones.price(i)).isCloseTo(batch.get(i).price(), within(1e-10));
          assertThat(zones.share(i)).isCloseTo(batch.get(i).volume() / total, within(1e-12));
          seen++;
        }
      }
    }
    assertThat(seen).isGreaterThan(1000);
  }

  private static List<Pivot> batch(
      List<Bar> bars, int from, int span, double quantile, double merge) {
    List<Pivot> pivots = new ArrayList<>();
    for (int i = Math.max(from, span); i < bars.size() - span; i++) {
      Bar bar = bars.get(i);
      List<Bar> around = bars.subList(i - span, i + span + 1);
      if (around.stream().allMatch(b -> b.high() <= bar.high())) {
        pivots.add(new Pivot(bar.high(), bar.volume()));
      }
      if (around.stream().allMatch(b -> b.low() >= bar.low())) {
        pivots.add(new Pivot(bar.low(), bar.volume()));
      }
    }
    List<Double> volumes = pivots.stream().map(Pivot::volume).sorted().toList();
    double rank = quantile * (volumes.size() - 1);
    int below = (int) rank;
    int above = Math.min(below + 1, volumes.size() - 1);
    double least = volumes.get(below) + (rank - below) * (volumes.get(above) - volumes.get(below));
    List<Pivot> kept =
        pivots.stream()
            .filter(p -> p.volume() > 0 && p.volume() >= least)
            .sorted(Comparator.comparingDouble(Pivot::price))
            .toList();
    List<List<Pivot>> groups = new ArrayList<>();
    for (Pivot pivot : kept) {
      List<Pivot> last = groups.isEmpty() ? List.of() : groups.get(groups.size() - 1);
      if (!last.isEmpty() && pivot.price() - mean(last) <= merge * mean(last)) {
        last.add(pivot);
      } else {
        groups.add(new ArrayList<>(List.of(pivot)));
      }
    }
    return groups.stream().map(g -> new Pivot(mean(g), volume(g))).toList();
  }

  private static double volume(List<Pivot> pivots) {
    return pivots.stream().mapToDouble(Pivot::volume).sum();
  }

  private static double mean(List<Pivot> pivots) {
    return pivots.stream().mapToDouble(p -> p.price() * p.volume()).sum() / volume(pivots);
  }

  @Test
  void loadsWhatItSaved() {
    VolumeZones straight = new VolumeZones(40, 2, 0.5, 0.004);
    for (Bar bar : market(9, 120)) {
      straight.add(bar.high(), bar.low(), bar.volume());
      VolumeZones restored = Saved.copy(straight, new VolumeZones(40, 2, 0.5, 0.004));
      assertThat(restored.count()).isEqualTo(straight.count());
      for (int i = 0; i < restored.count(); i++) {
        assertThat(restored.price(i)).isEqualTo(straight.price(i));
        assertThat(restored.share(i)).isEqualTo(straight.share(i));
      }
    }
    assertThat(straight.count()).isPositive();
  }

  @Test
  void refusesSettingsThatMakeNoSense() {
    assertThatThrownBy(() -> new VolumeZones(4, 2, 0.5, 0.01)).hasMessageContaining("lookback");
    assertThatThrownBy(() -> new VolumeZones(9, 2, Double.NaN, 0.01))
        .hasMessage("quantile must be in [0, 1]; have NaN");
    assertThatThrownBy(() -> new VolumeZones(9, 2, 0.5, -1))
        .hasMessage("merge must be at least 0; have -1.0");
  }
}
