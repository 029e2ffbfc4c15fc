package io.mirrorcore.portfolio.verify;

import java.util.List;

/**
 * What the proof of a record is worth.
 *
 * @param outcome whether it holds
 * @param residual the certificate, computed anew: largest relative violation of the optimality
 *     conditions; infinite where there is none
 * @param reasons why it does not hold, a clause each; empty where it does
 */
public record WeightsVerdict(Outcome outcome, double residual, List<String> reasons) {

  /** Whether a proof holds. */
  public enum Outcome {
    /** The target is optimal, and the weights in force are what the decision makes of it. */
    PROVEN,
    /** Something in the record is not true. */
    REFUSED,
    /** The record lacks what a proof needs, as one of another release may: nothing is known. */
    UNPROVEN
  }

  public WeightsVerdict {
    reasons = List.copyOf(reasons);
  }

  static WeightsVerdict of(List<String> faults, double residual) {
    return new WeightsVerdict(
        faults.isEmpty() ? Outcome.PROVEN : Outcome.REFUSED, residual, faults);
  }

  static WeightsVerdict unproven(String reason) {
    return new WeightsVerdict(Outcome.UNPROVEN, Double.POSITIVE_INFINITY, List.of(reason));
  }

  public boolean isProven() {
    return outcome == Outcome.PROVEN;
  }

  /** The reasons as one line. */
  public String why() {
    return String.join("; ", reasons);
  }
}
