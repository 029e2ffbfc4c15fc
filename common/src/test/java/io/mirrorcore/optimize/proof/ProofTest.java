package io.mirrorcore.optimize.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.optimize.problem.Box;
import io.mirrorcore.optimize.problem.PrimalDualPoint;
import io.mirrorcore.optimize.problem.Solution;
import io.mirrorcore.optimize.problem.Status;
import org.junit.jupiter.api.Test;

class ProofTest {

  private final Box box = new Box(new double[] {0, 0.25}, new double[] {0.75, 1});
  private final PrimalDualPoint point = PrimalDualPoint.of(new double[] {0.75, 0.25}, 3, 7);

  @Test
  void callsAPointOptimalUpToTheTolerance() {
    Solution solution = new Proof(1e-8, 42).solution(box, point);

    assertThat(solution.status()).isEqualTo(Status.OPTIMAL);
    assertThat(solution.detail()).isEmpty();
    assertThat(solution.objectiveValue()).isEqualTo(42);
    assertThat(solution.kktResidual()).isEqualTo(1e-8);
    assertThat(solution.budgetMultiplier()).isEqualTo(3);
    assertThat(solution.iterations()).isEqualTo(7);
  }

  @Test
  void saysHowFarFromProvenAPointIs() {
    Solution solution = new Proof(2e-8, 0).solution(box, point);

    assertThat(solution.status()).isEqualTo(Status.NOT_CONVERGED);
    assertThat(solution.detail())
        .isEqualTo("kktResidual must be at most 1.0E-8; have 2.0E-8 after 7 iterations");
  }

  @Test
  void flagsTheBoundsThatWeightsEqual() {
    Solution solution = new Proof(0, 0).solution(box, point);

    assertThat(solution.atLower()).containsExactly(false, true);
    assertThat(solution.atUpper()).containsExactly(true, false);
  }

  @Test
  void givesTheStatusThatIsProved() {
    Solution proved = new Proof(0, 0).solution(box, point, Status.UNBOUNDED, "no bound");
    assertThat(proved.status()).isEqualTo(Status.UNBOUNDED);
    assertThat(proved.detail()).isEqualTo("no bound");

    Solution unproved = new Proof(1, 0).solution(box, point, Status.UNBOUNDED, "no bound");
    assertThat(unproved.status()).isEqualTo(Status.NOT_CONVERGED);
    assertThat(unproved.detail()).startsWith("kktResidual");
  }

  @Test
  void publishesAFiniteResidualAlways() {
    Proof none = new Proof(Double.POSITIVE_INFINITY, 0);

    assertThat(none.solution(box, point, Status.OPTIMAL, "").kktResidual())
        .isEqualTo(Double.MAX_VALUE);
    assertThat(none.solution(box, point).kktResidual()).isInfinite();
  }
}
