package io.mirrorcore.portfolio.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.mirrorcore.portfolio.Restored;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class NoTradeBandTest {

  /** A half-life of one bar: the usual change is half of the newest and half of the rest. */
  @Test
  void stopsAtTheEdgeOfTheBandAsWorkedOutByHand() {
    NoTradeBand band = new NoTradeBand(1, 1);

    // u = 0.2: 0.4 - 0.2
    SortedMap<String, Double> first = band.hold(Map.of(), wanted(0.4));
    assertThat(first.get("X")).isCloseTo(0.2, within(1e-15));
    // u = 0.1: a gap of 0.2, 0.1 of it beyond
    SortedMap<String, Double> second = band.hold(first, wanted(0.4));
    assertThat(second.get("X")).isCloseTo(0.3, within(1e-15));
    // u = 0.05 + 0.1: a gap of -0.1 lies inside
    SortedMap<String, Double> third = band.hold(second, wanted(0.2));
    assertThat(third.get("X")).isEqualTo(second.get("X"));
    // u = 0.075 + 0.05 down to 0.1: still inside
    assertThat(band.hold(third, wanted(0.3)).get("X")).isEqualTo(second.get("X"));
  }

  @Test
  void holdsExactlyWhatIsWantedWhereItIsOff() {
    SplittableRandom random = new SplittableRandom(1);
    NoTradeBand band = NoTradeBand.none();
    SortedMap<String, Double> held = new TreeMap<>();
    for (int t = 0; t < 200; t++) {
      SortedMap<String, Double> wanted = book(random, 3); // gross above 1 as well
      held = band.hold(held, wanted);
      assertThat(held).isEqualTo(wanted);
    }
  }

  @Test
  void keepsToTheBandAndToAGrossOfOneAndNeverTradesAwayFromWhatIsWanted() {
    SplittableRandom random = new SplittableRandom(2);
    for (int run = 0; run < 50; run++) {
      double halfLife = 1 + 30 * random.nextDouble();
      NoTradeBand band = new NoTradeBand(1, halfLife);
      double forget = Math.pow(0.5, 1 / halfLife);
      TreeMap<String, Double> usual = new TreeMap<>();
      SortedMap<String, Double> before = new TreeMap<>();
      SortedMap<String, Double> held = new TreeMap<>();
      for (int t = 0; t < 100; t++) {
        SortedMap<String, Double> wanted = book(random, 0.2);
        SortedMap<String, Double> now = band.hold(held, wanted);
        for (String symbol : wanted.keySet()) {
          double change = Math.abs(wanted.get(symbol) - before.getOrDefault(symbol, 0.0));
          usual.merge(symbol, (1 - forget) * change, (old, fresh) -> forget * old + fresh);
          double from = held.getOrDefault(symbol, 0.0);
          double to = now.get(symbol);
          assertThat(Math.abs(to - wanted.get(symbol)))
              .isLessThanOrEqualTo(usual.get(symbol) + 1e-12);
          assertThat((to - from) * (wanted.get(symbol) - from)).isGreaterThanOrEqualTo(0);
        }
        before = wanted;
        held = now;
      }
    }
  }

  @Test
  void scalesAGrossAboveOne() {
    TreeMap<String, Double> wanted = new TreeMap<>(Map.of("X", 1.5, "Y", -1.5));

    SortedMap<String, Double> held = new NoTradeBand(1, 1e9).hold(Map.of(), wanted);

    assertThat(held.get("X")).isCloseTo(0.5, within(1e-9));
    assertThat(held.get("Y")).isCloseTo(-0.5, within(1e-9));
  }

  @Test
  void leavesAtOnceAndWhollyWhatIsNotWanted() {
    NoTradeBand band = new NoTradeBand(1, 20);
    SortedMap<String, Double> held = band.hold(Map.of(), wanted(0.4));

    assertThat(held.get("X")).isPositive();
    assertThat(band.hold(held, wanted(0))).containsExactly(Map.entry("X", 0.0));
    assertThat(band.hold(held, new TreeMap<>())).isEmpty();
    // Gone and back: a book that begins, with a first change of its own.
    assertThat(band.hold(Map.of(), wanted(0.4))).isEqualTo(held);
  }

  /**
   * What changes little has a narrow band: in the long run it is followed to its last thousandth.
   */
  @Test
  void letsABookThatTradesLittleAlone() {
    NoTradeBand band = new NoTradeBand(1, 20);
    SortedMap<String, Double> held = new TreeMap<>();
    for (int t = 0; t < 400; t++) {
      held = band.hold(held, wanted(0.5));
    }
    assertThat(held.get("X")).isCloseTo(0.5, within(1e-6));
  }

  @Test
  void halvesTheTradesOfABookThatWavers() {
    SplittableRandom random = new SplittableRandom(3);
    NoTradeBand band = new NoTradeBand(1, 20);
    SortedMap<String, Double> held = new TreeMap<>();
    double last = 0;
    double wantedTrades = 0;
    double trades = 0;
    for (int t = 0; t < 2_000; t++) {
      double target = 0.3 + 0.1 * random.nextDouble();
      SortedMap<String, Double> now = band.hold(held, wanted(target));
      wantedTrades += Math.abs(target - last);
      trades += Math.abs(now.get("X") - held.getOrDefault("X", 0.0));
      last = target;
      held = now;
    }
    assertThat(trades).isLessThan(0.5 * wantedTrades);
  }

  @Test
  void goesOnAfterARestoreAsIfNothingHadBeen() {
    SplittableRandom random = new SplittableRandom(4);
    NoTradeBand band = new NoTradeBand(1, 20);
    SortedMap<String, Double> held = new TreeMap<>();
    for (int t = 0; t < 50; t++) {
      held = band.hold(held, book(random, 0.2));
    }
    NoTradeBand restored = Restored.from(band, new NoTradeBand(1, 20));

    for (int t = 0; t < 50; t++) {
      SortedMap<String, Double> wanted = book(random, 0.2);
      SortedMap<String, Double> now = band.hold(held, wanted);
      assertThat(restored.hold(held, wanted)).isEqualTo(now);
      held = now;
    }
  }

  @Test
  void refusesWhatIsNoBand() {
    assertThatThrownBy(() -> new NoTradeBand(Double.NaN, 20))
        .hasMessage("band must be at least 0; have NaN");
    assertThatThrownBy(() -> new NoTradeBand(1, 0))
        .hasMessage("halfLifeBars must be above 0; have 0.0");
  }

  private static SortedMap<String, Double> wanted(double position) {
    return new TreeMap<>(Map.of("X", position));
  }

  private static SortedMap<String, Double> book(SplittableRandom random, double size) {
    TreeMap<String, Double> book = new TreeMap<>();
    for (String symbol : new String[] {"A", "B", "C", "D"}) {
      book.put(symbol, size * (2 * random.nextDouble() - 1));
    }
    return book;
  }
}
