package io.mirrorcore.indicator.statistic;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.indicator.statistic.Uncertainty.Level;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

class UncertaintyTest {

  /** Calm and storm by turns. */
  private static double next(Random random, int t) {
    return random.nextGaussian() * (t / 80 % 2 == 0 ? 0.004 : 0.02);
  }

  @Test
  void isReadyAfter499ReturnsAndFindsEveryLevel() {
    Uncertainty uncertainty = Uncertainty.ofMarket();
    Random random = new Random(8);
    EnumSet<Level> seen = EnumSet.noneOf(Level.class);
    for (int t = 1; t <= 3000; t++) {
      uncertainty.add(next(random, t));
      assertThat(uncertainty.isReady()).isEqualTo(t >= 499);
      if (t >= 499) {
        seen.add(uncertainty.level());
        assertThat(uncertainty.bits()).isBetween(0.0, uncertainty.mostBits());
      }
    }
    assertThat(seen).hasSize(4);
  }

  @Test
  void returnsThatAreAllEqualHaveNoRankAndAHalfSize() {
    Uncertainty uncertainty = Uncertainty.ofMarket();
    for (int t = 0; t < 520; t++) {
      uncertainty.add(0);
    }
    assertThat(uncertainty.rank()).isEqualTo(0.5);
    assertThat(uncertainty.level()).isEqualTo(Level.NORMAL);
    assertThat(uncertainty.level().size()).isEqualTo(0.5);
  }

  @Test
  void goesOnFromItsStateToTheLastBit() throws IOException {
    Uncertainty whole = Uncertainty.ofMarket();
    Random random = new Random(9);
    for (int t = 0; t < 700; t++) {
      whole.add(next(random, t));
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    whole.save(new DataOutputStream(bytes));
    Uncertainty restored = Uncertainty.ofMarket();
    restored.load(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    assertThat(restored.bits()).isEqualTo(whole.bits());
    assertThat(restored.level()).isEqualTo(whole.level());
    for (int t = 0; t < 200; t++) {
      double value = next(random, t);
      whole.add(value);
      restored.add(value);
      assertThat(restored.level()).isEqualTo(whole.level());
      assertThat(restored.rank()).isEqualTo(whole.rank());
      assertThat(restored.change()).isEqualTo(whole.change());
    }
  }
}
