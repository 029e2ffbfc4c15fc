package io.mirrorcore.local.optimize;

import io.mirrorcore.optimize.WeightFigures;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * An {@link Optimum} as lines for people: the weights, the largest first, then what they promise,
 * what they were made from and what proves them.
 */
public final class OptimumTable {

  private final Optimum optimum;
  private final List<Integer> order;
  private final int rows;
  private final StringBuilder text = new StringBuilder();

  /**
   * @param top strategies to show, 1 or more
   */
  public OptimumTable(Optimum optimum, int top) {
    this.optimum = optimum;
    double[] weights = optimum.solution().weights();
    order =
        IntStream.range(0, weights.length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> -weights[i]))
            .toList();
    rows = Math.min(top, weights.length);
  }

  /** All lines. */
  public String text() {
    weights();
    figures(optimum.problem().objective().id(), optimum.figures());
    if (optimum.robust() != null) {
      figures("resampled weights", optimum.robust().figures());
      line("confidence %.3f, from %d samples%n", optimum.confidence(), samples());
    }
    source();
    line(
        "proof: %s, KKT residual %.2g, multiplier of the budget %.6g; condition number %.4g; %d"
            + " iterations%n",
        optimum.solution().status(),
        optimum.solution().kktResidual(),
        optimum.solution().budgetMultiplier(),
        optimum.source().conditionNumber(),
        optimum.solution().iterations());
    if (optimum.opinion() != null) {
      line(
          "second opinion: %s, %s, differs by at most %.2g in a weight%n",
          SecondOpinion.solver(), optimum.opinion().state(), optimum.opinion().largestDifference());
    }
    return text.toString();
  }

  private int samples() {
    return optimum.robust().confidence().solved();
  }

  private void weights() {
    int width = "strategy".length();
    for (int row = 0; row < rows; row++) {
      width = Math.max(width, optimum.problem().name(order.get(row)).length());
    }
    String format = "%-" + width + "s  %9s  %-5s  %9s%s%n";
    boolean resampled = optimum.robust() != null;
    line(format, "strategy", "weight", "bound", "of risk", resampled ? "  resampled   sure" : "");
    for (int row = 0; row < rows; row++) {
      int i = order.get(row);
      line(
          format,
          optimum.problem().name(i),
          percent(optimum.solution().weights()[i]),
          bound(i),
          percent(optimum.figures().riskContributions()[i]),
          resampled ? resampled(i) : "");
    }
    if (rows < order.size()) {
      line(
          "and %d more, %s together%n",
          order.size() - rows,
          percent(
              order.subList(rows, order.size()).stream()
                  .mapToDouble(i -> optimum.solution().weights()[i])
                  .sum()));
    }
    line("%n");
  }

  private String bound(int i) {
    if (optimum.solution().atUpper()[i]) {
      return "cap";
    }
    return optimum.solution().atLower()[i] ? "least" : "";
  }

  private String resampled(int i) {
    double[] mean = optimum.robust().confidence().meanWeights();
    return format(
        "  %9s  %3.0f %%", percent(mean[i]), 100 * optimum.robust().confidence().perStrategy()[i]);
  }

  private void figures(String name, WeightFigures figures) {
    Optimum.Source source = optimum.source();
    String unit = source.isPerDay() ? " per day" : "";
    line(
        "%s: expected return %.6g%s, volatility %.6g%s, Sharpe %.4g%s%s, turnover %.4g%n",
        name,
        figures.expectedReturn(),
        unit,
        figures.volatility(),
        unit,
        figures.sharpe(),
        unit,
        source.isPerDay() ? format(" (%.4g a year)", source.annualised(figures.sharpe())) : "",
        figures.turnover());
  }

  private void source() {
    Optimum.Source source = optimum.source();
    line(
        "%slambda %.6g, eta %.6g, cap %.6g; %d observations%s%n",
        source.regime() == null ? "" : "regime " + source.regime() + ", ",
        optimum.problem().penalties().lambda(),
        optimum.problem().penalties().eta(),
        source.cap(),
        source.observations(),
        Double.isNaN(source.shrinkage()) ? "" : format(", shrinkage %.4g", source.shrinkage()));
  }

  private void line(String format, Object... values) {
    text.append(format(format, values));
  }

  private static String percent(double share) {
    return format("%.3f %%", 100 * share);
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
