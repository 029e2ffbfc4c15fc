package io.mirrorcore.strategy.price;

import static io.mirrorcore.strategy.Run.says;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mirrorcore.signal.Signal;
import io.mirrorcore.strategy.Parameters;
import io.mirrorcore.strategy.Run;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FractalGeometryTest {

  private static JsonNode reference(int index) throws IOException {
    Path path = Path.of("../src/reference/fractal_entropy.json");
    return new ObjectMapper().readTree(path.toFile()).at("/cases/" + index);
  }

  private static Signal last(JsonNode closes, Map<String, Double> set) {
    Run run = Run.first(new FractalGeometry(), set);
    Signal signal = Signal.WARMUP;
    for (JsonNode close : closes) {
      signal = run.flat(close.asDouble());
    }
    return signal;
  }

  @ParameterizedTest
  @CsvSource({"0, RANDOM", "1, TRENDING", "2, MEAN_REVERTING"})
  void measuresAsNumPyDoes(int index, String label) throws IOException {
    JsonNode one = reference(index);
    Signal signal = last(one.at("/input/close"), Map.of());
    double hurst = one.at("/expected/hurst_window250_lags1_40").asDouble();
    double[] expected = new double[6];
    expected[0] = hurst;
    expected[1] = 2 - hurst;
    int agreeing = 0;
    int[] scales = {5, 10, 20, 40};
    for (int i = 0; i < scales.length; i++) {
      double atScale = one.at("/expected/hurst_by_scale/" + scales[i]).asDouble();
      expected[2 + i] = atScale;
      agreeing += Math.abs(atScale - hurst) < 0.1 ? 1 : 0;
    }
    assertThat(signal.attributes()).containsExactly(expected, within(1e-10));
    assertThat(signal.confidence()).isEqualTo(agreeing / 4.0);
    assertThat(signal.label()).isEqualTo(label);
  }

  @Test
  void followsATrendWhereverItGoes() throws IOException {
    JsonNode closes = reference(1).at("/input/close");
    Run run = Run.first(new FractalGeometry());
    Run mirrored = Run.first(new FractalGeometry());
    int followed = 0;
    for (int t = 0; t < closes.size(); t++) {
      double close = closes.get(t).asDouble();
      Signal signal = run.flat(close);
      Signal mirror = mirrored.flat(1e4 / close);
      if (signal.label().equals("TRENDING")) {
        double overLargest = close - closes.get(t - 40).asDouble();
        assertThat(signal.position()).isEqualTo(Math.signum(overLargest));
        assertThat(mirror.position()).as("trending is not up").isEqualTo(-signal.position());
        followed++;
      }
    }
    assertThat(followed).isGreaterThan(100);
  }

  @Test
  void tradesAgainstWhatTurnsBack() throws IOException {
    JsonNode closes = reference(2).at("/input/close");
    Run run = Run.first(new FractalGeometry(), Map.of("agree", 0.5));
    int opposed = 0;
    for (int t = 0; t < closes.size(); t++) {
      Signal signal = run.flat(closes.get(t).asDouble());
      if (signal.label().equals("MEAN_REVERTING")) {
        double mean = 0;
        for (int i = t - 19; i <= t; i++) {
          mean += closes.get(i).asDouble() / 20;
        }
        assertThat(signal.position()).isEqualTo(Math.signum(mean - closes.get(t).asDouble()));
        opposed++;
      }
    }
    assertThat(opposed).isGreaterThan(100);
  }

  @Test
  void scalesThatDisagreeConfirmNothing() throws IOException {
    // H is 0.07, but over lags to 5 it is 0.27 and to 10 0.16: within 0.08 two of four agree.
    JsonNode closes = reference(2).at("/input/close");
    Signal signal = last(closes, Map.of("agree", 0.08));
    assertThat(signal.confidence()).isEqualTo(0.5);
    assertThat(signal.attributes()[0]).isLessThan(0.35);
    assertThat(says(signal)).isEqualTo("HOLD RANDOM 0.0");
    assertThat(says(last(closes, Map.of("agree", 0.08, "confirm", 0.4))))
        .contains("MEAN_REVERTING");
  }

  @Test
  void aShorterLongestLagLeavesTheScalesAlone() throws IOException {
    JsonNode closes = reference(0).at("/input/close");
    Signal signal = last(closes, Map.of("max_lag", 10.0));
    assertThat(signal.attributes()[0]).isEqualTo(signal.attributes()[3]);
    assertThat(signal.attributes()[5]).isCloseTo(0.4804984001491159, within(1e-10));
  }

  @Test
  void flatPricesAreRandom() {
    Run run = Run.first(new FractalGeometry());
    Signal signal = Signal.WARMUP;
    for (int i = 0; i < 400; i++) {
      signal = run.flat(100.1);
      assertThat(signal.position()).isZero();
    }
    assertThat(says(signal)).isEqualTo("HOLD RANDOM 0.0");
    assertThat(signal.attributes()).containsExactly(0.5, 1.5, 0.5, 0.5, 0.5, 0.5);
  }

  @Test
  void holdsDuringWarmUp() {
    Run run = Run.first(new FractalGeometry());
    for (int i = 0; i < 249; i++) {
      assertThat(run.flat(100 + i % 7).isWarmup()).isTrue();
    }
    assertThat(run.flat(100).isWarmup()).isFalse();
  }

  @Test
  void impossibleParametersAreRefusedEachWithItsReason() {
    FractalGeometry strategy = new FractalGeometry();
    Parameters parameters =
        Run.firstEdition(
            strategy, Map.of("window", 100.0, "max_lag", 100.0, "trend", 0.3, "revert", 0.4));
    assertThat(strategy.check(parameters)).hasSize(2);
    assertThat(strategy.check(parameters).get(0)).contains("window", "max-lag", "100");
    assertThat(strategy.check(parameters).get(1)).contains("revert", "0.4", "trend", "0.3");
  }
}
