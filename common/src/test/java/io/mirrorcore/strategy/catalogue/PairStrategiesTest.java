package io.mirrorcore.strategy.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mirrorcore.market.Bar;
import io.mirrorcore.signal.Signal;
import io.mirrorcore.state.Saved;
import io.mirrorcore.strategy.Edition;
import io.mirrorcore.strategy.PairReading;
import io.mirrorcore.strategy.PairStrategy;
import io.mirrorcore.strategy.Parameters;
import io.mirrorcore.strategy.Run;
import io.mirrorcore.strategy.cross.PairsTrading;
import io.mirrorcore.strategy.kit.AllShards;
import io.mirrorcore.strategy.kit.Rehearsal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The promises that every strategy on pairs keeps, and the division of pairs among shards. */
class PairStrategiesTest {

  private static final int SYMBOLS = 9;
  private static final int CLOSES = 900;

  private static List<Definition> definitions() {
    return Definition.all().stream().filter(d -> d.strategy() instanceof PairStrategy).toList();
  }

  private static AllShards shards(Definition definition, int shards) {
    return new AllShards((PairStrategy) definition.strategy(), definition.rehearsed(), shards);
  }

  /**
   * Related prices: every other symbol does what the one before does, with a spread that reverts;
   * the rest follow by a bar. One comes late, one is away for a while, all lack a bar at times.
   */
  private static List<List<Bar>> market(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] log = new double[SYMBOLS];
    double[] spread = new double[SYMBOLS];
    List<List<Bar>> closes = new ArrayList<>();
    for (int t = 0; t < CLOSES; t++) {
      for (int i = SYMBOLS - 1; i > 0; i -= 2) {
        log[i] += 0.6 * (log[i - 1] - log[i]) + random.nextDouble(-0.002, 0.002);
      }
      log[0] += random.nextDouble(-0.01, 0.01);
      for (int i = 1; i < SYMBOLS; i += 2) {
        spread[i] = 0.6 * spread[i] + random.nextDouble(-0.004, 0.004);
        log[i] = log[i - 1] + spread[i];
      }
      List<Bar> bars = new ArrayList<>();
      for (int i = 0; i < SYMBOLS; i++) {
        boolean late = i == 2 && t < 250;
        boolean away = i == 5 && t > 400 && t < 460;
        if (!late && !away && random.nextInt(40) > 0) {
          double price = 100 * Math.exp(log[i]);
          bars.add(new Bar("S" + i, t, price, price, price, price, 1));
        }
      }
      closes.add(bars);
    }
    return closes;
  }

  @ParameterizedTest
  @MethodSource("definitions")
  void theNumberOfShardsDecidesNothing(Definition definition) {
    AllShards one = shards(definition, 1);
    AllShards two = shards(definition, 2);
    AllShards seven = shards(definition, 7);
    int positions = 0;
    for (List<Bar> bars : market(3)) {
      List<Signal> signals = one.onBars(bars);
      assertThat(Rehearsal.bits(two.onBars(bars))).isEqualTo(Rehearsal.bits(signals));
      assertThat(Rehearsal.bits(seven.onBars(bars))).isEqualTo(Rehearsal.bits(signals));
      positions += (int) signals.stream().filter(signal -> signal.position() != 0).count();
    }
    assertThat(positions).isGreaterThan(CLOSES / 10);
  }

  @ParameterizedTest
  @MethodSource("definitions")
  void theOrderOfBarsDoesNotMatter(Definition definition) {
    AllShards ordered = shards(definition, 3);
    AllShards shuffled = shards(definition, 3);
    SplittableRandom random = new SplittableRandom(4);
    for (List<Bar> bars : market(5)) {
      List<Bar> others = new ArrayList<>(bars);
      Collections.shuffle(others, new java.util.Random(random.nextLong()));
      List<Signal> expected = ordered.onBars(bars);
      List<Signal> signals = shuffled.onBars(others);
      for (int i = 0; i < bars.size(); i++) {
        Signal signal = signals.get(others.indexOf(bars.get(i)));
        assertThat(Rehearsal.bits(signal)).isEqualTo(Rehearsal.bits(expected.get(i)));
      }
    }
    assertThat(Saved.bytes(shuffled)).isEqualTo(Saved.bytes(ordered));
  }

  @ParameterizedTest
  @MethodSource("definitions")
  void restartsAnywhereChangeNothing(Definition definition) {
    AllShards straight = shards(definition, 2);
    AllShards restarted = shards(definition, 2);
    SplittableRandom random = new SplittableRandom(6);
    for (List<Bar> bars : market(7)) {
      if (random.nextInt(30) == 0) {
        restarted = Saved.copy(restarted, shards(definition, 2));
      }
      assertThat(Rehearsal.bits(restarted.onBars(bars)))
          .isEqualTo(Rehearsal.bits(straight.onBars(bars)));
    }
    assertThat(Saved.bytes(restarted)).isEqualTo(Saved.bytes(straight));
  }

  /**
   * Closes before a symbol is ready that is there from the first on, and one that comes 50 late.
   */
  private static int[] warmUp(Definition definition) {
    boolean first = definition.edition() == Edition.FIRST;
    if (definition.strategy() instanceof PairsTrading) {
      // The late one is complete for the formation of close 80, not for that of close 60.
      return first ? new int[] {60, 110} : new int[] {19, 79};
    }
    // What came before 67 returns would weigh less than 1 %.
    return first ? new int[] {120, 170} : new int[] {187, 237};
  }

  @ParameterizedTest
  @MethodSource("definitions")
  void holdsDuringWarmUpAndWhoComesLateWarmsUpAlone(Definition definition) {
    int[] bars = warmUp(definition);
    AllShards machine = shards(definition, 2);
    SplittableRandom random = new SplittableRandom(2);
    for (int t = 0; t < bars[1] + 10; t++) {
      List<Bar> close = new ArrayList<>();
      for (String symbol : t < 50 ? List.of("A", "B") : List.of("A", "B", "C")) {
        double price = random.nextDouble(90, 110);
        close.add(new Bar(symbol, t, price, price, price, price, 1));
      }
      List<Signal> signals = machine.onBars(close);
      // The first return comes with the second close.
      assertThat(signals.get(0).isWarmup()).isEqualTo(t < bars[0]);
      assertThat(signals.get(1).isWarmup()).isEqualTo(t < bars[0]);
      if (t >= 50) {
        assertThat(signals.get(2).isWarmup()).isEqualTo(t < bars[1]);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("definitions")
  void flatPricesSayNothing(Definition definition) {
    AllShards machine = shards(definition, 1);
    List<Signal> signals = List.of();
    for (int t = 0; t < 400; t++) {
      List<Bar> bars = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        double price = 0.1 + 7 * i;
        bars.add(new Bar("S" + i, t, price, price, price, price, 0));
      }
      signals = machine.onBars(bars);
      assertThat(signals).allMatch(signal -> signal.position() == 0);
    }
    assertThat(signals).noneMatch(Signal::isWarmup).allMatch(signal -> signal.confidence() == 0);
  }

  @ParameterizedTest
  @MethodSource("definitions")
  void aSymbolAloneIsReadyAndFlat(Definition definition) {
    AllShards machine = shards(definition, 2);
    Signal signal = Signal.WARMUP;
    for (int t = 0; t < 400; t++) {
      double price = 100 + t % 3;
      signal = machine.onBars(List.of(new Bar("A", t, price, price, price, price, 0))).get(0);
    }
    assertThat(Run.says(signal)).isEqualTo("HOLD 0.0");
    assertThat(signal.attributes()[0]).isZero();
  }

  /** These say where state was saved: they never change. */
  @Test
  void shardsAreWhereTheyWere() {
    assertThat(PairStrategy.shardOf("BTCUSDT", "ETHUSDT", 1)).isZero();
    assertThat(PairStrategy.shardOf("BTCUSDT", "ETHUSDT", 128)).isEqualTo(119);
    assertThat(PairStrategy.shardOf("AAPL", "MSFT", 128)).isEqualTo(8);
    assertThat(PairStrategy.shardOf("AAPL", "AAPL", 128)).isEqualTo(14);
  }

  @Test
  void shardsAreOfNearlyEqualSize() {
    int[] pairs = new int[8];
    for (int i = 0; i < 300; i++) {
      for (int j = i; j < 300; j++) {
        pairs[PairStrategy.shardOf("S" + (1000 + i), "S" + (1000 + j), 8)]++;
      }
    }
    int equal = 300 * 301 / 2 / 8;
    assertThat(IntStream.of(pairs).allMatch(size -> Math.abs(size - equal) < equal / 20)).isTrue();
  }

  @Test
  void refusesAShardThatDoesNotExistAndAPairOutOfOrder() {
    PairsTrading strategy = new PairsTrading();
    assertThatThrownBy(() -> strategy.machine(Parameters.defaults(strategy), 2, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("shard must be in [0, 2); have 2");
    assertThatThrownBy(() -> new PairReading("B", "A", new double[0]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("B before A");
  }
}
