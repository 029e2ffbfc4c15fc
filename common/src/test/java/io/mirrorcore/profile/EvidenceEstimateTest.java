package io.mirrorcore.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.mirrorcore.estimate.ReferenceCases;
import io.mirrorcore.estimate.TwoSpeeds;
import io.mirrorcore.optimize.Optimizer;
import io.mirrorcore.optimize.PortfolioProblem;
import io.mirrorcore.optimize.problem.Box;
import io.mirrorcore.optimize.problem.Penalties;
import io.mirrorcore.optimize.problem.Solution;
import io.mirrorcore.optimize.problem.Status;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Against two sets of numbers that numpy found: cases of all kinds, and a run of decisions. */
class EvidenceEstimateTest {

  private static final int FIVE_YEARS = 1260;
  private static final TwoSpeeds SPEEDS = TwoSpeeds.defaults();

  @Test
  void givesTheNumbersOfSixCases() {
    int cases = 0;
    for (JsonNode one : ReferenceCases.of("evidence.json")) {
      JsonNode input = one.get("input");
      JsonNode expected = one.get("expected");
      TimeScale scale =
          new TimeScale(
              input.get("periodsPerYear").doubleValue(), input.get("daysPerPeriod").doubleValue());
      double[][] all = ReferenceCases.matrix(input.get("returns"));
      int[] columns = columns(expected.get("active"), all[0].length - 1);
      EvidenceEstimate found = estimate(all, columns, scale);

      assertThat(found.skill().years()).isEqualTo(expected.get("years").doubleValue());
      assertThat(found.skill().sharpe())
          .containsExactly(ReferenceCases.vector(expected.get("sharpe")), within(1e-10));
      assertThat(found.mean())
          .containsExactly(ReferenceCases.vector(expected.get("mu")), within(1e-14));
      requireEstimates(found, expected, one.get("name").asText());
      requireWeights(solved(found, scale, ReferenceCases.vector(input.get("previous"))), expected);
      cases++;
    }
    assertThat(cases).isEqualTo(6);
  }

  /** src/reference/evidence.py on the same returns: another language, solver and author's order. */
  @Test
  void agreesWithTheSecondImplementationOverFiftyDecisions() throws IOException {
    ReferenceReturns reference = ReferenceReturns.read();
    List<String> names = reference.names();
    double[][] returns = reference.rows();
    TimeScale scale = new TimeScale(252, 1);
    double[] held = new double[names.size()];
    int decisions = 0;
    for (JsonNode expected : reference.decisions()) {
      int end = expected.get("rows").intValue();
      double[][] window = Arrays.copyOfRange(returns, Math.max(0, end - FIVE_YEARS), end);
      int[] columns = active(window);
      assertThat(Arrays.stream(columns).mapToObj(names::get).toList())
          .isEqualTo(texts(expected.get("active")));
      EvidenceEstimate found =
          EvidenceEstimate.withMarket(narrow(window, columns), columns.length - 1, scale, SPEEDS);
      requireEstimates(found, expected, "rows " + end);
      double[] previous = Arrays.stream(columns).mapToDouble(k -> held[k]).toArray();
      Solution solution = solved(found, scale, previous);
      requireWeights(solution, expected);
      Arrays.fill(held, 0);
      for (int i = 0; i < columns.length; i++) {
        held[columns[i]] = solution.weights()[i];
      }
      decisions++;
    }
    assertThat(decisions).isEqualTo(50);
  }

  @Test
  void needsNoStrategyWhereThereIsAMarket() {
    double[][] market = {{0.01}, {-0.02}, {0.03}, {0.01}};

    EvidenceEstimate found = EvidenceEstimate.withMarket(market, 0, new TimeScale(252, 1), SPEEDS);

    assertThat(found.skill()).isNull();
    assertThat(found.posterior()).hasSize(1);
    assertThat(found.posterior()[0]).isCloseTo(0.4, within(0.01));
  }

