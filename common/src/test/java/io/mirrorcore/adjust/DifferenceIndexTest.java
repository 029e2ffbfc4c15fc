package io.mirrorcore.adjust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorcore.market.Bar;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DifferenceIndexTest {

  private final DifferenceIndex index = new DifferenceIndex();

  private static Bar bar(long time, double open, double high, double low, double close) {
    return new Bar("CL", time, open, high, low, close, 7);
  }

  @Test
  void theOilOfApril2020ByHand() {
    Bar before = index.next(bar(1, 24, 25, 18, 18.27), 100).orElseThrow();
    assertThat(before.close()).isEqualTo(100);
    assertThat(before.low()).isCloseTo(100 - 0.27, within(1e-12));

    Bar below = index.next(bar(2, 17.73, 17.85, -40.32, -37.63), 100).orElseThrow();
    assertThat(below.close()).isCloseTo(100 - 55.9, within(1e-12));
    assertThat(below.low()).isCloseTo(100 - 58.59, within(1e-12));
    assertThat(below.volume()).isEqualTo(7);

    Bar after = index.next(bar(3, -14, 13.86, -16.74, 10.01), 100).orElseThrow();
    assertThat(after.close()).isCloseTo(44.1 * 1.4764, within(1e-12));
  }

  @Test
  void itsReturnIsTheDifferenceOverTheNotional() {
    SplittableRandom random = new SplittableRandom(3);
    double last = 5;
    double shown = index.next(bar(0, last, last, last, last), 40).orElseThrow().close();
    for (int t = 1; t <= 1_000; t++) {
      double close = 10 * random.nextDouble() - 5;
      double now = index.next(bar(t, last, 6, -6, close), 40).orElseThrow().close();
      assertThat(now / shown - 1).isCloseTo((close - last) / 40, within(1e-14));
      shown = now;
      last = close;
    }
  }

  @Test
  void aBarThatLosesTheNotionalIsRefusedAndChangesNothing() {
    index.next(bar(1, 20, 20, 20, 20), 50);
    assertThat(index.next(bar(2, 20, 20, -30, 5), 50)).isEmpty();
    assertThat(index.next(bar(3, 20, 20, 5, 5), 50).orElseThrow().close())
        .isCloseTo(35, within(1e-12));
  }

  @Test
  void whatHasBecomeTooLargeOrTooSmallIsRefused() {
    for (double share : new double[] {0.99, -0.99}) {
      DifferenceIndex gone = new DifferenceIndex();
      double price = 0;
      int bars = 0;
      while (gone.next(bar(bars, price, price, price, price), 1).isPresent()) {
        price += share;
        bars++;
      }
      assertThat(bars).isBetween(6, 41);
    }
  }

  @Test
  void ticksOfABarAreMovedWithIt() {
    index.next(bar(1, 20, 20, 20, 20), 50);
    index.next(bar(2, 20, 20, 10, 10), 50);
    Bar shown = index.next(bar(3, 10, 15, 10, 12), 50).orElseThrow();
    assertThat(index.scale() * 12 + index.shift()).isCloseTo(shown.close(), within(1e-12));
    assertThat(index.scale() * 15 + index.shift()).isCloseTo(shown.high(), within(1e-12));
  }

  @Test
  void goesOnFromWhatWasSaved() throws IOException {
    index.next(bar(1, 20, 20, 20, 20), 50);
    index.next(bar(2, -3, 4, -8, -3), 50);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    index.save(new DataOutputStream(bytes));
    DifferenceIndex loaded = new DifferenceIndex();
    loaded.load(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    assertThat(loaded.next(bar(3, 1, 1, 1, 1), 50)).isEqualTo(index.next(bar(3, 1, 1, 1, 1), 50));
  }
}
