package io.mirrorcore.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReturnsTableTest {

  private static final long DAY = 86_400_000;

  private final long[] times = {19_000 * DAY, 19_001 * DAY, 19_002 * DAY};
  private final double[][] returns = {{0.01, 0.02}, {0.03, 0.04}, {0.05, 0.06}};

  @Test
  void holdsWhatAnEstimatorNeeds() {
    ReturnsTable table = new ReturnsTable(List.of("RSI", "MACD"), times, returns);
    assertThat(SampleCovariance.of(table.returns()).n()).isEqualTo(table.strategies().size());
  }

  @Test
  void namesTheStrategyAndTheTimeOfAReturnThatIsNotFinite() {
    returns[1][1] = Double.NaN;
    assertRefused("return of MACD at 2022-01-09T00:00:00Z must be finite; have NaN", "RSI", "MACD");
    returns[1][1] = 0;
    returns[2][0] = Double.POSITIVE_INFINITY;
    assertRefused(
        "return of RSI at 2022-01-10T00:00:00Z must be finite; have Infinity", "RSI", "MACD");
  }

  @Test
  void refusesTimesThatDoNotAscend() {
    times[2] = times[1];
    assertRefused(
        "times must ascend; have 2022-01-09T00:00:00Z after 2022-01-09T00:00:00Z", "RSI", "MACD");
  }

  @Test
  void refusesNamesThatAreNone() {
    assertRefused("strategies must be distinct; have RSI twice", "RSI", "RSI");
    assertRefused("strategies must have names; have \" \"", "RSI", " ");
    assertRefused("strategies must be at least 1; have 0");
  }

  @Test
  void refusesShapesThatDoNotFit() {
    assertRefused("returns at 2022-01-08T00:00:00Z must be 1, one of each strategy; have 2", "RSI");
    assertThatThrownBy(() -> new ReturnsTable(List.of("RSI"), new long[2], new double[3][1]))
        .hasMessageContaining("times must ascend");
    assertThatThrownBy(() -> new ReturnsTable(List.of("RSI"), times, new double[2][1]))
        .hasMessage("returns must have a row for each of 3 times; have 2");
    assertThatThrownBy(() -> new ReturnsTable(List.of("RSI"), new long[1], new double[1][1]))
        .hasMessage("returns must have at least 2 rows; have 1");
  }

  private void assertRefused(String message, String... strategies) {
    assertThatThrownBy(() -> new ReturnsTable(List.of(strategies), times, returns))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }
}
