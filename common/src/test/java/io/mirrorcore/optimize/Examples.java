package io.mirrorcore.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorcore.optimize.problem.GroupCap;
import io.mirrorcore.optimize.problem.MeanVarianceProblem;
import io.mirrorcore.optimize.problem.Moments;
import io.mirrorcore.optimize.problem.Penalties;
import io.mirrorcore.optimize.problem.Solution;
import io.mirrorcore.optimize.problem.Status;
import java.util.List;

/** Small problems, and how their solutions are to be. */
final class Examples {

  private static final List<String> NAMES = List.of("UT_BOT", "RSI", "VWAP");

  private Examples() {}

  /** An objective on the numbers of {@code q}, without groups and names. */
  static PortfolioProblem of(Objective objective, MeanVarianceProblem q) {
    return new PortfolioProblem(
        objective, q.moments(), q.penalties(), q.box(), List.of(), List.of());
  }

  /** Long only with one cap for all; lambda 1, eta 0, nothing held before. */
  static PortfolioProblem withCap(Objective objective, Moments moments, double cap) {
    Penalties penalties = new Penalties(1, 0, new double[moments.size()]);
    return of(objective, MeanVarianceProblem.withCap(moments, penalties, cap));
  }

  /** The same numbers put to another objective. */
  static PortfolioProblem put(PortfolioProblem p, Objective other) {
    return new PortfolioProblem(other, p.moments(), p.penalties(), p.box(), p.groups(), p.names());
  }

  /** The same question within other groups. */
  static PortfolioProblem grouped(PortfolioProblem p, List<GroupCap> groups) {
    return new PortfolioProblem(
        p.objective(), p.moments(), p.penalties(), p.box(), groups, p.names());
  }

  /** The same question about strategies of other names. */
  static PortfolioProblem named(PortfolioProblem p, List<String> names) {
    return new PortfolioProblem(
        p.objective(), p.moments(), p.penalties(), p.box(), p.groups(), names);
  }

  /** Two independent strategies under one cap. */
  static PortfolioProblem two(
      Objective objective, double mu0, double mu1, double var0, double var1, double cap) {
    double[] sigma = {var0, 0, 0, var1};
    return withCap(objective, new Moments(new double[] {mu0, mu1}, sigma), cap);
  }

  static void requireWeights(Solution solution, double... expected) {
    assertThat(solution.status()).as(solution.detail()).isEqualTo(Status.OPTIMAL);
    assertThat(solution.detail()).isEmpty();
    assertThat(solution.weights()).containsExactly(expected, within(1e-14));
    assertThat(solution.kktResidual()).isLessThan(1e-14);
  }

  static void requireCertified(PortfolioProblem p, Solution solution) {
    assertThat(p.residual(solution.point())).isEqualTo(solution.kktResidual()).isLessThan(1e-14);
  }

  /** Three named strategies with all that an objective may need, to be spoilt. */
  static PortfolioProblem sound(Objective objective) {
    double[] sigma = {1, 0, 0, 0, 1, 0, 0, 0, 1};
    double[][] scenarios = new double[20][3];
    for (int t = 0; t < 20; t++) {
      scenarios[t][t % 3] = -t;
    }
    Objective posed = objective.with(objective.inputs().withScenarios(scenarios));
    return named(withCap(posed, new Moments(new double[] {1, 2, 3}, sigma), 1), NAMES);
  }

  static void requireInvalid(PortfolioProblem p, String sentence) {
    Solution solution = Optimizer.solve(p);
    assertThat(solution.detail()).isEqualTo(sentence);
    assertThat(solution.status()).isEqualTo(Status.INVALID_INPUT);
    assertThat(solution.weights()).isEmpty();
    assertThat(solution.kktResidual()).isEqualTo(Double.MAX_VALUE);
  }
}
