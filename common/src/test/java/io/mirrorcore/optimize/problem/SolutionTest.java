package io.mirrorcore.optimize.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SolutionTest {

  @Test
  void mayBeTradedWhereItIsProvenForWhatItsStatusSays() {
    for (Status status : Status.values()) {
      boolean usable = status == Status.OPTIMAL || status == Status.NO_POSITIVE_RETURN;
      assertThat(Solution.none(status, "").isUsable()).isEqualTo(usable);
    }
  }

  @Test
  void isEmptyButForTheReasonWhereThereIsNone() {
    Solution none = Solution.none(Status.INFEASIBLE, "no room");

    assertThat(none.detail()).isEqualTo("no room");
    assertThat(none.weights()).isEmpty();
    assertThat(none.groupMultipliers()).isEmpty();
    assertThat(none.scenarioWeights()).isEmpty();
    assertThat(none.atLower()).isEmpty();
    assertThat(none.kktResidual()).isEqualTo(Double.MAX_VALUE);
    assertThat(none.iterations()).isZero();
  }

  @Test
  void startsColdFromNothing() {
    assertThat(Solution.coldStart().weights()).isEmpty();
    assertThat(Solution.coldStart().isUsable()).isFalse();
  }
}
