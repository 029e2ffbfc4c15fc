package io.mirrorcore.optimize.proof;

import io.mirrorcore.optimize.problem.Box;
import io.mirrorcore.optimize.problem.PrimalDualPoint;
import io.mirrorcore.optimize.problem.Solution;
import io.mirrorcore.optimize.problem.Status;

/**
 * The word of a certificate on a point. Whether the point is called a solution, and of what status,
 * depends on this alone, whoever found it.
 *
 * @param residual largest relative violation of the optimality conditions, 0 or more, or infinite
 * @param value the figure that the objective is judged by
 */
public record Proof(double residual, double value) {

  /** At most this much residual is called optimal. */
  public static final double TOLERANCE = 1e-8;

  /**
   * The solution that a point is, OPTIMAL where its certificate holds. A residual that is infinite
   * stays so: it is worse than that of no solution at all.
   */
  public Solution solution(Box box, PrimalDualPoint point) {
    return solution(box, point, Status.OPTIMAL, "", residual);
  }

  /**
   * The solution that a point is, to be published: its residual is finite, as JSON knows no
   * infinity.
   *
   * @param proved the status where the certificate holds; NOT_CONVERGED elsewhere
   * @param detail the sentence that goes with it, empty for OPTIMAL
   */
  public Solution solution(Box box, PrimalDualPoint point, Status proved, String detail) {
    return solution(box, point, proved, detail, Math.min(residual, Double.MAX_VALUE));
  }

  private Solution solution(
      Box box, PrimalDualPoint point, Status proved, String detail, double kktResidual) {
    boolean holds = residual <= TOLERANCE;
    return new Solution(
        point,
        holds ? proved : Status.NOT_CONVERGED,
        holds ? detail : notConverged(point.iterations()),
        value,
        kktResidual,
        equal(point.weights(), box.lower()),
        equal(point.weights(), box.upper()));
  }

  private String notConverged(int iterations) {
    return "kktResidual must be at most "
        + TOLERANCE
        + "; have "
        + residual
        + " after "
        + iterations
        + " iterations";
  }

  private static boolean[] equal(double[] weights, double[] bounds) {
    boolean[] equal = new boolean[weights.length];
    for (int i = 0; i < weights.length; i++) {
      equal[i] = weights[i] == bounds[i];
    }
    return equal;
  }
}
