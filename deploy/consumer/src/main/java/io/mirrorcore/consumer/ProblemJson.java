package io.mirrorcore.consumer;

import io.mirrorcore.portfolio.record.PublishedGroup;
import io.mirrorcore.portfolio.record.PublishedProblem;
import io.mirrorcore.portfolio.record.PublishedProblem.Aversion;
import io.mirrorcore.portfolio.record.PublishedProblem.Bounds;
import io.mirrorcore.portfolio.record.PublishedProblem.Inputs;
import io.mirrorcore.portfolio.record.PublishedProblem.Multipliers;
import io.mirrorcore.portfolio.record.PublishedProblem.NamedMoments;

/** Reads {@code problem} of {@code weights}: what only some objectives need may be absent. */
final class ProblemJson {

  private ProblemJson() {}

  static PublishedProblem problem(JsonParts json) {
    return new PublishedProblem(
        new NamedMoments(json.numbers("mean"), json.texts("strategies"), json.values("covariance")),
        new Aversion(
            json.number("lambda"),
            json.number("eta"),
            json.values("previous"),
            json.has("penaltyFree") ? json.texts("penaltyFree") : null),
        new Bounds(
            json.values("lower"),
            json.values("upper"),
            json.has("groups")
                ? json.objects("groups").stream().map(ProblemJson::group).toList()
                : null),
        new Inputs(
            json.has("riskFree") ? json.number("riskFree") : null,
            json.has("budgets") ? json.values("budgets") : null,
            json.has("scenarios") ? json.rows("scenarios") : null,
            json.has("beta") ? json.number("beta") : null),
        new Multipliers(
            json.has("scenarioWeights") ? json.values("scenarioWeights") : null,
            json.has("groupMultipliers") ? json.values("groupMultipliers") : null));
  }

  private static PublishedGroup group(JsonParts json) {
    return new PublishedGroup(json.text("name"), json.texts("strategies"), json.number("cap"));
  }
}
