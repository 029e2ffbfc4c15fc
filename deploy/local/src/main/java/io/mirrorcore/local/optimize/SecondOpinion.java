package io.mirrorcore.local.optimize;

import io.mirrorcore.optimize.PortfolioProblem;
import io.mirrorcore.optimize.problem.Box;
import io.mirrorcore.optimize.problem.GroupCap;
import io.mirrorcore.optimize.problem.Penalties;
import java.util.Arrays;
import java.util.List;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;

/**
 * The same problem by ojAlgo, a public solver that shares no line with ours, posed anew from the
 * numbers of the problem:
 *
 * <pre>
 *   min w'Q w - c'w   s.t.  sum w = 1,  lower &lt;= w &lt;= upper,  groups within their caps
 *   mean-variance   Q = (lambda/2) Sigma + diag(eta),  c = mu + 2 eta w_prev
 *   min-variance    Q = Sigma,  c = 0
 *   equal           Q = I,      c = 2/N
 * </pre>
 *
 * All of it is divided by its largest number, which moves no weight: ojAlgo's tolerances are
 * absolute.
 *
 * @param weights N, by ojAlgo
 * @param largestDifference of a weight from ours
 * @param state what ojAlgo says of its own solution
 */
@SuppressWarnings("ArrayRecordComponent") // never compared as a whole
public record SecondOpinion(double[] weights, double largestDifference, String state) {

  /** The objectives that it can be asked about. */
  public static final List<String> OBJECTIVES = List.of("mean-variance", "min-variance", "equal");

  /** Name and version of the solver. */
  public static String solver() {
    String version = ExpressionsBasedModel.class.getPackage().getImplementationVersion();
    return version == null ? "ojAlgo" : "ojAlgo " + version;
  }

  /**
   * Asks.
   *
   * @param problem of one of {@link #OBJECTIVES}
   * @param ours N weights to compare with
   */
  public static SecondOpinion of(PortfolioProblem problem, double[] ours) {
    int n = problem.size();
    double[] q = new double[n * n];
    double[] c = new double[n];
    pose(problem, q, c);
    double scale = Math.max(largest(q), largest(c));
    Optimisation.Result result = model(problem, q, c, scale > 0 ? scale : 1).minimise();
    double[] weights = new double[n];
    double difference = 0;
    for (int i = 0; i < n; i++) {
      weights[i] = result.doubleValue(i);
      difference = Math.max(difference, Math.abs(weights[i] - ours[i]));
    }
    return new SecondOpinion(weights, difference, result.getState().toString());
  }

  private static void pose(PortfolioProblem problem, double[] q, double[] c) {
    int n = problem.size();
    Penalties penalties = problem.penalties();
    double[] sigma = problem.moments().sigma();
    switch (problem.objective().id()) {
      case "mean-variance" -> {
        Arrays.setAll(q, i -> 0.5 * penalties.lambda() * sigma[i]);
        for (int i = 0; i < n; i++) {
          q[i * n + i] += penalties.eta(i);
          c[i] = problem.moments().mu()[i] + 2 * penalties.eta(i) * penalties.previous()[i];
        }
      }
      case "min-variance" -> System.arraycopy(sigma, 0, q, 0, q.length);
      case "equal" -> {
        for (int i = 0; i < n; i++) {
          q[i * n + i] = 1;
        }
        Arrays.fill(c, 2.0 / n);
      }
      default ->
          throw new IllegalArgumentException(
              "objective must be one of %s; have %s"
                  .formatted(OBJECTIVES, problem.objective().id()));
    }
  }

  private static ExpressionsBasedModel model(
      PortfolioProblem problem, double[] q, double[] c, double scale) {
    int n = problem.size();
    Box box = problem.box();
    ExpressionsBasedModel model = new ExpressionsBasedModel();
    for (int i = 0; i < n; i++) {
      model.newVariable("w" + i).lower(box.lower()[i]).upper(box.upper()[i]);
    }
    Expression budget = model.newExpression("budget").level(1);
    Expression objective = model.newExpression("objective").weight(1);
    for (int i = 0; i < n; i++) {
      budget.set(i, 1);
      objective.set(i, -c[i] / scale);
      for (int j = 0; j < n; j++) {
        objective.set(i, j, q[i * n + j] / scale);
      }
    }
    for (GroupCap group : problem.groups()) {
      Expression cap = model.newExpression("group " + group.name()).upper(group.cap());
      for (int member : group.members()) {
        cap.set(member, 1);
      }
    }
    return model;
  }

  private static double largest(double[] values) {
    double largest = 0;
    for (double value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }
}
