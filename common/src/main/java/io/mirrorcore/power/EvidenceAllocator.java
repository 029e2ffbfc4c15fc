package io.mirrorcore.power;

import io.mirrorcore.estimate.SlidingMoments;
import io.mirrorcore.estimate.TwoSpeeds;
import io.mirrorcore.optimize.Optimizer;
import io.mirrorcore.optimize.problem.Box;
import io.mirrorcore.optimize.problem.Penalties;
import io.mirrorcore.optimize.problem.Solution;
import io.mirrorcore.profile.EvidenceEstimate;
import io.mirrorcore.profile.TimeScale;
import java.util.List;

/**
 * The profile "evidence": every week the weights that are best by {@link EvidenceEstimate} of the
 * last five years, from the first year on; before, cash.
 *
 * @param sleeves the strategies and, where there is one, HOLD as the last
 * @param market column of HOLD, or -1
 */
record EvidenceAllocator(List<String> sleeves, int market, Calendar calendar) implements Allocator {

  @Override
  public Run start() {
    return new Walk();
  }

  private final class Walk implements Run {

    private final int n = sleeves.size();
    private final TimeScale scale = calendar.scale();
    private final SlidingMoments window =
        new SlidingMoments(
            n, calendar.window(), calendar.scale().daysPerPeriod(), TwoSpeeds.defaults());
    private double[] weights = new double[n + 1];
    private Solution last = Solution.coldStart();
    private int periods;

    Walk() {
      weights[n] = 1;
    }

    @Override
    public double step(double[] row) {
      double earned = 0;
      for (int i = 0; i < n; i++) {
        earned += weights[i] * row[i];
      }
      window.add(row);
      if (calendar.decidesAfter(++periods)) {
        decide();
      }
      return earned;
    }

    private void decide() {
      Solution solution =
          Optimizer.solveEstimated(
              EvidenceEstimate.of(window, market, scale)
                  .problem(
                      sleeves,
                      scale,
                      new Penalties(EvidenceEstimate.LAMBDA, EvidenceEstimate.ETA, weights),
                      Box.upTo(1, n + 1)),
              last);
      if (solution.isUsable()) {
        last = solution;
        weights = solution.weights();
      }
    }
  }
}
