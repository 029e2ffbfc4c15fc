package io.mirrorcore.console.panel;

import io.mirrorcore.console.state.Tree;
import io.mirrorcore.portfolio.record.Decision;
import io.mirrorcore.portfolio.record.EnsembleWeights;
import io.mirrorcore.portfolio.record.Rebalance;
import io.mirrorcore.portfolio.record.WeightTrade;
import io.mirrorcore.portfolio.settings.Cash;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What is held, and why: the newest record of each portfolio. */
final class NowPanel {

  private static final String NAME = "now";

  private final Tree tree;

  NowPanel(Tree tree, List<String> order) {
    this.tree = tree;
    tree.put(List.of(NAME, "order"), order);
    tree.put(List.of(NAME, "portfolios"), Map.of());
  }

  /**
   * @param weight in force
   * @param cap greatest weight that it may have
   * @param confidence in [0, 1]; null where the estimate says nothing of it
   */
  private record Held(
      String id,
      double weight,
      double previous,
      double target,
      double cap,
      Double confidence,
      boolean inactive) {}

  private record Now(
      long time,
      String decision,
      boolean applied,
      String regime,
      String sentence,
      double cap,
      double turnover,
      double confidence,
      double expectedReturn,
      double volatility,
      double sharpeAnnualised,
      List<Held> strategies,
      List<WeightTrade> trades) {}

  void take(EnsembleWeights record) {
    Rebalance rebalance = record.rebalance();
    tree.put(
        List.of(NAME, "portfolios", record.portfolio()),
        new Now(
            record.time(),
            rebalance.decision(),
            Decision.valueOf(rebalance.decision()).isApplied(),
            record.regime(),
            DecisionSentence.of(record),
            rebalance.cap(),
            rebalance.turnover(),
            record.confidence().overall(),
            record.risk().expectedReturn(),
            record.risk().volatility(),
            record.risk().sharpeAnnualised(),
            held(record),
            rebalance.trades()));
  }

  private static List<Held> held(EnsembleWeights record) {
    Rebalance rebalance = record.rebalance();
    return rebalance.weights().entrySet().stream()
        .map(
            weight ->
                new Held(
                    weight.getKey(),
                    weight.getValue(),
                    rebalance.previousWeights().getOrDefault(weight.getKey(), 0.0),
                    record.target().weights().getOrDefault(weight.getKey(), 0.0),
                    weight.getKey().equals(Cash.ID) ? 1 : rebalance.cap(),
                    record.confidence().byStrategy().get(weight.getKey()),
                    record.estimate().inactive().contains(weight.getKey())))
        .sorted(Comparator.comparingDouble(Held::weight).reversed().thenComparing(Held::id))
        .toList();
  }
}
