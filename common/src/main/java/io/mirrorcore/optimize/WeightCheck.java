package io.mirrorcore.optimize;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a {@link WeightProblem} is one, and if not, the sentence that names the strategy and the
 * number. Box and covariance are {@link ProblemCheck}'s, with names in place of its indices.
 */
final class WeightCheck {

  private static final double LARGEST = 1e100;

  /** How far groups and bounds may miss the budget by rounding. */
  private static final double BUDGET = 1e-12;

  private static final Pattern FLAT = Pattern.compile("sigma\\[(\\d+)\\](?!\\[)");
  private static final Pattern INDEX = Pattern.compile("\\[(\\d+)\\]");

  private final WeightProblem p;
  private final int n;
  private String wrong;

  private WeightCheck(WeightProblem p) {
    this.p = p;
    n = p.size();
  }

  /** The failed solution to answer with, or empty for a sound and feasible problem. */
  static Optional<Solution> failure(WeightProblem p) {
    return failure(p, ProblemCheck.failure(numbers(p)));
  }

  /**
   * The same, with its word for it that sigma is a covariance; a number in it is still looked at.
   */
  static Optional<Solution> failureButForSigma(WeightProblem p) {
    return failure(p, ProblemCheck.failureButForSigma(numbers(p)));
  }

  private static MeanVarianceProblem numbers(WeightProblem p) {
    return new MeanVarianceProblem(
        p.mu(), p.sigma(), p.lambda(), p.eta(), p.lower(), p.upper(), p.previous());
  }

  private static Optional<Solution> failure(WeightProblem p, Optional<Solution> failure) {
    if (failure.isPresent()) {
      Solution unnamed = failure.get();
      return Optional.of(Solution.none(unnamed.status(), named(p, unnamed.detail())));
    }
    WeightCheck check = new WeightCheck(p);
    if (!(check.namesFit() && check.groupsAreSound() && check.ownNumbersAreSound())) {
      return Optional.of(Solution.none(Status.INVALID_INPUT, check.wrong));
    }
    return check.groupsMeetBudget()
        ? Optional.empty()
        : Optional.of(Solution.none(Status.INFEASIBLE, check.wrong));
  }

  private static String named(WeightProblem p, String sentence) {
    int n = Math.max(1, p.size());
    String paired =
        FLAT.matcher(sentence)
            .replaceAll(
                match -> {
                  int k = index(match);
                  return "sigma[" + k / n + "][" + k % n + "]";
                });
    return INDEX
        .matcher(paired)
        .replaceAll(match -> "[" + Matcher.quoteReplacement(p.name(index(match))) + "]");
  }

  private static int index(MatchResult match) {
    return Integer.parseInt(match.group(1));
  }

  private boolean namesFit() {
    return p.names().isEmpty()
        || p.names().size() == n
        || fail("names must have " + n + " entries or none; have " + p.names().size());
  }

  private boolean ownNumbersAreSound() {
    return switch (p.objective()) {
      case MAX_SHARPE ->
          isNumber(p.riskFree()) || fail("riskFree must be finite; have " + p.riskFree());
      case RISK_PARITY -> riskCanBeShared();
      case CVAR -> scenariosAreSound();
      default -> true;
    };
  }

  private boolean riskCanBeShared() {
    if (!p.groups().isEmpty()) {
      return fail("risk-parity takes no group caps; have " + p.groups().get(0).name());
    }
    if (p.budgets().length != 0 && p.budgets().length != n) {
      return fail("budgets must have " + n + " entries or none; have " + p.budgets().length);
    }
    for (int i = 0; i < n; i++) {
      if (p.upper()[i] == 0) {
        continue;
      }
      if (!(p.upper()[i] > 0)) {
        return fail(at("upper", i) + " must be at least 0 for risk-parity; have " + p.upper()[i]);
      }
      double variance = p.sigma()[i * n + i];
      if (!(variance > 0)) {
        String where = at("sigma", i) + "[" + p.name(i) + "]";
        return fail(where + " must be positive for risk-parity; have " + variance);
      }
      double budget = p.budgets().length == 0 ? 1 : p.budgets()[i];
      if (!(budget > 0 && budget <= LARGEST)) {
        return fail(at("budgets", i) + " must be positive and finite; have " + budget);
      }
    }
    return true;
  }

  private boolean scenariosAreSound() {
    if (!(p.beta() >= 0 && p.beta() < 1)) {
      return fail("beta must be in [0, 1); have " + p.beta());
    }
    int count = p.scenarios().length;
    double least = Math.ceil(1 / (1 - p.beta()) * (1 - BUDGET));
    if (count < least) {
      return fail(
          ("cvar at beta " + p.beta() + " needs at least " + (long) least)
              + (" scenarios, one of them in the tail; have " + count));
    }
    for (int t = 0; t < count; t++) {
      if (p.scenarios()[t].length != n) {
        return fail(
            "scenarios[" + t + "] must have " + n + " entries; have " + p.scenarios()[t].length);
      }
      for (int i = 0; i < n; i++) {
        double value = p.scenarios()[t][i];
        if (!isNumber(value)) {
          return fail(
              at("scenarios[" + t + "]", i)
                  + " must be finite and at most 1e100 in size; have "
                  + value);
        }
      }
    }
    return true;
  }

  private boolean groupsAreSound() {
    for (GroupCap group : p.groups()) {
      boolean[] seen = new boolean[n];
      for (int i : group.members()) {
        if (!(i >= 0 && i < n)) {
          return fail(
              "group " + group.name() + " has member " + i + "; there are " + n + " strategies");
        }
        if (seen[i]) {
          return fail("group " + group.name() + " has member " + p.name(i) + " twice");
        }
        seen[i] = true;
      }
      if (!isNumber(group.cap())) {
        return fail("the cap of group " + group.name() + " must be finite; have " + group.cap());
      }
    }
    return true;
  }

  private boolean groupsMeetBudget() {
    if (p.groups().isEmpty()) {
      return true;
    }
    for (GroupCap group : p.groups()) {
      double least = group.weight(p.lower());
      if (least > group.cap() + BUDGET * KktConditions.weightSize(p.lower())) {
        return fail(
            ("the cap of group " + group.name() + " must be at least the sum of its lower bounds, ")
                + (least + "; have " + group.cap()));
      }
    }
    double most = LinearProgramme.mostThatFits(p);
    return most >= 1 - BUDGET * KktConditions.weightSize(p.upper())
        || fail("upper bounds and group caps must leave room for weights of sum 1; have " + most);
  }

  private String at(String array, int i) {
    return array + "[" + p.name(i) + "]";
  }

  private static boolean isNumber(double value) {
    return Math.abs(value) <= LARGEST;
  }

  private boolean fail(String sentence) {
    wrong = sentence;
    return false;
  }
}
