package io.mirrorcore.jobs.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mirrorcore.portfolio.record.BarReturns;
import io.mirrorcore.portfolio.record.PortfolioBar;
import io.mirrorcore.portfolio.record.StrategyReturns;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GivenReturnsTest {

  private static final List<String> IDS = List.of("A", "B");

  /** So many bars of two strategies; the second is still half of the time. */
  private static GivenReturns of(double scale, double level) {
    Random random = new Random(3);
    return GivenReturns.of(
        IntStream.rangeClosed(1, 300)
            .mapToObj(
                t -> {
                  double a = level + scale * random.nextGaussian();
                  double b = t % 2 == 0 ? 0 : level + scale * random.nextGaussian();
                  BarReturns returns =
                      new BarReturns(new double[] {a, b}, new boolean[] {true, b != 0}, 0);
                  return StrategyReturns.of(
                      new PortfolioBar.OfReturns("main", t, IDS, returns), returns);
                })
            .toList());
  }

  @Test
  void levelsAreRefused() {
    assertThatThrownBy(() -> of(0.02, 1.08).requireReturns())
        .isInstanceOf(BacktestException.class)
        .hasMessageContaining("A, B look like prices or the value of an account");
  }

  @Test
  void percentsAreToldFirst() {
    assertThatCode(() -> of(0.25, 0).requireReturns()).doesNotThrowAnyException();
    assertThat(of(0.25, 0).warning()).hasValueSatisfying(w -> assertThat(w).contains("A, B"));
  }

  @Test
  void whatMovesByFivePercentADayIsBelieved() {
    assertThatCode(() -> of(0.05, 0).requireReturns()).doesNotThrowAnyException();
    assertThat(of(0.05, 0).warning()).isEmpty();
  }
}
