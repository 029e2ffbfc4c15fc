package io.mirrorcore.indicator.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FalseDiscoveryTest {

  /** The fifteen p values of the paper's own example: at 0.05 it rejects the first four. */
  @Test
  void findsWhatThePaperFinds() {
    double[] p = {
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262,
      0.5719, 0.6528, 0.7590, 1.0000
    };
    FalseDiscovery.adjust(p, 15);
    assertThat(Arrays.stream(p).filter(x -> x <= 0.05).count()).isEqualTo(4);
    assertThat(p[3]).isCloseTo(0.0095 * 15 / 4, within(1e-15));
    assertThat(p[5]).isCloseTo(0.0298 * 15 / 7, within(1e-15)); // less than its own 0.0278 * 15 / 6
    assertThat(p[14]).isEqualTo(1);
  }

  @Test
  void whatIsAboveTheRateNeedNotBeListed() {
    SplittableRandom random = new SplittableRandom(8);
    int found = 0;
    for (int trial = 0; trial < 500; trial++) {
      double[] all = new double[60];
      Arrays.setAll(all, i -> Math.pow(random.nextDouble(), i % 3 == 0 ? 6 : 1));
      Arrays.sort(all);
      double[] listed = Arrays.stream(all).filter(p -> p <= 0.05).toArray();
      FalseDiscovery.adjust(all, all.length);
      FalseDiscovery.adjust(listed, all.length);
      double[] discoveries = Arrays.stream(all).filter(p -> p <= 0.05).toArray();
      assertThat(Arrays.stream(listed).filter(p -> p <= 0.05).toArray()).isEqualTo(discoveries);
      found += discoveries.length;
    }
    assertThat(found).isGreaterThan(1000);
  }
}
