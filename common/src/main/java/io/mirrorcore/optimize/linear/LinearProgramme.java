package io.mirrorcore.optimize.linear;

import io.mirrorcore.optimize.problem.Box;
import io.mirrorcore.optimize.problem.GroupCap;
import io.mirrorcore.optimize.problem.PrimalDualPoint;
import io.mirrorcore.optimize.problem.TailLossProblem;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The linear problems on budget, box and group caps, each put to {@link ScenarioSimplex}. */
public final class LinearProgramme {

  private LinearProgramme() {}

  /**
   * The weights of the least conditional value at risk, with the scenario weights that prove it;
   * empty where no weights meet the constraints.
   */
  public static Optional<PrimalDualPoint> leastTailLoss(TailLossProblem p) {
    return solved(
        new ScenarioSimplex(p.scenarios(), p.largestScenarioWeight(), p.box(), p.groups()));
  }

  /**
   * The weights of the largest {@code gain'w} and their multipliers; empty where no weights meet
   * the constraints.
   *
   * @param gain N numbers
   */
  public static Optional<PrimalDualPoint> largestGain(
      double[] gain, Box box, List<GroupCap> groups) {
    return solved(new ScenarioSimplex(new double[][] {gain}, 1, box, groups))
        .map(PrimalDualPoint::withoutScenarios);
  }

  /**
   * The largest sum, at most 1, that the weights may have within bounds and group caps; the lower
   * bounds must meet both.
   */
  public static double largestSum(Box box, List<GroupCap> groups) {
    int n = box.lower().length;
    // What does not fit goes to one more strategy, which nobody wants.
    double[] gain = new double[n + 1];
    gain[n] = -1;
    double[] lower = Arrays.copyOf(box.lower(), n + 1);
    double[] upper = Arrays.copyOf(box.upper(), n + 1);
    upper[n] = Math.max(0, 1 - Arrays.stream(box.lower()).sum());
    return largestGain(gain, new Box(lower, upper), groups)
        .map(point -> 1 - point.weights()[n])
        .orElse(0.0);
  }

  private static Optional<PrimalDualPoint> solved(ScenarioSimplex simplex) {
    return simplex.run() ? Optional.of(simplex.point()) : Optional.empty();
  }
}
