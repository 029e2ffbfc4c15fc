package io.mirrorcore.console.panel;

import io.mirrorcore.portfolio.record.Decision;
import io.mirrorcore.portfolio.record.EnsembleWeights;
import java.util.Locale;

/** A decision in one sentence, with the figures that led to it. */
final class DecisionSentence {

  private DecisionSentence() {}

  static String of(EnsembleWeights record) {
    String turnover = String.format(Locale.ROOT, "%.0f %%", 100 * record.rebalance().turnover());
    String confidence = String.format(Locale.ROOT, "%.0f %%", 100 * record.confidence().overall());
    String regime = record.regime().toLowerCase(Locale.ROOT);
    int trades = record.rebalance().trades().size();
    return switch (Decision.valueOf(record.rebalance().decision())) {
      case WARMUP ->
          "Warming up: equal weights of the strategies that are active so far, or cash, until an"
              + " estimate is possible.";
      case INITIAL -> "The first weights: applied whatever they are.";
      case REBALANCED ->
          "Rebalanced by %s in a %s market: turnover %s at a confidence of %s."
              .formatted(count(trades), regime, turnover, confidence);
      case PARTIAL ->
          "Rebalanced in part by %s, after holding in uncertainty too often: the way to the target was %s at a confidence of %s."
              .formatted(count(trades), turnover, confidence);
      case HELD_UNCERTAIN ->
          "Held: a turnover of %s is much to trade on a confidence of only %s."
              .formatted(turnover, confidence);
      case HELD_REGIME -> "Held: in a %s market the weights rest.".formatted(regime);
      case HELD_SMALL -> "Held: no change is large enough to be worth a trade.";
    };
  }

  private static String count(int trades) {
    return trades == 1 ? "1 trade" : trades + " trades";
  }
}
