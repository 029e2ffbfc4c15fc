package io.mirrorcore.strategy.price;

import static io.mirrorcore.strategy.Run.says;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.mirrorcore.signal.Signal;
import io.mirrorcore.strategy.Run;
import io.mirrorcore.strategy.price.learning.QTable;
import java.util.Map;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class RlAgentTest {

  private static final Offset<Double> NEAR = within(1e-12);

  /** One close without a return, 19 returns to the first deviation, 250 of those. */
  private static final int FIRST_STATE = 270;

  private static void assertValues(QTable table, int state, int position, double... values) {
    for (int action = -1; action <= 1; action++) {
      assertThat(table.value(state, position, action)).isCloseTo(values[action + 1], NEAR);
    }
  }

  @Test
  void learnsEveryPairAtOnceByHand() {
    QTable table = new QTable(2, 0.5, 0.5);
    // Gain 2, cost 1, all values 0: half of a r - c |a - p|.
    table.learn(0, 1, 2, 1);
    assertValues(table, 0, -1, -1, -0.5, 0);
    assertValues(table, 0, 0, -1.5, 0, 0.5);
    assertValues(table, 0, 1, -2, -0.5, 1);
    assertValues(table, 1, 0, 0, 0, 0);
    // From 0 to itself: the best after each action, 0, 0.5 and 1, is that of before the update.
    table.learn(0, 0, 2, 1);
    assertValues(table, 0, -1, -1.5, -0.625, 0.25);
    assertValues(table, 0, 0, -2.25, 0.125, 1);
    assertValues(table, 0, 1, -3, -0.625, 1.75);
    assertThat(table.choose(0, -1)).isEqualTo(1);
  }

  @Test
  void tiesKeepThePosition() {
    QTable table = new QTable(1, 1, 0);
    for (int position = -1; position <= 1; position++) {
      assertThat(table.choose(0, position)).isEqualTo(position);
    }
    // A fall of 1 that costs 1 to use: flat and short are worth the same to who is flat.
    table.learn(0, 0, -1, 1);
    assertThat(table.value(0, 0, -1)).isEqualTo(table.value(0, 0, 0));
    assertThat(table.choose(0, 0)).isZero();
    // A long is worth -1, flat -1, short -1: all the same.
    assertThat(table.choose(0, 1)).isEqualTo(1);
  }

  @Test
  void refusesRatesThatDoNotConverge() {
    assertThatThrownBy(() -> new QTable(1, 0, 0.5)).hasMessageContaining("learningRate");
    assertThatThrownBy(() -> new QTable(1, 0.5, 1)).hasMessageContaining("discount");
  }

  @Test
  void holdsUntilItHasLearnedFromItsWarmUp() {
    Run run = Run.first(new RlAgent());
    for (int i = 0; i < FIRST_STATE + 99; i++) {
      assertThat(run.flat(100 + i % 3).isWarmup()).isTrue();
    }
    assertThat(run.flat(100).isWarmup()).isFalse();
  }

  @Test
  void aTrendIsBoughtAndItsReversalSold() {
    Run run = Run.first(new RlAgent());
    Random random = new Random(2);
    double close = 100;
    Signal signal = Signal.WARMUP;
    for (int i = 0; i < 800; i++) {
      close *= 1.003 + 0.002 * random.nextGaussian();
      signal = run.flat(close);
    }
    assertThat(signal.position()).isEqualTo(1);
    assertThat(signal.attributes()[0]).isGreaterThan(signal.attributes()[1]);
    assertThat(signal.attributes()[1]).isGreaterThan(signal.attributes()[2]);
    int bars = 0;
    while (signal.position() > -1 && bars < 300) {
      close *= 0.997 + 0.002 * random.nextGaussian();
      signal = run.flat(close);
      bars++;
    }
    assertThat(says(signal)).isEqualTo("SELL -1.0");
    assertThat(signal.confidence()).isBetween(0.0, 1.0);
  }

  @Test
  void costsKeepItOutOfWhatDoesNotPay() {
    // Up 0.01 % and down again: a tenth of the cost of a trade.
    Run run = Run.first(new RlAgent(), Map.of("cost", 0.001));
    for (int i = 0; i < 1500; i++) {
      assertThat(run.flat(100 + 0.01 * (i % 2)).position()).isZero();
    }
  }

  @Test
  void marketStateCountsTrendMomentumAndVolatility() {
    // Up: the trend is 2, momentum 2 (RSI 100), and the last deviation is the greatest of all.
    Run run = Run.first(new RlAgent(), Map.of("warmup", 0.0));
    double close = 100;
    Signal signal = Signal.WARMUP;
    for (int i = 0; i < 400; i++) {
      close += 0.001 * i;
      signal = run.flat(close);
    }
    assertThat(signal.attributes()[3]).isEqualTo(9 * 2 + 3 * 2 + third(signal));
    for (int i = 0; i < 40; i++) {
      close *= 1 - 0.002 * i;
      signal = run.flat(close);
    }
    assertThat(signal.attributes()[3]).as("down, and louder than ever").isEqualTo(2);
  }

  /** Volatility of a smooth rise is not the point here: whatever third it is in. */
  private static double third(Signal signal) {
    return signal.attributes()[3] % 3;
  }

  @Test
  void flatPricesTeachNothing() {
    Run run = Run.first(new RlAgent());
    Signal signal = Signal.WARMUP;
    for (int i = 0; i < 600; i++) {
      signal = run.flat(100.1);
      assertThat(says(signal)).isIn("HOLD WARMUP 0.0", "HOLD 0.0");
    }
    // Trend and momentum in their middles; among equal deviations the last ranks highest.
    assertThat(signal.attributes()).containsExactly(0, 0, 0, 9 + 3 + 2);
    assertThat(signal.confidence()).isZero();
  }
}
