package io.mirrorcore.indicator.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Hurst exponents and entropies of three series, answered by NumPy. */
class FractalEntropyReferenceTest {

  private static List<JsonNode> cases() throws IOException {
    JsonNode file =
        new ObjectMapper().readTree(Path.of("../../src/reference/fractal_entropy.json").toFile());
    List<JsonNode> cases = StreamSupport.stream(file.at("/cases").spliterator(), false).toList();
    assertThat(cases).hasSize(3).allMatch(c -> c.at("/tolerance").asDouble() == 1e-10);
    return cases;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void hurstExponentIsThatOfNumPy(JsonNode one) {
    HurstExponent hurst = new HurstExponent(250, 40);
    one.at("/input/close").forEach(close -> hurst.add(close.asDouble()));
    JsonNode expected = one.at("/expected");
    assertThat(hurst.value(40))
        .isCloseTo(expected.at("/hurst_window250_lags1_40").asDouble(), within(1e-10));
    for (int scale : new int[] {5, 10, 20, 40}) {
      double atScale = expected.at("/hurst_by_scale/" + scale).asDouble();
      assertThat(atScale).isPositive();
      assertThat(hurst.value(scale)).isCloseTo(atScale, within(1e-10));
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void entropyIsThatOfNumPy(JsonNode one) {
    JsonNode closes = one.at("/input/close");
    HistogramEntropy entropy = new HistogramEntropy(closes.size() - 1, 20);
    for (int i = 1; i < closes.size(); i++) {
      entropy.add(closes.get(i).asDouble() / closes.get(i - 1).asDouble() - 1);
    }
    JsonNode expected = one.at("/expected");
    assertThat(entropy.bits())
        .isCloseTo(expected.at("/entropy_bits_20bins").asDouble(), within(1e-10));
    assertThat(entropy.bits() / entropy.mostBits())
        .isCloseTo(expected.at("/entropy_normalised").asDouble(), within(1e-10));
  }
}