  @Test
  void findsTheMarketInAnyColumn() {
    JsonNode input = ReferenceCases.of("evidence.json").get(3).get("input");
    double[][] last = ReferenceCases.matrix(input.get("returns"));
    int n = last[0].length;
    int[] order = IntStream.range(0, n).map(k -> k == 2 ? n - 1 : k < 2 ? k : k - 1).toArray();
    TimeScale weeks = new TimeScale(52, 7);

    EvidenceEstimate expected = EvidenceEstimate.withMarket(last, n - 1, weeks, SPEEDS);
    EvidenceEstimate found = EvidenceEstimate.withMarket(narrow(last, order), 2, weeks, SPEEDS);

    for (int k = 0; k < n; k++) {
      assertThat(found.posterior()[k]).isEqualTo(expected.posterior()[order[k]]);
      assertThat(found.mean()[k]).isEqualTo(expected.mean()[order[k]]);
    }
  }

  @Test
  void needsNoMarketEither() {
    double[][] returns = {{0.01, 0.02}, {-0.02, 0.01}, {0.03, -0.01}};
    TimeScale scale = new TimeScale(252, 1);

    EvidenceEstimate found = EvidenceEstimate.ofStrategies(returns, scale, SPEEDS);

    assertThat(found.posterior()).containsExactly(found.skill().posterior());
    Solution solution = solved(found, scale, new double[2]);
    assertThat(solution.status()).isEqualTo(Status.OPTIMAL);
    assertThat(solution.weights()).hasSize(3);
  }

  private static EvidenceEstimate estimate(double[][] all, int[] columns, TimeScale scale) {
    return EvidenceEstimate.withMarket(narrow(all, columns), columns.length - 1, scale, SPEEDS);
  }

  private static Solution solved(EvidenceEstimate found, TimeScale scale, double[] previous) {
    int n = previous.length;
    double[] withCash = Arrays.copyOf(previous, n + 1);
    withCash[n] = 1 - Arrays.stream(previous).sum();
    PortfolioProblem problem =
        found.problem(
            IntStream.range(0, n).mapToObj(i -> "s" + i).toList(),
            scale,
            new Penalties(6, 5e-4, withCash),
            Box.upTo(1, n + 1));
    Solution solution = Optimizer.solve(problem);
    assertThat(solution.status()).isEqualTo(Status.OPTIMAL);
    assertThat(solution.kktResidual()).isLessThan(1e-12);
    return solution;
  }

  private static void requireEstimates(EvidenceEstimate found, JsonNode expected, String name) {
    assertThat(found.skill().m0())
        .as(name)
        .isCloseTo(expected.get("m0").doubleValue(), within(1e-10));
    assertThat(found.skill().tau())
        .as(name)
        .isCloseTo(expected.get("tau").doubleValue(), within(1e-10));
    assertThat(found.posterior())
        .as(name)
        .containsExactly(ReferenceCases.vector(expected.get("posterior")), within(1e-10));
    assertThat(found.covariance().matrix())
        .as(name)
        .containsExactly(ReferenceCases.flat(expected.get("sigma")), within(1e-15));
  }

  private static void requireWeights(Solution solution, JsonNode expected) {
    double[] weights = solution.weights();
    assertThat(Arrays.copyOf(weights, weights.length - 1))
        .containsExactly(ReferenceCases.vector(expected.get("weights")), within(1e-8));
    assertThat(weights[weights.length - 1])
        .isCloseTo(expected.get("cash").doubleValue(), within(1e-8));
  }

  private static int[] columns(JsonNode active, int market) {
    int[] columns = new int[active.size() + 1];
    for (int i = 0; i < active.size(); i++) {
      columns[i] = active.get(i).intValue();
    }
    columns[active.size()] = market;
    return columns;
  }

  private static double[][] narrow(double[][] rows, int[] columns) {
    return Arrays.stream(rows)
        .map(row -> Arrays.stream(columns).mapToDouble(k -> row[k]).toArray())
        .toArray(double[][]::new);
  }

  /** A return other than 0 in 5 % of the rows. */
  private static int[] active(double[][] window) {
    return IntStream.range(0, window[0].length)
        .filter(
            k -> Arrays.stream(window).filter(row -> row[k] != 0).count() >= 0.05 * window.length)
        .toArray();
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(node -> texts.add(node.asText()));
    return texts;
  }
}
