package io.mirrorcore.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class BayesianSearchTest {

  /** Branin's function upside down over the search space, greatest at three places: -0.397887. */
  private static double branin(TrialPoint point) {
    double[] unit = SearchSpace.unit(point);
    double x = 15 * unit[0] - 5;
    double y = 15 * unit[1];
    double square = y - 5.1 / (4 * Math.PI * Math.PI) * x * x + 5 / Math.PI * x - 6;
    return -(square * square + 10 * (1 - 1 / (8 * Math.PI)) * Math.cos(x) + 10);
  }

  private static TrialResult scored(TrialPoint point, double sharpe) {
    return new TrialResult(
        point.number(), point.lambda(), point.eta(), sharpe, 0.0, 0, 0, new double[] {0});
  }

  /** All results of a search that goes on from some. */
  private static List<TrialResult> run(
      BayesianSearch search, List<TrialResult> before, ToDoubleFunction<TrialPoint> score) {
    List<TrialResult> results = new ArrayList<>(before);
    for (List<TrialPoint> asked = search.next(results);
        !asked.isEmpty();
        asked = search.next(results)) {
      asked.forEach(point -> results.add(scored(point, score.applyAsDouble(point))));
    }
    return results;
  }

  private static List<TrialPoint> points(List<TrialResult> results) {
    return results.stream().map(TrialResult::point).toList();
  }

  private static double best(List<TrialResult> results) {
    return TuningJudgement.best(results).sharpe();
  }

  @Test
  void asksForTenAtFirstAndThenForFourAtATime() {
    BayesianSearch search = new BayesianSearch(42, 20);
    List<TrialResult> results = new ArrayList<>();
    List<Integer> sizes = new ArrayList<>();
    for (List<TrialPoint> asked = search.next(results);
        !asked.isEmpty();
        asked = search.next(results)) {
      sizes.add(asked.size());
      asked.forEach(point -> results.add(scored(point, branin(point))));
    }
    assertThat(sizes).containsExactly(10, 4, 4, 2);
    assertThat(results).extracting(TrialResult::number).startsWith(1, 2, 3).endsWith(19, 20);
  }

  @Test
  void neverLeavesTheSpaceNorAsksTwice() {
    List<TrialPoint> points =
        points(run(new BayesianSearch(1, 50), List.of(), BayesianSearchTest::branin));
    assertThat(points)
        .allSatisfy(
            point -> {
              assertThat(point.lambda()).isBetween(10.0, 500.0);
              assertThat(point.eta()).isBetween(0.01, 0.20);
            });
    for (int i = 0; i < points.size(); i++) {
      assertThat(points.subList(0, i)).noneMatch(points.get(i)::triesTheSameAs);
    }
  }

  @Test
  void losesAHundredthOfWhatChanceLosesToTheBestThereIs() {
    double greatest = -0.397887;
    double lost = 0;
    double lostByChance = 0;
    for (int seed = 0; seed < 10; seed++) {
      double found = best(run(new BayesianSearch(seed, 34), List.of(), BayesianSearchTest::branin));
      lost += greatest - found;
      lostByChance += greatest - bestByChance(new SplittableRandom(seed), 34);
    }
    assertThat(lost).isPositive().isLessThan(lostByChance / 100);
  }

  @Test
  void findsTheTopOfAHill() {
    ToDoubleFunction<TrialPoint> hill =
        point -> {
          double[] unit = SearchSpace.unit(point);
          return 0.4 - Math.pow(unit[0] - 0.3, 2) - 0.5 * Math.pow(unit[1] - 0.8, 2);
        };
    for (int seed = 0; seed < 5; seed++) {
      assertThat(best(run(new BayesianSearch(seed, 22), List.of(), hill))).isGreaterThan(0.3999);
    }
  }

  private static double bestByChance(SplittableRandom random, int calls) {
    double best = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < calls; i++) {
      double[] place = {random.nextDouble(), random.nextDouble()};
      best = Math.max(best, branin(SearchSpace.point(1, place)));
    }
    return best;
  }

  @Test
  void climbsToACornerWhereTheBestIsThere() {
    List<TrialResult> results =
        run(
            new BayesianSearch(42, 30),
            List.of(),
            point -> Math.log(point.lambda()) - 10 * point.eta());
    TrialResult best = TuningJudgement.best(results);
    assertThat(best.lambda()).isGreaterThan(490);
    assertThat(best.eta()).isLessThan(0.012);
  }

  @Test
  void asksTheSameAgainAndOtherwiseWithAnotherSeed() {
    List<TrialPoint> once =
        points(run(new BayesianSearch(42, 22), List.of(), BayesianSearchTest::branin));
    assertThat(points(run(new BayesianSearch(42, 22), List.of(), BayesianSearchTest::branin)))
        .isEqualTo(once);
    assertThat(new BayesianSearch(43, 22).next(List.of())).isNotEqualTo(once.subList(0, 10));
  }

  @Test
  void goesOnAsIfItHadNotBeenInterrupted() {
    List<TrialResult> whole =
        run(new BayesianSearch(42, 26), List.of(), BayesianSearchTest::branin);
    for (int before : new int[] {10, 14, 22, 26}) {
      assertThat(
              points(
                  run(
                      new BayesianSearch(42, 26),
                      whole.subList(0, before),
                      BayesianSearchTest::branin)))
          .isEqualTo(points(whole));
    }
  }

  @Test
  void aLongerSearchBeginsAsAShorterOne() {
    List<TrialPoint> shorter =
        points(run(new BayesianSearch(42, 17), List.of(), BayesianSearchTest::branin));
    List<TrialPoint> longer =
        points(run(new BayesianSearch(42, 22), List.of(), BayesianSearchTest::branin));
    assertThat(longer.subList(0, 17)).isEqualTo(shorter);
    assertThat(new BayesianSearch(42, 17).identity())
        .isEqualTo(new BayesianSearch(42, 22).identity())
        .isNotEqualTo(new BayesianSearch(43, 22).identity());
  }

  @Test
  void looksEverywhereWhereNothingMatters() {
    List<TrialPoint> points = points(run(new BayesianSearch(42, 30), List.of(), point -> 0.25));
    for (int i = 0; i < points.size(); i++) {
      assertThat(points.subList(0, i)).noneMatch(points.get(i)::triesTheSameAs);
    }
    assertThat(points.subList(10, 30))
        .anyMatch(p -> p.lambda() > 300)
        .anyMatch(p -> p.lambda() < 20);
  }

  @Test
  void scoresAreStandardisedTheFirstAsAllOthers() {
    List<TrialResult> trials = new ArrayList<>();
    for (double score : new double[] {7, 1, 4}) {
      trials.add(scored(new TrialPoint(trials.size() + 1, 50, 0.1), score));
    }
    assertThat(BayesianSearch.standardised(trials)).containsExactly(1, -1, 0);
    assertThat(BayesianSearch.standardised(trials.subList(0, 1))).containsExactly(0);
  }

  @Test
  void needsSomethingToChooseFrom() {
    assertThatThrownBy(() -> new BayesianSearch(42, 1)).hasMessageContaining("at least 2");
  }
}
