package io.mirrorcore.portfolio.verify;

import io.mirrorcore.portfolio.record.Decision;
import io.mirrorcore.portfolio.record.EnsembleWeights;
import io.mirrorcore.portfolio.record.Rebalance;
import io.mirrorcore.portfolio.record.WeightTrade;
import io.mirrorcore.portfolio.settings.Cash;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Whether the weights in force are what the decision makes of the target and of the weights before.
 * Where the target is of sleeves the weights are added up to those ({@link SleeveWeights}).
 */
final class HoldingCheck {

  private final Rebalance rebalance;
  private final Map<String, Double> target;
  private final Map<String, Double> now;
  private final Map<String, Double> before;
  private final List<String> faults = new ArrayList<>();

  private HoldingCheck(EnsembleWeights record) {
    rebalance = record.rebalance();
    target = SleeveWeights.asked(record);
    now = SleeveWeights.of(target, rebalance.weights());
    before = SleeveWeights.of(target, rebalance.previousWeights());
  }

  /** What is wrong, a clause each. */
  static List<String> faults(EnsembleWeights record) {
    HoldingCheck check = new HoldingCheck(record);
    check.feasible();
    if (check.now.keySet().equals(check.target.keySet())) {
      check.decided(Decision.valueOf(check.rebalance.decision()));
      check.turnover();
    } else {
      check.faults.add(
          "weights must name what target names, %s; have %s"
              .formatted(check.target.keySet(), check.now.keySet()));
    }
    check.trades();
    return check.faults;
  }

  private void feasible() {
    double sum = rebalance.weights().values().stream().mapToDouble(Double::doubleValue).sum();
    if (!same(sum, 1)) {
      faults.add("weights must add up to 1; have " + sum);
    }
    rebalance
        .weights()
        .forEach(
            (strategy, weight) -> {
              double cap = strategy.equals(Cash.ID) ? 1 : rebalance.cap();
              if (!(weight >= 0 && weight <= cap + WeightsProof.TOLERANCE)) {
                faults.add(
                    "weight of %s must be in [0, %s]; have %s".formatted(strategy, cap, weight));
              }
            });
  }

  private void decided(Decision decision) {
    switch (decision) {
      case WARMUP, INITIAL -> applied();
      case REBALANCED -> {
        if (!followsTrades()) {
          applied();
        }
      }
      case PARTIAL -> {
        if (!followsTrades()) {
          partWay();
        }
      }
      case HELD_UNCERTAIN, HELD_REGIME, HELD_SMALL ->
          equal("previousWeights", rebalance.previousWeights(), rebalance.weights());
    }
  }

  private void applied() {
    equal("target", target, now);
    if (!SleeveWeights.areEqualParts(target, rebalance.weights())) {
      faults.add("weights of the strategies of OVERLAY must be equal parts of it");
    }
  }

  /**
   * Changes too small to trade may wait: then the trades alone lead from the weights before to
   * those in force, and none leads away from the target.
   */
  private boolean followsTrades() {
    Map<String, Double> followed = new TreeMap<>(rebalance.previousWeights());
    rebalance.trades().forEach(trade -> followed.put(trade.strategy(), trade.to()));
    boolean leads =
        rebalance.weights().entrySet().stream()
            .allMatch(entry -> same(entry.getValue(), followed.getOrDefault(entry.getKey(), 0.0)));
    boolean nearer =
        target.entrySet().stream()
            .allMatch(
                entry -> {
                  double moved = now.get(entry.getKey()) - before(entry.getKey());
                  double wanted = entry.getValue() - before(entry.getKey());
                  return Math.abs(moved) <= WeightsProof.TOLERANCE || moved * wanted > 0;
                });
    return leads && nearer && !rebalance.trades().isEmpty();
  }

  private void equal(String name, Map<String, Double> expected, Map<String, Double> have) {
    have.forEach(
        (strategy, weight) -> {
          double due = expected.getOrDefault(strategy, 0.0);
          if (!same(weight, due)) {
            faults.add(
                "after %s the weight of %s must be that of %s, %s; have %s"
                    .formatted(rebalance.decision(), strategy, name, due, weight));
          }
        });
  }

  private void partWay() {
    String farthest = "";
    double most = 0;
    for (Map.Entry<String, Double> entry : target.entrySet()) {
      double way = Math.abs(entry.getValue() - before(entry.getKey()));
      if (way > most) {
        most = way;
        farthest = entry.getKey();
      }
    }
    double step =
        most == 0
            ? 0
            : (now.get(farthest) - before(farthest)) / (target.get(farthest) - before(farthest));
    if (!(step >= -WeightsProof.TOLERANCE && step <= 1 + WeightsProof.TOLERANCE)) {
      faults.add("after PARTIAL weights must lie between the previous ones and the target");
      return;
    }
    for (Map.Entry<String, Double> entry : target.entrySet()) {
      double from = before(entry.getKey());
      double due = from + step * (entry.getValue() - from);
      if (!same(now.get(entry.getKey()), due)) {
        faults.add(
            "after PARTIAL the weight of %s must be %s of the way to the target, %s; have %s"
                .formatted(entry.getKey(), step, due, now.get(entry.getKey())));
      }
    }
  }

  private double before(String sleeve) {
    return before.getOrDefault(sleeve, 0.0);
  }

  private void turnover() {
    double due = 0;
    for (Map.Entry<String, Double> entry : target.entrySet()) {
      due += Math.abs(entry.getValue() - before(entry.getKey()));
    }
    due = rebalance.previousWeights().isEmpty() ? 1 : due;
    if (!same(rebalance.turnover(), due)) {
      faults.add(
          "turnover must be that from previousWeights to target, %s; have %s"
              .formatted(due, rebalance.turnover()));
    }
  }

  private void trades() {
    for (WeightTrade trade : rebalance.trades()) {
      double from = rebalance.previousWeights().getOrDefault(trade.strategy(), 0.0);
      double to = rebalance.weights().getOrDefault(trade.strategy(), 0.0);
      if (!same(trade.from(), from) || !same(trade.to(), to)) {
        faults.add(
            "trade of %s must be from %s to %s; have from %s to %s"
                .formatted(trade.strategy(), from, to, trade.from(), trade.to()));
      }
    }
  }

  private static boolean same(double a, double b) {
    return Math.abs(a - b) <= WeightsProof.TOLERANCE;
  }
}
