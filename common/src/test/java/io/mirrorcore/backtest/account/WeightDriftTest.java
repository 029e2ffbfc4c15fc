package io.mirrorcore.backtest.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

public class WeightDriftTest {

  /**
   * Target half and half.
   *
   * <pre>
   *   build-up   turnover 0.5 + 0.5 = 1
   *   bar 1      A +10 %, B   0 %: A = 0.55 / 1.05, B = 0.5 / 1.05
   *   bar 2      A   0 %, B +10 %: A = B = 0.5
   *   bar 3      A -20 %, B +20 %: A = 0.4, B = 0.6
   *   trade back turnover |0.5 - 0.4| + |0.5 - 0.6| = 0.2
   * </pre>
   */
  @Test
  void driftsAndIsTradedBackAsByHand() {
    WeightDrift drift = new WeightDrift(2, -1);
    assertThat(drift.trade(new double[] {0.5, 0.5})).isEqualTo(1);
    drift.drift(new double[] {0.1, 0});
    assertThat(drift.weight(0)).isCloseTo(0.55 / 1.05, within(1e-15));
    assertThat(drift.weight(1)).isCloseTo(0.5 / 1.05, within(1e-15));
    drift.drift(new double[] {0, 0.1});
    assertThat(drift.weight(0)).isCloseTo(0.5, within(1e-15));
    drift.drift(new double[] {-0.2, 0.2});
    assertThat(drift.weight(0)).isCloseTo(0.4, within(1e-15));
    assertThat(drift.trade(new double[] {0.5, 0.5})).isCloseTo(0.2, within(1e-15));
  }

  @Test
  void cashIsNeitherBoughtNorSold() {
    WeightDrift drift = new WeightDrift(2, 1);
    assertThat(drift.trade(new double[] {0.4, 0.6})).isEqualTo(0.4);
    drift.drift(new double[] {0, 0});
    assertThat(drift.trade(new double[] {0.1, 0.9})).isCloseTo(0.3, within(1e-15));
  }

  @Test
  void aDebtOfOneStrategyIsBorneByTheOthers() {
    WeightDrift drift = new WeightDrift(2, -1);
    drift.trade(new double[] {0.5, 0.5});
    drift.drift(new double[] {-1.4, 0});
    assertThat(drift.weight(0)).isCloseTo(-0.2 / 0.3, within(1e-15));
    assertThat(drift.weight(1)).isCloseTo(0.5 / 0.3, within(1e-15));
  }
}
