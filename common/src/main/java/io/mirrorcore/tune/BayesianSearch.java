package io.mirrorcore.tune;

import io.mirrorcore.backtest.evidence.ReturnMoments;
import io.mirrorcore.backtest.report.TuningSummary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Bayesian optimisation of lambda and eta, for few trials (Snoek, Larochelle and Adams 2012): a
 * {@link LatinHypercube} first, then always the point at which a {@link GaussianProcess} fitted to
 * the scores so far has the greatest {@link ExpectedImprovement}.
 *
 * <p>Trials are asked for in batches of {@value #BATCH}, whatever the parallelism, so that the
 * search is the same on any machine. Within a batch each point is chosen as if the ones before it
 * had scored what the process expects of them (the Kriging believer of Ginsbourger, Le Riche and
 * Carraro 2010), which keeps the points of a batch apart.
 *
 * <p>A pure function of the scores: given those of the first trials it asks for the same next ones,
 * so an interrupted search continues where it stopped. A batch costs O(n^3) for n trials so far: a
 * second for hundreds of trials, about as long as one trial takes.
 */
public final class BayesianSearch implements Search {

  /** Trials of the first look. */
  static final int INITIAL = 10;

  /** Trials of every later one. */
  static final int BATCH = 4;

  /**
   * In standard deviations of the scores: who expects less is on top of a hill, and a trial is
   * better spent on the least known place, where there may be another.
   */
  private static final double NOTHING = 1e-4;

  private static final int CANDIDATES = 1_000;
  private static final int CLIMBS = 5;
  private static final PatternSearch CLIMB =
      new PatternSearch(new double[] {0, 0}, new double[] {1, 1}, 0.05, 0.002);

  private final long seed;
  private final int calls;

  /**
   * @param seed of the first look and of the places that are considered
   * @param calls trials in all, at least 2
   */
  public BayesianSearch(long seed, int calls) {
    if (calls < 2) {
      throw new IllegalArgumentException("calls must be at least 2; have " + calls);
    }
    this.seed = seed;
    this.calls = calls;
  }

  @Override
  public String method() {
    return "bayes";
  }

  /** A longer search begins as a shorter one, which it may thus continue. */
  @Override
  public String identity() {
    return method() + " from seed " + seed;
  }

  @Override
  public int calls() {
    return calls;
  }

  /** A batch: the results are those of all batches before it. */
  @Override
  public List<TrialPoint> next(List<TrialResult> results) {
    if (results.isEmpty()) {
      return initial();
    }
    int count = Math.min(BATCH, calls - results.size());
    if (count == 0) {
      return List.of();
    }
    List<TrialPoint> asked = new ArrayList<>(results.stream().map(TrialResult::point).toList());
    GaussianProcess process = fit(results);
    for (int i = 0; i < count; i++) {
      TrialPoint point = best(process, asked);
      double[] place = SearchSpace.unit(point);
      process = process.with(place, process.at(place).mean());
      asked.add(point);
    }
    return List.copyOf(asked.subList(results.size(), asked.size()));
  }

  /** None: the points lie anywhere. */
  @Override
  public TuningSummary.Heatmap heatmap(List<TrialResult> results) {
    return null;
  }

  private List<TrialPoint> initial() {
    int count = Math.min(INITIAL, calls);
    double[][] places =
        LatinHypercube.of(count, SearchSpace.DIMENSIONS, new SplittableRandom(seed));
    return IntStream.range(0, count).mapToObj(i -> SearchSpace.point(i + 1, places[i])).toList();
  }

  private static GaussianProcess fit(List<TrialResult> trials) {
    double[][] places =
        trials.stream().map(trial -> SearchSpace.unit(trial.point())).toArray(double[][]::new);
    return MarginalLikelihood.fit(places, standardised(trials));
  }

  /** Scores with mean 0 and standard deviation 1; all 0 where they do not vary. */
  static double[] standardised(List<TrialResult> trials) {
    double[] scores = trials.stream().mapToDouble(TrialResult::sharpe).toArray();
    ReturnMoments moments = ReturnMoments.of(scores);
    for (int i = 0; i < scores.length; i++) {
      double above = scores[i] - moments.mean();
      scores[i] = moments.deviation() > 0 ? above / moments.deviation() : 0;
    }
    return scores;
  }

  private TrialPoint best(GaussianProcess process, List<TrialPoint> asked) {
    int number = asked.size() + 1;
    double[][] candidates = candidates(number);
    double goal = incumbent(process, asked);
    ToDoubleFunction<double[]> improvement =
        place -> ExpectedImprovement.of(process.at(place), goal);
    double[] place = best(candidates, unless(asked, improvement));
    if (!(improvement.applyAsDouble(place) > NOTHING)) {
      place = best(candidates, unless(asked, there -> process.at(there).deviation()));
    }
    return SearchSpace.point(number, place);
  }

  private double[][] candidates(int number) {
    SplittableRandom random = new SplittableRandom(seed + number);
    double[][] candidates = new double[CANDIDATES][SearchSpace.DIMENSIONS];
    for (double[] candidate : candidates) {
      for (int d = 0; d < candidate.length; d++) {
        candidate[d] = random.nextDouble();
      }
    }
    return candidates;
  }

  /** The best that is known of; of the mean, since the scores may be noisy. */
  private static double incumbent(GaussianProcess process, List<TrialPoint> asked) {
    return asked.stream()
        .mapToDouble(point -> process.at(SearchSpace.unit(point)).mean())
        .max()
        .orElseThrow();
  }

  /** Worth nothing where a trial was asked for already; at the trial that a place rounds to. */
  private static ToDoubleFunction<double[]> unless(
      List<TrialPoint> asked, ToDoubleFunction<double[]> worth) {
    return place -> {
      TrialPoint point = SearchSpace.point(1, place);
      boolean again = asked.stream().anyMatch(point::triesTheSameAs);
      return again ? -1 : worth.applyAsDouble(SearchSpace.unit(point));
    };
  }

  private static double[] best(double[][] candidates, ToDoubleFunction<double[]> worth) {
    double[] worths = new double[candidates.length];
    for (int i = 0; i < worths.length; i++) {
      worths[i] = worth.applyAsDouble(candidates[i]);
    }
    return IntStream.range(0, candidates.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> -worths[i]))
        .limit(CLIMBS)
        .map(i -> CLIMB.climb(candidates[i], worth))
        .max(Comparator.comparingDouble(worth))
        .orElseThrow();
  }
}
