package io.mirrorcore.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssumedMarketTest {

  private static AssumedMarket market(
      double sharpe, double volatility, double upper, double lower, double perYear) {
    return new AssumedMarket(
        List.of("A", "HOLD"),
        new double[] {sharpe, 0.5},
        new double[] {volatility, 0.16},
        new double[] {1, upper, lower, 1},
        true,
        perYear);
  }

  @Test
  void annualFiguresBecomeThoseOfAPeriod() {
    AssumedMarket market = market(1, 0.08, 0.25, 0.25, 256);

    assertThat(market.strategies()).isEqualTo(1);
    assertThat(market.size()).isEqualTo(2);
    assertThat(market.mean()).containsExactly(new double[] {0.08 / 256, 0.08 / 256}, within(1e-18));
    assertThat(market.deviation()).containsExactly(0.005, 0.01);
    assertThat(market.covariance(2))
        .containsExactly(new double[] {25e-6, 12.5e-6, 12.5e-6, 1e-4}, within(1e-18));
    assertThat(market.covariance(1)).containsExactly(new double[] {25e-6}, within(1e-18));
  }

  @ParameterizedTest
  @CsvSource({
    "NaN, 0.1, 0, 0, 252, the Sharpe ratio of A must be finite",
    "1, 0, 0, 0, 252, the volatility of A must be above 0",
    "1, Infinity, 0, 0, 252, the volatility of A must be above 0",
    "1, 0.1, 1.5, 1.5, 252, the correlation of A and HOLD must be in [-1; 1]",
    "1, 0.1, 0.2, 0.3, 252, the correlation of A and HOLD must be in [-1; 1]",
    "1, 0.1, 0, 0, 0, periodsPerYear must be above 0",
    "1, 0.1, 0, 0, Infinity, periodsPerYear must be above 0",
  })
  void whatNoMarketHasIsRefused(
      double sharpe, double volatility, double upper, double lower, double perYear, String why) {
    assertThatThrownBy(() -> market(sharpe, volatility, upper, lower, perYear))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(why.replace(';', ','));
  }

  @Test
  void aMarketAloneHasNoStrategies() {
    double[] one = {1};
    assertThatThrownBy(() -> new AssumedMarket(List.of("HOLD"), one, one, one, true, 252))
        .hasMessageContaining("strategies must be at least 1");
  }

  @Test
  void aStrategyCorrelatesWithItselfByOne() {
    double[] one = {1};
    assertThatThrownBy(
            () -> new AssumedMarket(List.of("A"), one, one, new double[] {0.9}, false, 252))
        .hasMessageContaining("the correlation of A and A must be 1; have 0.9");
  }
}
