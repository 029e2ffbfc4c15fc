package io.mirrorcore.optimize.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GroupCapTest {

  private final GroupCap group = new GroupCap("flow", new int[] {0, 2}, 0.5);

  @Test
  void weighsItsMembersOnly() {
    assertThat(group.weight(new double[] {0.25, 0.5, 0.125})).isEqualTo(0.375);
    assertThat(new GroupCap("none", new int[0], 1).weight(new double[] {1})).isZero();
  }

  @Test
  void hasSlackUntilItsCapAndNegativeBeyond() {
    assertThat(group.slack(new double[] {0.25, 0.5, 0.125})).isEqualTo(0.125);
    assertThat(group.slack(new double[] {0.5, 0, 0.25})).isEqualTo(-0.25);
  }
}
