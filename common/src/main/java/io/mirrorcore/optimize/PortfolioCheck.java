package io.mirrorcore.optimize;

import io.mirrorcore.optimize.linear.LinearProgramme;
import io.mirrorcore.optimize.problem.GroupCap;
import io.mirrorcore.optimize.problem.MeanVarianceCheck;
import io.mirrorcore.optimize.problem.MeanVarianceProblem;
import io.mirrorcore.optimize.problem.Solution;
import io.mirrorcore.optimize.problem.Status;
import io.mirrorcore.optimize.proof.KktConditions;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a {@link PortfolioProblem} can be solved, and if not, the sentence that names the
 * strategy and the number. {@link MeanVarianceCheck} judges moments, penalties and box, and its
 * indices are replaced by names here; {@link Objective#check} judges the inputs of the objective.
 */
final class PortfolioCheck {

  /** How far groups and bounds may miss the budget by rounding. */
  private static final double BUDGET = 1e-12;

  private static final Pattern FLAT = Pattern.compile("sigma\\[(\\d+)\\](?!\\[)");
  private static final Pattern INDEX = Pattern.compile("\\[(\\d+)\\]");

  private final PortfolioProblem p;
  private final int n;
  private String wrong;

  private PortfolioCheck(PortfolioProblem p) {
    this.p = p;
    n = p.size();
  }

  /** The failed solution to answer with, or empty for a sound and feasible problem. */
  static Optional<Solution> failure(PortfolioProblem p) {
    return failure(p, MeanVarianceCheck.failure(numbers(p)));
  }

  /**
   * The same, trusting the caller that sigma is a covariance; its numbers are still looked at one
   * by one.
   */
  static Optional<Solution> failureButForSigma(PortfolioProblem p) {
    return failure(p, MeanVarianceCheck.failureButForSigma(numbers(p)));
  }

  private static MeanVarianceProblem numbers(PortfolioProblem p) {
    return new MeanVarianceProblem(p.moments(), p.penalties(), p.box());
  }

  private static Optional<Solution> failure(PortfolioProblem p, Optional<Solution> failure) {
    if (failure.isPresent()) {
      Solution unnamed = failure.get();
      return Optional.of(Solution.none(unnamed.status(), named(p, unnamed.detail())));
    }
    PortfolioCheck check = new PortfolioCheck(p);
    if (!(check.namesFit() && check.groupsAreSound() && check.objectiveIsSound())) {
      return Optional.of(Solution.none(Status.INVALID_INPUT, check.wrong));
    }
    return check.groupsMeetBudget()
        ? Optional.empty()
        : Optional.of(Solution.none(Status.INFEASIBLE, check.wrong));
  }

  private static String named(PortfolioProblem p, String sentence) {
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

  private boolean objectiveIsSound() {
    Optional<String> problem = p.objective().check(p);
    return problem.isEmpty() || fail(problem.get());
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
      if (!MeanVarianceCheck.isSound(group.cap())) {
        return fail("the cap of group " + group.name() + " must be finite; have " + group.cap());
      }
    }
    return true;
  }

  private boolean groupsMeetBudget() {
    if (p.groups().isEmpty()) {
      return true;
    }
    double[] lower = p.box().lower();
    for (GroupCap group : p.groups()) {
      double least = group.weight(lower);
      if (least > group.cap() + BUDGET * KktConditions.weightSize(lower)) {
        return fail(
            ("the cap of group " + group.name() + " must be at least the sum of its lower bounds, ")
                + (least + "; have " + group.cap()));
      }
    }
    double most = LinearProgramme.largestSum(p.box(), p.groups());
    return most >= 1 - BUDGET * KktConditions.weightSize(p.box().upper())
        || fail("upper bounds and group caps must leave room for weights of sum 1; have " + most);
  }

  private boolean fail(String sentence) {
    wrong = sentence;
    return false;
  }
}
