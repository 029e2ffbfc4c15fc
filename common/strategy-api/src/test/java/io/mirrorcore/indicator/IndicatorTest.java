package io.mirrorcore.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.mirrorcore.state.Saved;
import io.mirrorcore.state.Stateful;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleConsumer;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IndicatorTest {

  private static final double NEAR = 1e-12;

  private static double[] walk(long seed, int bars) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] closes = new double[bars];
    double close = 100;
    for (int i = 0; i < bars; i++) {
      close *= Math.exp(0.02 * (random.nextDouble() - 0.5));
      closes[i] = close;
    }
    return closes;
  }

  private static double[] last(double[] values, int end, int count) {
    return Arrays.copyOfRange(values, end + 1 - count, end + 1);
  }

  private static double[] filled(double value, int count) {
    double[] values = new double[count];
    Arrays.fill(values, value);
    return values;
  }

  /** Inputs until ready, counted by feeding ones. */
  private static int inputsUntil(DoubleConsumer add, IntPredicate ready) {
    int inputs = 0;
    while (!ready.test(inputs)) {
      add.accept(1);
      inputs++;
    }
    return inputs;
  }

  @Test
  void emaIsReadyWhenItsSeedWeighsLessThanOnePercent() {
    // alpha 2/11: (9/11)^22 = 0.0121, (9/11)^23 = 0.0099.
    Ema ema = new Ema(10);
    assertThat(inputsUntil(ema::add, i -> ema.isReady())).isEqualTo(10 + 23);
  }

  @Test
  void wilderAverageIsReadyWhenItsSeedWeighsLessThanOnePercent() {
    // 0.9^43 = 0.0108, 0.9^44 = 0.0097.
    WilderAverage average = new WilderAverage(10);
    assertThat(inputsUntil(average::add, i -> average.isReady())).isEqualTo(10 + 44);
  }

  @Test
  void emaByHand() {
    // alpha 1/2; seed (1 + 2 + 6) / 3 = 3; then 3 + (7 - 3)/2 = 5 and 5 + (4 - 5)/2 = 4.5.
    Ema ema = new Ema(3);
    DoubleStream.of(1, 2).forEach(ema::add);
    assertThatThrownBy(ema::value)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("2");
    ema.add(6);
    assertThat(ema.value()).isEqualTo(3);
    ema.add(7);
    assertThat(ema.value()).isEqualTo(5);
    ema.add(4);
    assertThat(ema.value()).isEqualTo(4.5);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void emaIsTheWeightedSumOfItsInputs(long seed) {
    double[] closes = walk(seed, 200);
    Ema ema = new Ema(10);
    for (int t = 0; t < closes.length; t++) {
      ema.add(closes[t]);
      if (t >= 9) {
        double batch = Math.pow(9.0 / 11, t - 9) * mean(last(closes, 9, 10));
        for (int i = 10; i <= t; i++) {
          batch += 2.0 / 11 * Math.pow(9.0 / 11, t - i) * closes[i];
        }
        assertThat(ema.value()).isCloseTo(batch, within(1e-11));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void windowedIndicatorsGiveWhatTheWholeWindowGives(long seed) {
    double[] closes = walk(seed, 300);
    Sma sma = new Sma(20);
    StandardDeviation deviation = new StandardDeviation(20);
    RollingRank rank = new RollingRank(20);
    for (int t = 0; t < closes.length; t++) {
      double close = closes[t];
      sma.add(close);
      deviation.add(close);
      rank.add(close);
      assertThat(sma.isReady()).isEqualTo(t >= 19);
      assertThat(deviation.isReady()).isEqualTo(t >= 19);
      assertThat(rank.isReady()).isEqualTo(t >= 19);
      if (t >= 19) {
        double[] window = last(closes, t, 20);
        double mean = mean(window);
        double squares = DoubleStream.of(window).map(x -> (x - mean) * (x - mean)).sum();
        double atMost = DoubleStream.of(window).filter(x -> x <= close).count();
        assertThat(sma.value()).isCloseTo(mean, within(NEAR));
        assertThat(deviation.mean()).isCloseTo(mean, within(NEAR));
        assertThat(deviation.value()).isCloseTo(Math.sqrt(squares / 19), within(NEAR));
        assertThat(rank.value()).isEqualTo(atMost / 20);
      }
    }
  }

  private static double mean(double[] values) {
    return DoubleStream.of(values).sum() / values.length;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void quantileIsThatOfTheSortedWindow(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] values = random.ints(500, 0, 12).asDoubleStream().toArray();
    RollingQuantile quantile = new RollingQuantile(31);
    for (int t = 0; t < values.length; t++) {
      quantile.add(values[t]);
      double[] sorted = last(values, t, Math.min(31, t + 1));
      Arrays.sort(sorted);
      for (int i = 0; i < sorted.length; i++) {
        double probability = sorted.length > 1 ? i / (sorted.length - 1.0) : 0.5;
        assertThat(quantile.value(probability)).isCloseTo(sorted[i], within(NEAR));
      }
    }
  }

  @Test
  void quantileInterpolatesAsRDoes() {
    // R: quantile(c(1, 2, 4, 8), c(0.2, 0.5)) is 1.6 and 3.
    RollingQuantile quantile = new RollingQuantile(4);
    DoubleStream.of(100, 8, 1, 4, 2).forEach(quantile::add);
    assertThat(quantile.value(0.2)).isCloseTo(1.6, within(NEAR));
    assertThat(quantile.median()).isEqualTo(3);
    assertThat(quantile.value(1)).isEqualTo(8);
    assertThatThrownBy(() -> quantile.value(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("probability must be in [0, 1]; have NaN");
  }

  @Test
  void rankCountsTiesAsAtMost() {
    RollingRank rank = new RollingRank(4);
    DoubleStream.of(9, 1, 2, 3, 2).forEach(rank::add);
    assertThat(rank.value()).isEqualTo(0.75);
  }

  @Test
  void channelForgetsBarsThatLeftTheWindow() {
    DonchianChannel channel = new DonchianChannel(2);
    channel.add(9, 1);
    channel.add(5, 4);
    assertThat(channel.high()).isEqualTo(9);
    assertThat(channel.low()).isEqualTo(1);
    channel.add(6, 3);
    assertThat(channel.high()).isEqualTo(6);
    assertThat(channel.low()).isEqualTo(3);
  }

  /** 0.1 and 1/3 have no finite binary form: a naive sum over n is not n times them. */
  @ParameterizedTest
  @ValueSource(doubles = {0.1, 1.0 / 3, 61837.64, 1e-8, 1e8})
  void aConstantSeriesIsExactlyFlat(double constant) {
    Ema ema = new Ema(26);
    Macd macd = new Macd(12, 26, 9);
    Rsi rsi = new Rsi(14);
    StandardDeviation deviation = new StandardDeviation(20);
    for (double close : filled(constant, 200)) {
      ema.add(close);
      macd.add(close);
      rsi.add(close);
      deviation.add(close);
    }
    assertThat(ema.value()).isEqualTo(constant);
    assertThat(macd.histogram()).isZero();
    assertThat(rsi.value()).isEqualTo(50);
    assertThat(deviation.mean()).isEqualTo(constant);
    assertThat(deviation.value()).isZero();
  }

  @Test
  void deviationForgetsAnExtremeAltogether() {
    StandardDeviation touched = new StandardDeviation(20);
    StandardDeviation clean = new StandardDeviation(20);
    touched.add(1e12);
    for (double close : walk(7, 100_000)) {
      touched.add(close * 1e-8);
      clean.add(close * 1e-8);
    }
    assertThat(touched.value()).isEqualTo(clean.value()).isPositive();
  }

  @Test
  void rsiStaysNeutralAfterItsAveragesHaveDecayedToNothing() {
    Rsi rsi = new Rsi(2);
    DoubleStream.of(100, 101, 99).forEach(rsi::add);
    for (double close : filled(99, 3000)) {
      rsi.add(close);
    }
    assertThat(rsi.value()).isEqualTo(50);
  }

  @Test
  void rsiIsHundredOfRisesOnly() {
    Rsi rsi = new Rsi(3);
    DoubleStream.of(1, 2, 3, 4).forEach(rsi::add);
    assertThat(rsi.value()).isEqualTo(100);
  }

  @Test
  void ratioIsNeutralWhereItIsNoNumber() {
    assertThat(Ratio.of(1, 4, 7)).isEqualTo(0.25);
    assertThat(Ratio.of(1, 0, 7)).isEqualTo(7);
    assertThat(Ratio.of(0, 0, 7)).isEqualTo(7);
    assertThat(Ratio.of(1e300, 1e-300, 7)).isEqualTo(7);
  }

  private static <T extends Stateful> void assertTakesUpWhereItWas(
      Supplier<T> create, Function<T, DoubleConsumer> add, Function<T, DoubleSupplier> value) {
    double[] closes = walk(11, 240);
    for (int cut : new int[] {0, 1, 7, 40, 150}) {
      T straight = create.get();
      T before = create.get();
      for (int i = 0; i < cut; i++) {
        add.apply(straight).accept(closes[i]);
        add.apply(before).accept(closes[i]);
      }
      T after = create.get();
      add.apply(after).accept(12345);
      Saved.copy(before, after);
      for (int i = cut; i < closes.length; i++) {
        add.apply(straight).accept(closes[i]);
        add.apply(after).accept(closes[i]);
      }
      assertThat(Saved.bytes(after)).isEqualTo(Saved.bytes(straight));
      assertThat(value.apply(after).getAsDouble()).isEqualTo(value.apply(straight).getAsDouble());
    }
  }

  @Test
  void loadsWhatItSaved() {
    assertTakesUpWhereItWas(() -> new Ema(12), e -> e::add, e -> e::value);
    assertTakesUpWhereItWas(() -> new WilderAverage(12), e -> e::add, e -> e::value);
    assertTakesUpWhereItWas(() -> new Atr(9), e -> x -> e.add(x + 1, x - 1, x), e -> e::value);
    assertTakesUpWhereItWas(() -> new Rsi(9), e -> e::add, e -> e::value);
    assertTakesUpWhereItWas(() -> new Macd(5, 9, 4), e -> e::add, e -> e::histogram);
    assertTakesUpWhereItWas(() -> new Sma(9), e -> e::add, e -> e::value);
    assertTakesUpWhereItWas(() -> new StandardDeviation(9), e -> e::add, e -> e::value);
    assertTakesUpWhereItWas(() -> new RollingRank(9), e -> e::add, e -> e::value);
    assertTakesUpWhereItWas(() -> new RollingQuantile(9), e -> e::add, e -> e::median);
    assertTakesUpWhereItWas(() -> new DonchianChannel(9), e -> x -> e.add(x, x), e -> e::high);
    assertTakesUpWhereItWas(() -> new Window(9), e -> e::add, e -> e::newest);
  }

  @Test
  void refusesPeriodsThatMakeNoSense() {
    assertThatThrownBy(() -> new Ema(0)).hasMessage("period must be at least 1; have 0");
    assertThatThrownBy(() -> new StandardDeviation(1))
        .hasMessage("period must be at least 2; have 1");
    assertThatThrownBy(() -> new Macd(26, 12, 9))
        .hasMessage("fast must be less than slow; have 26 and 12");
  }
}
