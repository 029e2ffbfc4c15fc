package io.mirrorcore.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PowerStudyTest {

  /** Eight strategies from 1.15 to 1.65, eleven at 1.0: the numbers of the guide. */
  private static AssumedMarket guide(double correlation) {
    double[] sharpe = new double[19];
    for (int i = 0; i < 19; i++) {
      sharpe[i] = i < 8 ? 1.15 + 0.5 * i / 7 : 1.0;
    }
    return market(sharpe, correlation, false);
  }

  private static AssumedMarket market(double[] sharpe, double correlation, boolean hasMarket) {
    int n = sharpe.length;
    double[] volatility = new double[n];
    double[] matrix = new double[n * n];
    List<String> names = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      volatility[i] = 0.1;
      names.add(hasMarket && i == n - 1 ? "HOLD" : "S" + i);
      for (int j = 0; j < n; j++) {
        matrix[i * n + j] = i == j ? 1 : correlation;
      }
    }
    return new AssumedMarket(names, sharpe, volatility, matrix, hasMarket, 252);
  }

  private static PowerResult study(AssumedMarket truth, int years, int markets) {
    return new PowerStudy(new GaussianMarkets(truth), new PowerSettings(years, markets, 42, 0.95))
        .run(done -> {});
  }

  @Test
  void theGuidesOwnNumbersAllowNoMoreThanTheyDo() {
    PowerResult result = study(guide(0.58), 10, 60);
    assertThat(result.allocator("1/N").sharpe().mean()).isCloseTo(1.5, within(0.15));
    assertThat(result.allocator("oracle").sharpe().mean()).isCloseTo(1.88, within(0.15));
    assertThat(result.allocator("oracle").toEqual().orElseThrow().spread().mean())
        .as("even who knows every truth gains no more")
        .isCloseTo(0.38, within(0.1));
    double evidence = result.allocator("evidence").toEqual().orElseThrow().spread().mean();
    double guide = result.allocator("guide").toEqual().orElseThrow().spread().mean();
    assertThat(evidence).isBetween(0.03, 0.3);
    assertThat(guide).isBetween(-0.05, 0.2);
    assertThat(result.allocator("evidence").toEqual().orElseThrow().years(0.5).orElseThrow())
        .as("with 19 strategies so alike nobody lives to see it")
        .isGreaterThan(10);
  }

  @Test
  void widelySpreadSkillShowsSoonAndNoSkillNever() {
    double[] wide = IntStream.range(0, 11).mapToDouble(i -> -1.2 + 0.25 * i).toArray();
    DifferencePower spread =
        study(market(wide, 0.1, false), 5, 40).allocator("evidence").toEqual().orElseThrow();
    assertThat(spread.years(0.5).orElseThrow()).isLessThan(3);
    assertThat(spread.years(0.8).orElseThrow()).isGreaterThan(spread.years(0.5).orElseThrow());
    assertThat(spread.probability(spread.years(0.8).orElseThrow())).isCloseTo(0.8, within(1e-6));
  }

  @Test
  void theMarketIsComparedWhereItIsKnown() {
    PowerResult result = study(market(new double[] {0, 0.1, -0.1, 0.5}, 0.1, true), 4, 30);
    assertThat(result.allocators())
        .extracting(AllocatorPower::name)
        .containsExactly("1/N", "oracle", "guide", "evidence", "overlay", "HOLD", "HOLD at 10 %");
    assertThat(result.allocator("HOLD").toMarket()).isEmpty();
    assertThat(result.allocator("overlay").toMarket()).isPresent();
    assertThat(result.allocator("HOLD").sharpe().mean()).isCloseTo(0.5, within(0.3));
  }

  @Test
  void theSameSeedGivesTheSameFigures() {
    PowerResult one = study(guide(0.4), 2, 20);
    PowerResult other = study(guide(0.4), 2, 20);
    for (int a = 0; a < one.allocators().size(); a++) {
      assertThat(one.allocators().get(a).sharpe()).isEqualTo(other.allocators().get(a).sharpe());
    }
  }

  @Test
  void resampledReturnsHaveTheAssumedMeanAndTheirOwnShape() {
    AssumedMarket truth = market(new double[] {1, -1}, 0, false);
    Random random = new Random(1);
    double[][] observed = new double[500][2];
    for (double[] row : observed) {
      row[0] = random.nextDouble() < 0.01 ? -0.1 : 0.002;
      row[1] = -row[0];
    }
    double[][] drawn = new ResampledMarkets(truth, observed).draw(200_000, new Random(2));
    double mean =
        IntStream.range(0, drawn.length).mapToDouble(t -> drawn[t][0]).average().orElse(0);
    assertThat(mean).isCloseTo(0.1 / 252, within(2e-4));
    assertThat(Arrays.stream(drawn).mapToDouble(row -> row[0]).min().orElseThrow())
        .isLessThan(-0.05);
  }

  @Test
  void assumptionsThatCannotBeAreSentences() {
    assertThatThrownBy(() -> new GaussianMarkets(market(new double[] {1, 1, 1}, -0.9, false)))
        .hasMessageContaining("not positive definite");
    assertThatThrownBy(() -> market(new double[] {Double.NaN}, 0, false))
        .hasMessageContaining("Sharpe ratio of S0");
    assertThatThrownBy(() -> new PowerSettings(1, 100, 1, 0.95)).hasMessageContaining("years");
  }
}
