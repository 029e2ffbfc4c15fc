package io.mirrorcore.local.optimize;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mirrorcore.optimize.PortfolioProblem;
import io.mirrorcore.optimize.WeightFigures;
import io.mirrorcore.optimize.problem.Solution;

/**
 * An {@link Optimum} as one JSON object: weights, figures, and all that proves them. Names are in
 * the order of the problem.
 *
 * @param optimum what is told
 */
public record OptimumJson(Optimum optimum) {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** The whole of it. */
  public ObjectNode json() {
    Solution solution = optimum.solution();
    PortfolioProblem problem = optimum.problem();
    ObjectNode json = NODES.objectNode();
    json.put("status", solution.status().name());
    if (!solution.detail().isEmpty()) {
      json.put("detail", solution.detail());
    }
    json.put("objective", problem.objective().id());
    json.set("weights", byName(solution.weights()));
    json.put("objectiveValue", solution.objectiveValue());
    if (optimum.source().isPerDay()) {
      json.put("figuresPer", "day");
    }
    figures(json, optimum.figures());
    json.put("conditionNumber", optimum.source().conditionNumber());
    json.put("kktResidual", solution.kktResidual());
    json.put("iterations", solution.iterations());
    json.put("budgetMultiplier", solution.budgetMultiplier());
    json.set("bindingLower", flagged(solution.atLower()));
    json.set("bindingUpper", flagged(solution.atUpper()));
    json.set("riskContributions", byName(optimum.figures().riskContributions()));
    if (!problem.groups().isEmpty()) {
      ObjectNode multipliers = json.putObject("groupMultipliers");
      for (int g = 0; g < solution.groupMultipliers().length; g++) {
        multipliers.put(problem.groups().get(g).name(), solution.groupMultipliers()[g]);
      }
    }
    source(json, problem);
    if (optimum.robust() != null) {
      robust(json);
    }
    if (optimum.opinion() != null) {
      ObjectNode opinion = json.putObject("secondOpinion");
      opinion.put("solver", SecondOpinion.solver());
      opinion.put("state", optimum.opinion().state());
      opinion.put("largestDifference", optimum.opinion().largestDifference());
      opinion.set("weights", byName(optimum.opinion().weights()));
    }
    return json;
  }

  private void figures(ObjectNode json, WeightFigures figures) {
    json.put("expectedReturn", figures.expectedReturn());
    json.put("volatility", figures.volatility());
    json.put("sharpe", figures.sharpe());
    if (optimum.source().isPerDay()) {
      json.put("sharpeAnnualised", optimum.source().annualised(figures.sharpe()));
    }
    json.put("turnover", figures.turnover());
  }

  private void source(ObjectNode json, PortfolioProblem problem) {
    Optimum.Source source = optimum.source();
    if (source.regime() != null) {
      json.put("regime", source.regime());
    }
    putNumber(json, "lambda", problem.penalties().lambda());
    putNumber(json, "eta", problem.penalties().eta());
    putNumber(json, "cap", source.cap());
    putNumber(json, "shrinkage", source.shrinkage());
    json.put("observations", source.observations());
  }

  /** A problem may be refused for what is no number in it; and nothing may be estimated. */
  private static void putNumber(ObjectNode json, String name, double value) {
    if (Double.isFinite(value)) {
      json.put(name, value);
    }
  }

  private void robust(ObjectNode json) {
    Optimum.Robust robust = optimum.robust();
    json.put("confidence", optimum.confidence());
    json.set("confidences", byName(robust.confidence().perStrategy()));
    json.set("resampledWeights", byName(robust.confidence().meanWeights()));
    figures(json.putObject("resampled"), robust.figures());
  }

  private ObjectNode byName(double[] values) {
    ObjectNode node = NODES.objectNode();
    for (int i = 0; i < values.length; i++) {
      node.put(optimum.problem().name(i), values[i]);
    }
    return node;
  }

  private ArrayNode flagged(boolean[] flags) {
    ArrayNode names = NODES.arrayNode();
    for (int i = 0; i < flags.length; i++) {
      if (flags[i]) {
        names.add(optimum.problem().name(i));
      }
    }
    return names;
  }
}
