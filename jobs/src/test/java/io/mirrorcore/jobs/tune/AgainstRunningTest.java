package io.mirrorcore.jobs.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.mirrorcore.backtest.report.TuningSummary;
import io.mirrorcore.jobs.backtest.BacktestException;
import io.mirrorcore.tune.TrialResult;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AgainstRunningTest {

  private static final int BARS = 500;

  /** Common noise, a part of its own, and what it earns a bar. */
  private static TrialResult returns(int number, double earns, double own, int bars) {
    SplittableRandom common = new SplittableRandom(1);
    SplittableRandom alone = new SplittableRandom(100L + number);
    double[] all = new double[BARS];
    for (int t = 0; t < BARS; t++) {
      all[t] = earns + 0.01 * common.nextGaussian() + own * alone.nextGaussian();
    }
    double[] last = Arrays.copyOfRange(all, BARS - bars, BARS);
    return new TrialResult(number, 100, 0.05, 0, 0.0, 0, 0, last);
  }

  private static AgainstRunning compare(double better, int runningBars, double effectiveTrials) {
    TuningSummary tuning =
        new TuningSummary(
            "grid",
            List.of(),
            new TuningSummary.Best(1, 100, 0.05, null),
            0.5,
            0.5,
            25,
            effectiveTrials,
            null);
    return AgainstRunning.of(
        returns(1, 0.0004 + better, 0.001, BARS),
        returns(2, 0.0004, 0.001, runningBars),
        tuning,
        252,
        "live.yaml");
  }

  @Test
  void whatIsSurelyBetterTakesThePlace() {
    AgainstRunning compared = compare(0.0005, BARS, 4);
    assertThat(compared.decision()).isEqualTo(AgainstRunning.Decision.CHANGE);
    assertThat(compared.difference().low()).isPositive();
    assertThat(compared.sentence())
        .startsWith("Change live.yaml: over 500 bars out of sample the best (lambda 100, eta 0.05)")
        .contains("interval at 98.8 %");
  }

  @Test
  void whatMayBeChanceDoesNot() {
    AgainstRunning compared = compare(0.00002, BARS, 4);
    assertThat(compared.decision()).isEqualTo(AgainstRunning.Decision.KEEP);
    assertThat(compared.sentence())
        .startsWith("Keep live.yaml: over 500 bars")
        .endsWith("that is not more than chance makes.");
    assertThat(compare(-0.001, BARS, 4).decision()).isEqualTo(AgainstRunning.Decision.KEEP);
  }

  @Test
  void moreTrialsAskForMoreEvidence() {
    AgainstRunning one = compare(0.0002, BARS, 1);
    AgainstRunning many = compare(0.0002, BARS, 1e9);
    assertThat(one.difference().level()).isEqualTo(0.95);
    assertThat(many.difference().level()).isEqualTo(0.999);
    assertThat(many.difference().low()).isLessThan(one.difference().low());
    assertThat(many.difference().value()).isEqualTo(one.difference().value());
  }

  @Test
  void onlyTheBarsOfBothCount() {
    AgainstRunning compared = compare(0.0005, 300, 1);
    assertThat(compared.bars()).isEqualTo(300);
    assertThat(compared.sharpe() - compared.runningSharpe())
        .isCloseTo(compared.difference().value(), within(1e-9));
    assertThatThrownBy(() -> compare(0.0005, 3, 1))
        .isInstanceOf(BacktestException.class)
        .hasMessageContaining("live.yaml has 3 bars out of sample in common with the trials");
  }
}
