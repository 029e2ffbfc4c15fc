package io.mirrorcore.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class InformationSumsTest {

  private static int[] closes(int n) {
    int[] closes = new int[n];
    Arrays.setAll(closes, t -> t);
    return closes;
  }

  private static InformationCoefficient of(double[] positions, double[] values, int horizon) {
    double[] forward = Horizons.over(values, horizon);
    InformationSums sums = new InformationSums(horizon, horizon - 1, forward.length);
    sums.add(
        closes(forward.length),
        MidRanks.standardised(Arrays.copyOf(positions, forward.length)),
        MidRanks.standardised(forward));
    return sums.result().orElseThrow();
  }

  @Test
  void isSpearmansCorrelationOfAnExampleByHand() {
    // Ranks 1 2 3 4 against 2 1 3 4: rho = 1 - 6 (1 + 1) / (4 * 15) = 0.8.
    InformationCoefficient ic = of(new double[] {1, 2, 3, 4, 0}, new double[] {9, 2, 1, 3, 4}, 1);

    assertThat(ic.value()).isCloseTo(0.8, within(1e-15));
    assertThat(ic.observations()).isEqualTo(4);
  }

  @Test
  void theErrorOfTermsWithoutLagsIsThatOfAnExampleByHand() {
    // x = f = -1, 1: rho 1, psi = 0, no error, no t. x = -1 1 -1 1, f = -1 1 1 -1: A = 1 1 -1 -1,
    // rho 0, psi = A; lags floor(4 (4/100)^(2/9)) = 1: V = 4 + 2 * 1/2 * (1 - 1 + 1) = 5.
    InformationSums sums = new InformationSums(1, 0, 4);
    sums.add(closes(4), new double[] {-1, 1, -1, 1}, new double[] {-1, 1, 1, -1});
    sums.add(closes(4), new double[] {-1, 1, -1, 1}, new double[] {-1, 1, -1, 1});
    // Together A = 2 2 0 0, N = 8, rho = 1/2, psi = A - 2 rho = 1 1 -1 -1, V = 5, t = 4 / sqrt 5.
    InformationCoefficient ic = sums.result().orElseThrow();

    assertThat(ic.value()).isCloseTo(0.5, within(1e-15));
    assertThat(ic.t()).isCloseTo(4 / Math.sqrt(5), within(1e-12));
  }

  @Test
  void aSymbolThatSaysNothingIsLeftOut() {
    InformationSums sums = new InformationSums(1, 0, 3);
    sums.add(closes(3), new double[3], new double[] {-1, 0, 1});

    assertThat(sums.result()).isEmpty();
  }

  /** Of steady positions against overlapping returns, where errors without lags reject half. */
  @Test
  void steadyPositionsAreNotTakenForInformation() {
    SplittableRandom random = new SplittableRandom(13);
    int told = 0;
    int trials = 400;
    for (int i = 0; i < trials; i++) {
      double[] positions = new double[1500];
      double[] values = new double[1500];
      double side = 1;
      for (int t = 0; t < positions.length; t++) {
        side = random.nextInt(20) == 0 ? -side : side;
        positions[t] = side;
        values[t] = (random.nextDouble() - 0.5) / 50;
      }
      told += of(positions, values, 20).isTold() ? 1 : 0;
    }
    assertThat((double) told / trials).isLessThan(0.11);
  }

  @Test
  void symbolsThatMoveTogetherAreNotCountedTwice() {
    SplittableRandom random = new SplittableRandom(7);
    int told = 0;
    int trials = 300;
    for (int i = 0; i < trials; i++) {
      InformationSums sums = new InformationSums(1, 0, 500);
      double[] x = random.doubles(500).toArray();
      double[] f = random.doubles(500).toArray();
      for (int symbol = 0; symbol < 10; symbol++) {
        sums.add(closes(500), MidRanks.standardised(x), MidRanks.standardised(f));
      }
      told += sums.result().orElseThrow().isTold() ? 1 : 0;
    }
    assertThat((double) told / trials).isBetween(0.02, 0.09);
  }
}
