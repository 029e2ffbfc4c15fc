package io.mirrorcore.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class MeanPriorTest {

  private static final EstimatorSettings EWMA = EstimatorSettings.defaults();

  @Test
  void countsTheRowsThatAMeanIsMadeOf() {
    assertThat(MeanMethod.EWMA.effectiveRows(1, EWMA)).isEqualTo(1);
    // Weights 0.9 and 0.1.
    assertThat(MeanMethod.EWMA.effectiveRows(2, EWMA)).isCloseTo(1 / 0.82, within(1e-15));
    assertThat(MeanMethod.EWMA.effectiveRows(1_000, EWMA)).isCloseTo(19, within(1e-12));
    assertThat(MeanMethod.ROLLING.effectiveRows(60, EWMA)).isEqualTo(60);
    assertThat(MeanMethod.SHRINKAGE.effectiveRows(60, EWMA)).isEqualTo(60);
  }

  /** The variance of the mean of independent returns is 1 / rows: by simulation. */
  @Test
  void meansByRowsWhatTheVarianceOfTheMeanIs() {
    Random random = new Random(1);
    double squares = 0;
    int runs = 20_000;
    for (int k = 0; k < runs; k++) {
      double[][] returns = new double[40][];
      for (int t = 0; t < returns.length; t++) {
        returns[t] = new double[] {random.nextGaussian()};
      }
      double mean = EwmaMean.of(returns, 0.1)[0];
      squares += mean * mean / runs;
    }
    assertThat(1 / squares).isCloseTo(MeanMethod.EWMA.effectiveRows(40, EWMA), within(0.6));
  }

  @Test
  void leavesOfAMeanWhatItHasEvidenceFor() {
    MeanPrior prior = new MeanPrior(1);

    assertThat(prior.share(252, 252)).isEqualTo(0.5);
    assertThat(prior.shrunk(new double[] {2, -4}, 252, 252)).containsExactly(1, -2);
    assertThat(new MeanPrior(2).share(252, 252)).isEqualTo(0.8);
    // 19 minutes of a year of 252 days of 390.
    assertThat(prior.share(19, 98_280)).isCloseTo(1.93e-4, within(1e-6));
  }

  @Test
  void refusesWhatIsNoDeviation() {
    assertThatThrownBy(() -> new MeanPrior(0)).hasMessage("deviation must be above 0; have 0.0");
  }
}
