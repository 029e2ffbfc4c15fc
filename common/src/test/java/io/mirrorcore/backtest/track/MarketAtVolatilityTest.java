package io.mirrorcore.backtest.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorcore.backtest.Records;
import io.mirrorcore.portfolio.settings.BarRate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MarketAtVolatilityTest {

  private static final long DAY = 86_400_000L;
  private static final BarRate DAILY = new BarRate(1, 252);

  private static ReturnTable table(int days) {
    ReturnTable table = new ReturnTable();
    for (int day = 1; day <= days; day++) {
      table.add(Records.returns(day, 0));
    }
    return table;
  }

  /** 2 % up and down a day is 0.02 sqrt(252) a year, whatever the weights: 0.315 of it is 10 %. */
  @Test
  void holdsAsMuchOfTheMarketAsHasTheRisk() {
    double[] market = new double[30];
    Arrays.setAll(market, t -> t % 2 == 0 ? 0.02 : -0.02);
    TargetRule rule = MarketAtVolatility.rule(table(30), market, 10 * DAY, 3, DAILY);
    double expected = 0.10 / (0.02 * Math.sqrt(252));
    for (int due = 0; due < rule.dues(); due++) {
      assertThat(rule.target(due)).startsWith(0, 0, 0);
      assertThat(rule.target(due)[3]).isCloseTo(expected, within(1e-12));
    }
  }

  @Test
  void decidesAtTheStartAndThenOnceAWeek() {
    TargetRule rule = MarketAtVolatility.rule(table(30), new double[30], 10 * DAY, 1, DAILY);
    assertThat(rule.dues()).isEqualTo(3);
    assertThat(rule.time(0)).isEqualTo(10 * DAY);
    assertThat(rule.time(1)).isEqualTo(17 * DAY);
    assertThat(rule.time(2)).isEqualTo(24 * DAY);
    assertThat(rule.target(0)).containsExactly(0, 1); // never more than all of it
  }

  /**
   * After forty days of calm a storm counts by its share of the weights, with those adding to 1.
   */
  @Test
  void forgetsWithAHalfLifeOfFortyDays() {
    double[] market = new double[80];
    Arrays.fill(market, 0, 40, 0.01);
    Arrays.fill(market, 40, 80, 0.03);
    TargetRule rule = MarketAtVolatility.rule(table(80), market, 80 * DAY, 0, DAILY);
    double f = StrictMath.pow(0.5, 1.0 / 40);
    double recent = (1 - StrictMath.pow(f, 40)) / (1 - StrictMath.pow(f, 80));
    double variance = recent * 0.0009 + (1 - recent) * 0.0001;
    assertThat(rule.target(0)[0]).isCloseTo(0.10 / Math.sqrt(252 * variance), within(1e-12));
  }

  @Test
  void theFutureChangesNothing() {
    double[] market = new double[40];
    Arrays.setAll(market, t -> 0.01 * Math.sin(t));
    double[] other = market.clone();
    Arrays.fill(other, 25, 40, 0.2);
    TargetRule one = MarketAtVolatility.rule(table(40), market, 10 * DAY, 0, DAILY);
    TargetRule two = MarketAtVolatility.rule(table(40), other, 10 * DAY, 0, DAILY);
    for (int due = 0; one.time(due) <= 25 * DAY; due++) {
      assertThat(two.target(due)).containsExactly(one.target(due));
    }
  }
}
