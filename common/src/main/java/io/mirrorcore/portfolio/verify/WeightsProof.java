package io.mirrorcore.portfolio.verify;

import io.mirrorcore.optimize.Objective;
import io.mirrorcore.portfolio.record.Decision;
import io.mirrorcore.portfolio.record.EnsembleWeights;
import io.mirrorcore.portfolio.record.PublishedProblem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Checks a record of weights, whatever its profile, objective and decision. Held are
 *
 * <pre>
 *   the problem is sound, and the target solves it:   KKT residual at most 1e-8
 *   strategies outside of the problem have no weight in the target
 *   weights in force: at least 0, at most the cap (CASH has its own), sum 1
 *     WARMUP, INITIAL               those of the target
 *     REBALANCED                    those of the target
 *     PARTIAL                       on the straight line from the previous ones to the target
 *       or, of both, what the trades lead to, none of them away from the target: what is too
 *       small to trade may wait
 *     HELD_...                      the previous ones
 *   turnover, trades, lambda and eta say the same as weights and problem
 *   the next result, where one is due, is due later
 * </pre>
 *
 * Weights are compared to {@link #TOLERANCE}. A record that lacks a part is not refused but {@link
 * WeightsVerdict.Outcome#UNPROVEN}, with the part by its name on the topic.
 */
public final class WeightsProof {

  /** Two weights that differ by more are not the same. */
  static final double TOLERANCE = 1e-9;

  private WeightsProof() {}

  /** The verdict on one record; never throws for what it holds. */
  public static WeightsVerdict of(EnsembleWeights record) {
    String missing = missing(record);
    if (missing != null) {
      return WeightsVerdict.unproven(missing);
    }
    TargetCheck target = TargetCheck.of(record);
    List<String> faults = new ArrayList<>(target.faults());
    faults.addAll(HoldingCheck.faults(record));
    Long until = record.validity().validUntil();
    if (until != null && until <= record.time()) {
      faults.add("validUntil must be after time, " + record.time() + "; have " + until);
    }
    return WeightsVerdict.of(faults, target.residual());
  }

  private static String missing(EnsembleWeights record) {
    PublishedProblem problem = record.proof().problem();
    if (problem == null) {
      return "the record carries no problem";
    }
    if (problem.moments().covariance() == null) {
      return "the record carries no problem.covariance";
    }
    if (problem.bounds().lower() == null || problem.bounds().upper() == null) {
      return "the record carries no problem.lower or problem.upper";
    }
    if (problem.aversion().previous() == null) {
      return "the record carries no problem.previous";
    }
    if (Objective.of(String.valueOf(record.target().objective())).isEmpty()) {
      return "objective " + record.target().objective() + " is unknown to this version";
    }
    if (SleeveWeights.lacksSkill(record)) {
      return "the record carries no overlay.beta";
    }
    boolean known =
        Arrays.stream(Decision.values())
            .anyMatch(d -> d.name().equals(record.rebalance().decision()));
    return known
        ? null
        : "decision " + record.rebalance().decision() + " is unknown to this version";
  }
}
