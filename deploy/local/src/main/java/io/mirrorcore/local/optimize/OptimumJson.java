package io.mirrorcore.local.optimize;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mirrorcore.estimate.ConditionNumber;
import io.mirrorcore.estimate.Covariance;
import io.mirrorcore.optimize.PortfolioProblem;
import io.mirrorcore.optimize.WeightConfidence;
import io.mirrorcore.optimize.WeightFigures;
import io.mirrorcore.optimize.problem.Solution;
import java.util.Locale;

/**
 * What {@code optimize} prints of a solution: weights, figures, and all that proves them.
 *
 * @param problem what was solved
 * @param solution its solution
 * @param figures of the weights, in the unit of the problem
 * @param conditionNumber of sigma, at least 1; {@link Double#MAX_VALUE} where it is singular
 * @param confidence from resampling, or null
 * @param perDay whether that unit is known to be a day
 */
public record OptimumJson(
    PortfolioProblem problem,
    Solution solution,
    WeightFigures figures,
    double conditionNumber,
    WeightConfidence confidence,
    boolean perDay) {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** The condition number of a problem's sigma, as it is reported. */
  public static double conditionNumberOf(PortfolioProblem problem) {
    Covariance sigma = new Covariance(problem.moments().sigma(), problem.size(), 0);
    return Math.min(Double.MAX_VALUE, ConditionNumber.of(sigma));
  }

  /** One object; names in the order of the problem. */
  public ObjectNode json() {
    ObjectNode json = NODES.objectNode();
    json.put("status", solution.status().name());
    if (!solution.detail().isEmpty()) {
      json.put("detail", solution.detail());
    }
    json.put("objective", problem.objective().id());
    json.set("weights", byName(solution.weights()));
    json.put("objectiveValue", solution.objectiveValue());
    if (perDay) {
      json.put("figuresPer", "day");
    }
    json.put("expectedReturn", figures.expectedReturn());
    json.put("volatility", figures.volatility());
    json.put("sharpe", figures.sharpe());
    json.put("turnover", figures.turnover());
    json.put("conditionNumber", conditionNumber);
    json.put("kktResidual", solution.kktResidual());
    json.put("iterations", solution.iterations());
    json.put("budgetMultiplier", solution.budgetMultiplier());
    json.set("bindingLower", flagged(solution.atLower()));
    json.set("bindingUpper", flagged(solution.atUpper()));
    json.set("riskContributions", byName(figures.riskContributions()));
    if (!problem.groups().isEmpty()) {
      ObjectNode multipliers = json.putObject("groupMultipliers");
      for (int g = 0; g < solution.groupMultipliers().length; g++) {
        multipliers.put(problem.groups().get(g).name(), solution.groupMultipliers()[g]);
      }
    }
    if (confidence != null) {
      json.put("confidence", confidence.overall(solution.weights()));
      json.set("confidences", byName(confidence.perStrategy()));
      json.set("resampledWeights", byName(confidence.meanWeights()));
    }
    return json;
  }

  private ObjectNode byName(double[] values) {
    ObjectNode node = NODES.objectNode();
    for (int i = 0; i < values.length; i++) {
      node.put(problem.name(i), values[i]);
    }
    return node;
  }

  private ArrayNode flagged(boolean[] flags) {
    ArrayNode names = NODES.arrayNode();
    for (int i = 0; i < flags.length; i++) {
      if (flags[i]) {
        names.add(problem.name(i));
      }
    }
    return names;
  }

  /** Lines for people: the weights, then what they promise and what proves them. */
  public String table() {
    StringBuilder text = new StringBuilder();
    int width = 8;
    for (int i = 0; i < problem.size(); i++) {
      width = Math.max(width, problem.name(i).length());
    }
    String row = "%-" + width + "s  %9s  %-5s  %9s%s%n";
    line(text, row, "strategy", "weight", "bound", "of risk", confidence == null ? "" : "  sure");
    for (int i = 0; i < solution.weights().length; i++) {
      String bound = solution.atUpper()[i] ? "cap" : solution.atLower()[i] ? "least" : "";
      String sure =
          confidence == null ? "" : format("  %3.0f %%", 100 * confidence.perStrategy()[i]);
      line(
          text,
          row,
          problem.name(i),
          percent(solution.weights()[i]),
          bound,
          percent(figures.riskContributions()[i]),
          sure);
    }
    line(
        text,
        "%n%s, %s: expected return %.6g%s, volatility %.6g%s, Sharpe %.4g%s, turnover %.4g%n",
        problem.objective().id(),
        solution.status(),
        figures.expectedReturn(),
        unit(),
        figures.volatility(),
        unit(),
        figures.sharpe(),
        unit(),
        figures.turnover());
    line(
        text,
        "proof: KKT residual %.2g, multiplier of the budget %.6g; condition number %.4g; %d"
            + " iterations%n",
        solution.kktResidual(),
        solution.budgetMultiplier(),
        conditionNumber,
        solution.iterations());
    return text.toString();
  }

  private String unit() {
    return perDay ? " per day" : "";
  }

  private static void line(StringBuilder text, String format, Object... values) {
    text.append(format(format, values));
  }

  private static String percent(double share) {
    return format("%.3f %%", 100 * share);
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
