package io.mirrorcore.backtest.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

public class WeightedAccountTest {

  /**
   * Cost 1 %, target half and half, four bars.
   *
   * <pre>
   *   build-up   turnover 0.5 + 0.5 = 1, cost 1 %
   *   bar 1      A +10 %, B  0 %: R = 0.05, net = 0.99 * 1.05 - 1 = 0.0395, E = 1.0395
   *              A = 0.55 / 1.05 = 0.523809..., B = 0.5 / 1.05 = 0.476190...
   *   bar 2      A   0 %, B +10 %: R = 0.05 / 1.05, E = 1.0395 * 1.10 / 1.05 = 1.089
   *              A = B = 0.55 / 1.10 = 0.5
   *   bar 3      A -20 %, B +20 %: R = 0, E = 1.089, A = 0.4, B = 0.6
   *   rebalance  turnover |0.5 - 0.4| + |0.5 - 0.6| = 0.2, cost 0.2 % of 1.089 = 0.002178
   *   bar 4      A +10 %, B +10 %: R = 0.1, net = 0.998 * 1.1 - 1 = 0.0978, E = 1.089 * 1.0978
   * </pre>
   */
  @Test
  void driftsAndPaysAsByHand() {
    WeightedAccount account = new WeightedAccount(2, -1, 0.01);
    assertThat(account.rebalance(new double[] {0.5, 0.5})).isEqualTo(1);
    assertThat(account.unpaidCost()).isEqualTo(0.01);

    assertThat(account.earn(new double[] {0.1, 0})).isCloseTo(0.0395, within(1e-15));
    assertThat(account.weight(0)).isCloseTo(0.55 / 1.05, within(1e-15));
    assertThat(account.weight(1)).isCloseTo(0.5 / 1.05, within(1e-15));

    assertThat(account.earn(new double[] {0, 0.1})).isCloseTo(0.05 / 1.05, within(1e-15));
    assertThat(account.equity()).isCloseTo(1.089, within(1e-15));

    assertThat(account.earn(new double[] {-0.2, 0.2})).isCloseTo(0, within(1e-15));
    assertThat(account.weight(0)).isCloseTo(0.4, within(1e-15));
    assertThat(account.rebalance(new double[] {0.5, 0.5})).isCloseTo(0.2, within(1e-15));
    assertThat(account.unpaidCost()).isCloseTo(0.002178, within(1e-15));

    assertThat(account.earn(new double[] {0.1, 0.1})).isCloseTo(0.0978, within(1e-15));
    assertThat(account.equity()).isCloseTo(1.089 * 1.0978, within(1e-15));
  }

  @Test
  void cashIsNeitherBoughtNorSold() {
    WeightedAccount account = new WeightedAccount(2, 1, 0.01);
    assertThat(account.rebalance(new double[] {0.4, 0.6})).isEqualTo(0.4);
    account.earn(new double[] {0, 0});
    assertThat(account.rebalance(new double[] {0.1, 0.9})).isCloseTo(0.3, within(1e-15));
  }

  @Test
  void paysNothingWhereNothingIsTraded() {
    WeightedAccount account = new WeightedAccount(1, -1, 0.5);
    account.rebalance(new double[] {1});
    account.earn(new double[] {0.3});
    assertThat(account.rebalance(new double[] {1})).isEqualTo(0);
    assertThat(account.earn(new double[] {0.07})).isEqualTo(0.07);
  }

  @Test
  void aLossOfEverythingIsFinal() {
    WeightedAccount account = new WeightedAccount(2, -1, 0.01);
    account.rebalance(new double[] {0.5, 0.5});
    assertThat(account.earn(new double[] {-2.5, 0.1})).isEqualTo(-1);
    assertThat(account.equity()).isZero();
    assertThat(account.rebalance(new double[] {0.5, 0.5})).isZero();
    assertThat(account.earn(new double[] {9, 9})).isZero();
    assertThat(account.equity()).isZero();
  }

  @Test
  void aDebtOfOneSleeveIsBorneByTheOthers() {
    WeightedAccount account = new WeightedAccount(2, -1, 0);
    account.rebalance(new double[] {0.5, 0.5});
    assertThat(account.earn(new double[] {-1.4, 0})).isCloseTo(-0.7, within(1e-15));
    assertThat(account.weight(0)).isCloseTo(-0.2 / 0.3, within(1e-15));
    assertThat(account.weight(1)).isCloseTo(0.5 / 0.3, within(1e-15));
  }
}
