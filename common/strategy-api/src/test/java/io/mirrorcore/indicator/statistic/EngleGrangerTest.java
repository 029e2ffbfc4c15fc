package io.mirrorcore.indicator.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class EngleGrangerTest {

  private static double[] centred(double... values) {
    double mean = DoubleStream.of(values).average().orElseThrow();
    return DoubleStream.of(values).map(x -> x - mean).toArray();
  }

  @Test
  void regressesByHand() {
    // b = -1.5 -0.5 0.5 1.5, e = 1 -1 -1 1 is orthogonal to it, a = 2 b + e.
    // Steps -2 0 2 on 1 -1 -1: rho = (-2 - 2) / 3, rest 8 - 16/3 over 2, t = rho / sqrt(4/3 / 3).
    EngleGranger fit = EngleGranger.of(new double[] {-2, -2, 0, 4}, centred(1, 2, 3, 4));
    assertThat(fit.hedge()).isCloseTo(2, within(1e-15));
    assertThat(fit.tStatistic()).isCloseTo(-4 / 3.0 / (2 / 3.0), within(1e-14));
    assertThat(fit.z()).isCloseTo(1 / Math.sqrt(4 / 3.0), within(1e-15));
  }

  @Test
  void isThatOfStatsmodels() throws IOException {
    JsonNode file =
        new ObjectMapper().readTree(Path.of("../../src/reference/cointegration.json").toFile());
    assertThat(file.get("cases").size()).isEqualTo(4);
    for (JsonNode reference : file.get("cases")) {
      double[] a = numbers(reference.at("/input/a"));
      double[] b = numbers(reference.at("/input/b"));
      EngleGranger fit = EngleGranger.of(centred(a), centred(b));
      JsonNode expected = reference.get("expected");
      double intercept =
          DoubleStream.of(a).average().orElseThrow()
              - fit.hedge() * DoubleStream.of(b).average().orElseThrow();
      assertThat(fit.tStatistic())
          .as(reference.get("name").asText())
          .isCloseTo(expected.get("engle_granger_t_maxlag0").asDouble(), within(1e-8));
      assertThat(fit.hedge()).isCloseTo(expected.get("hedge_ratio").asDouble(), within(1e-8));
      assertThat(intercept).isCloseTo(expected.get("intercept").asDouble(), within(1e-8));
    }
  }

  private static double[] numbers(JsonNode array) {
    double[] numbers = new double[array.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = array.get(i).asDouble();
    }
    return numbers;
  }

  @Test
  void hasNoSpreadWhereThereIsNone() {
    double[] flat = new double[20];
    double[] walk = new double[20];
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 1; i < 20; i++) {
      walk[i] = walk[i - 1] + random.nextDouble(-0.01, 0.01);
    }
    double[] a = centred(walk);
    double[] rounded = centred(DoubleStream.of(walk).map(x -> x + 18 - 18).toArray());
    assertThat(EngleGranger.of(flat, flat)).isEqualTo(new EngleGranger(0, 0, 0, 0));
    assertThat(EngleGranger.of(flat, a)).isEqualTo(new EngleGranger(0, 0, 0, 0));
    assertThat(EngleGranger.of(a, a)).isEqualTo(new EngleGranger(1, 0, 0, 0));
    assertThat(EngleGranger.of(a, rounded).tStatistic()).isZero();
    assertThat(EngleGranger.of(a, flat).hedge()).isZero();
    assertThat(EngleGranger.of(a, flat).z()).isFinite().isNotZero();
  }
}
