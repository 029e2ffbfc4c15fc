package io.mirrorcore.local.cli.research;

import io.mirrorcore.jobs.cli.CommandFailure;
import io.mirrorcore.regime.RegimePolicy;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Option;

/** The numbers of the guide's optimiser; they win over the regime and over a problem's own. */
final class PolicyOptions {

  @Option(
      names = "--lambda",
      paramLabel = "NUMBER",
      description = "Aversion to risk, in place of the regime's or the problem's.")
  private Double lambda;

  @Option(
      names = "--eta",
      paramLabel = "NUMBER",
      description = "Price of turnover, in place of the regime's or the problem's.")
  private Double eta;

  @Option(
      names = "--max-weight",
      paramLabel = "SHARE",
      description = "Greatest weight, in place of the regime's cap or the problem's.")
  private Double maxWeight;

  /** The policy with what is given in its place. */
  RegimePolicy over(RegimePolicy policy) {
    check();
    return new RegimePolicy(
        lambda == null ? policy.lambda() : lambda,
        eta == null ? policy.eta() : eta,
        maxWeight == null ? policy.cap() : maxWeight,
        policy.cadence(),
        policy.hold());
  }

  /** What is given, by key of a problem. */
  Map<String, Double> ofProblem() {
    check();
    Map<String, Double> given = new TreeMap<>();
    put(given, "lambda", lambda);
    put(given, "eta", eta);
    put(given, "max_weight", maxWeight);
    return given;
  }

  private static void put(Map<String, Double> given, String key, Double value) {
    if (value != null) {
      given.put(key, value);
    }
  }

  private void check() {
    require(lambda, lambda == null || (lambda > 0 && lambda <= 1e6), "--lambda", "in (0, 1e6]");
    require(eta, eta == null || (eta >= 0 && eta <= 100), "--eta", "in [0, 100]");
    require(
        maxWeight,
        maxWeight == null || (maxWeight > 0 && maxWeight <= 1),
        "--max-weight",
        "a share in (0, 1] (0.25: 25 %)");
  }

  private static void require(Double value, boolean rule, String option, String allowed) {
    if (!rule) {
      throw new CommandFailure("%s must be %s; have %s".formatted(option, allowed, value));
    }
  }
}
