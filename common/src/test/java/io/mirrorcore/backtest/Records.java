package io.mirrorcore.backtest;

import io.mirrorcore.backtest.evidence.Trials;
import io.mirrorcore.backtest.report.BacktestMode;
import io.mirrorcore.backtest.report.BacktestResult;
import io.mirrorcore.backtest.report.BarScale;
import io.mirrorcore.backtest.report.Stake;
import io.mirrorcore.backtest.report.Walk;
import io.mirrorcore.backtest.track.Track;
import io.mirrorcore.backtest.track.TrackKind;
import io.mirrorcore.portfolio.record.EnsembleWeights;
import io.mirrorcore.portfolio.record.OptimalityProof;
import io.mirrorcore.portfolio.record.PublishedProblem;
import io.mirrorcore.portfolio.record.Rebalance;
import io.mirrorcore.portfolio.record.StrategyReturns;
import io.mirrorcore.portfolio.record.TargetConfidence;
import io.mirrorcore.portfolio.record.TargetRisk;
import io.mirrorcore.portfolio.record.TargetWeights;
import io.mirrorcore.portfolio.record.WindowEstimate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Topic records as an evaluation reads them, one a day. */
public final class Records {

  static final long DAY = 86_400_000L;

  private Records() {}

  public static StrategyReturns returns(int day, double... returns) {
    TreeMap<String, Boolean> deployed = new TreeMap<>();
    byName(returns).keySet().forEach(id -> deployed.put(id, true));
    return new StrategyReturns("main", day * DAY, byName(returns), deployed, 0);
  }

  public static StrategyReturns idle(int day, double... returns) {
    TreeMap<String, Boolean> deployed = new TreeMap<>();
    byName(returns).keySet().forEach(id -> deployed.put(id, false));
    return new StrategyReturns("main", day * DAY, byName(returns), deployed, 0);
  }

  public static EnsembleWeights weights(int day, String decision, double... weights) {
    return weights(day, decision, "MIXED", byName(weights), 30, List.of());
  }

  public static EnsembleWeights weights(
      int day,
      String decision,
      String regime,
      Map<String, Double> weights,
      int observations,
      List<String> inactive) {
    return new EnsembleWeights(
        "main",
        day * DAY,
        regime,
        new Rebalance(decision, weights, 1, Map.of(), List.of(), 0),
        new TargetWeights("mean-variance", "OPTIMAL", weights, 1, 125, 0.05),
        new TargetRisk(0, 0, 0, 0, Map.of()),
        new WindowEstimate(observations, inactive, 1, 0, null, null),
        new OptimalityProof(0, 0, List.of(), List.of(), 0, problem()),
        new TargetConfidence(Map.of(), 1, Map.of(), null));
  }

  private static PublishedProblem problem() {
    double[] none = {};
    return new PublishedProblem(
        new PublishedProblem.NamedMoments(Map.of(), List.of(), none),
        new PublishedProblem.Aversion(125, 0.05, none, null),
        new PublishedProblem.Bounds(none, none, null),
        new PublishedProblem.Inputs(null, null, null, null),
        new PublishedProblem.Multipliers(null, null));
  }

  /** Strategies A, B, C ... */
  public static Map<String, Double> byName(double... values) {
    TreeMap<String, Double> map = new TreeMap<>();
    for (int k = 0; k < values.length; k++) {
      map.put(String.valueOf((char) ('A' + k)), values[k]);
    }
    return map;
  }

  /** Independent normal returns, one column a strategy, from day 1 on. */
  public static List<StrategyReturns> noise(
      Random random, int days, int strategies, double deviation) {
    List<StrategyReturns> records = new ArrayList<>();
    for (int day = 1; day <= days; day++) {
      double[] row = new double[strategies];
      for (int k = 0; k < strategies; k++) {
        row[k] = deviation * random.nextGaussian();
      }
      records.add(returns(day, row));
    }
    return records;
  }

  /** Random weights every so many days, all applied. */
  public static List<EnsembleWeights> randomWeights(
      Random random, int first, int days, int every, int strategies) {
    List<EnsembleWeights> records = new ArrayList<>();
    for (int day = first; day <= days; day += every) {
      double[] weights = new double[strategies];
      double sum = 0;
      for (int k = 0; k < strategies; k++) {
        weights[k] = 0.05 + random.nextDouble();
        sum += weights[k];
      }
      for (int k = 0; k < strategies; k++) {
        weights[k] /= sum;
      }
      records.add(weights(day, day == first ? "INITIAL" : "REBALANCED", weights));
    }
    return records;
  }

  /** Walk-forward over days, 252 to a year. */
  public static BacktestSettings settings(double capital, double costRate) {
    return new BacktestSettings(
        new Walk(BacktestMode.WALK_FORWARD, 90, 30, false),
        new BarScale("1d", 252, "given"),
        new Stake(capital, costRate),
        0.0001,
        ZoneOffset.UTC,
        Trials.ONE,
        BacktestSettings.Positions.NO_BAND,
        List.of());
  }

  public static Track track(BacktestResult result, TrackKind kind) {
    return result.tracks().stream().filter(t -> t.kind() == kind).findFirst().orElseThrow();
  }
}
