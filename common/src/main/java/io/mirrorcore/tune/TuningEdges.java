package io.mirrorcore.tune;

import io.mirrorcore.backtest.report.TuningSummary;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Whether the best of a search is at the edge of what it has tried: the best there is may lie
 * beyond.
 */
final class TuningEdges {

  private TuningEdges() {}

  /** A sentence for each edge that the winner is at. */
  static Stream<String> of(TuningSummary summary) {
    TuningSummary.Best best = summary.best();
    List<String> edges = new ArrayList<>();
    add(edges, summary, "lambda", best.lambda(), TuningSummary.Trial::lambda);
    add(edges, summary, "eta", best.eta(), TuningSummary.Trial::eta);
    return edges.stream();
  }

  private static void add(
      List<String> edges,
      TuningSummary summary,
      String name,
      double value,
      ToDoubleFunction<TuningSummary.Trial> tried) {
    TreeSet<Double> values = new TreeSet<>();
    summary.trials().forEach(trial -> values.add(tried.applyAsDouble(trial)));
    boolean least = value == values.first();
    if (values.size() > 1 && (least || value == values.last())) {
      edges.add(
          String.format(
              Locale.ROOT,
              "The best %s, %s, is the %s that was tried: a better one may lie beyond, but each"
                  + " further trial counts as well.",
              name,
              BigDecimal.valueOf(value).stripTrailingZeros().toPlainString(),
              least ? "least" : "greatest"));
    }
  }
}
