package io.mirrorcore.optimize.quadratic;

import io.mirrorcore.optimize.problem.MeanVarianceCheck;
import io.mirrorcore.optimize.problem.MeanVarianceProblem;
import io.mirrorcore.optimize.problem.Solution;
import io.mirrorcore.optimize.proof.MeanVarianceCertificate;
import java.util.Optional;

/**
 * Dense active-set solver for {@link MeanVarianceProblem}: microseconds for tens of strategies, a
 * millisecond for hundreds, exact to rounding, and each answer is judged by {@link
 * MeanVarianceCertificate} before it leaves.
 *
 * <pre>
 *   minimise  (1/2) w'Hw - c'w,   H = lambda Sigma + 2 eta I,   c = mu + 2 eta previous
 *   s.t.      sum w = 1,  lower &lt;= w &lt;= upper
 * </pre>
 *
 * <ol>
 *   <li>{@link ProjectedGradient} guesses which bounds bind, from the last solution or the weights
 *       held now;
 *   <li>{@link PrimalDualSwaps} from there: one round to see that the guess was right, as a rule;
 *       it may cycle, so it has 12;
 *   <li>{@link PrimalActiveSet} from the greedy vertex where that fails: slower, always ends; also
 *       where H is singular on the free strategies (Sigma singular and eta = 0, or lambda = 0), and
 *       once more with {@link FreeBlock} where numbers are too far apart for {@link UpdatedBlock};
 *   <li>the finish: weights within rounding of a bound go to it, and the free ones are solved for
 *       once more from a starting point and a factor that depend on the binding bounds alone, with
 *       one step of iterative refinement. So a warm and a cold start that find the same bounds give
 *       the same bits.
 * </ol>
 *
 * Every tolerance is relative to the terms of the gradient, so that the unit of the objective is
 * irrelevant. Where several weight vectors are optimal (zero curvature) one of them is returned,
 * always the same for the same arguments.
 *
 * <p>Nothing is ever factored but the block of the m free strategies, and that is updated where few
 * of them change ({@link UpdatedBlock}): O(m^3 + N^2) for a solve that goes well. Judging whether
 * sigma is a covariance costs O(N^3), hence most of the time for hundreds of strategies: {@link
 * #solveEstimated} leaves it out.
 */
public final class MeanVarianceSolver {

  /** Free weights nearer to a bound than this times max(1, |bound|) are on it but for rounding. */
  private static final double SNAP = 1e-14;

  /** A finish that certifies this well needs no comparison with what it started from. */
  private static final double FINE = 1e-13;

  /** A residual that is more than rounding: worth another method. */
  private static final double POOR = 1e-12;

  private final MeanVarianceProblem problem;
  private final Iterate at;
  private final NewtonStep block;
  private final double[] step;

  private MeanVarianceSolver(MeanVarianceProblem problem) {
    this.problem = problem;
    at = new Iterate(problem);
    block = new UpdatedBlock(problem);
    step = new double[problem.size()];
  }

  /** Solves from scratch. Never throws for data: see {@link Solution#status}. */
  public static Solution solve(MeanVarianceProblem p) {
    return solve(p, Solution.coldStart());
  }

  /**
   * Solves starting from the weights and binding bounds of an earlier solution. Costs nothing when
   * they are wrong, but then gains nothing either; a solution of another size, or without weights,
   * is ignored.
   */
  public static Solution solve(MeanVarianceProblem p, Solution warmStart) {
    Optional<Solution> failure = MeanVarianceCheck.failure(p);
    return failure.isPresent() ? failure.get() : new MeanVarianceSolver(p).run(warmStart);
  }

  /** {@link #solveEstimated(MeanVarianceProblem, Solution)} from scratch. */
  public static Solution solveEstimated(MeanVarianceProblem p) {
    return solveEstimated(p, Solution.coldStart());
  }

  /**
   * {@link #solve} for a sigma that an estimator made: that it is symmetric and positive
   * semidefinite is taken on trust, all else is checked as ever. {@code X'X/T}, shrunk towards a
   * semidefinite target or with a ridge on its diagonal, cannot be anything else, so that the test
   * would only find again what the formula says, at the price of a Cholesky factorisation of all of
   * sigma: a multiple of the solve itself for hundreds of strategies. The answer is that of {@code
   * solve} to the last bit. For a sigma from a file or a stranger it is {@code solve} that must be
   * called: where sigma is indefinite, the certificate holds at points that are not optimal.
   */
  public static Solution solveEstimated(MeanVarianceProblem p, Solution warmStart) {
    Optional<Solution> failure = MeanVarianceCheck.failureButForSigma(p);
    return failure.isPresent() ? failure.get() : new MeanVarianceSolver(p).run(warmStart);
  }

  private Solution run(Solution warmStart) {
    boolean fits = warmStart.weights().length == at.n;
    if (fits) {
      takeSides(warmStart);
    }
    new ProjectedGradient(at).run(fits ? warmStart.weights() : problem.previous());
    Solution best = new PrimalDualSwaps(at, block).run() ? finish(block) : Solution.coldStart();
    if (!(best.kktResidual() <= POOR)) {
      best = better(best, solveSafely(block));
    }
    if (!(best.kktResidual() <= POOR)) {
      best = better(best, solveSafely(new FreeBlock(problem)));
    }
    return best;
  }

  private Solution solveSafely(NewtonStep newton) {
    new PrimalActiveSet(at, newton).run();
    return finish(newton);
  }

  private static Solution better(Solution first, Solution second) {
    return first.kktResidual() < second.kktResidual() ? first : second;
  }

  private void takeSides(Solution warmStart) {
    for (int i = 0; i < at.n; i++) {
      boolean lower = warmStart.atLower()[i];
      boolean upper = warmStart.atUpper()[i];
      at.set(i, lower ? Iterate.LOWER : upper ? Iterate.UPPER : Iterate.FREE);
    }
  }

  private Solution finish(NewtonStep newton) {
    double[] found = at.copyOfWeights();
    snapToBounds();
    at.collectFree();
    if (at.freeCount > 0) {
      polish(newton);
    }
    at.clampIntoBox();
    Solution polished =
        MeanVarianceCertificate.certified(problem, at.copyOfWeights(), newton.factorisations());
    if (polished.kktResidual() <= FINE) {
      return polished;
    }
    return better(
        MeanVarianceCertificate.certified(problem, found, newton.factorisations()), polished);
  }

  private void snapToBounds() {
    for (int i = 0; i < at.n; i++) {
      double lower = problem.lower()[i];
      double upper = problem.upper()[i];
      if (at.side[i] == Iterate.FREE && isOn(lower, at.weights[i])) {
        at.weights[i] = lower;
        at.set(i, Iterate.LOWER);
      } else if (at.side[i] == Iterate.FREE && isOn(upper, at.weights[i])) {
        at.weights[i] = upper;
        at.set(i, Iterate.UPPER);
      }
    }
  }

  private static boolean isOn(double bound, double weight) {
    return Math.abs(weight - bound) <= SNAP * Math.max(1, Math.abs(bound));
  }

  /** Along zero curvature the centre is no better a start than any, and leads out of the box. */
  private void polish(NewtonStep newton) {
    newton.factor(at.free, at.freeCount);
    newton.forgetHistory();
    if (newton.isDefinite()) {
      at.placeAtCentre();
      step(newton);
    }
    step(newton);
  }

  private void step(NewtonStep newton) {
    at.evaluateFree();
    if (newton.step(at.gradient, at.tolerance(), step)) {
      at.move(step, 1);
    }
  }
}
