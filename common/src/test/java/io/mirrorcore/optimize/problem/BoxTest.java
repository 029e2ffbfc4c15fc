package io.mirrorcore.optimize.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BoxTest {

  private final Box box = new Box(new double[] {0, 0.5, -4e6}, new double[] {0.25, 0.5, 4e6});

  @Test
  void putsAWeightBackThatRoundingHasMoved() {
    assertThat(box.snapped(1e-15, 0)).isZero();
    assertThat(box.snapped(-1e-15, 0)).isZero();
    assertThat(box.snapped(0.25 - 1e-15, 0)).isEqualTo(0.25);
    assertThat(box.snapped(0.25 + 1e-15, 0)).isEqualTo(0.25);
    assertThat(box.snapped(Math.nextUp(0.5), 1)).isEqualTo(0.5);
  }

  @Test
  void leavesAWeightThatIsElsewhere() {
    assertThat(box.snapped(1e-13, 0)).isEqualTo(1e-13);
    assertThat(box.snapped(0.25 - 1e-13, 0)).isEqualTo(0.25 - 1e-13);
    assertThat(box.snapped(0.1, 0)).isEqualTo(0.1);
  }

  /** Beyond a bound by however much: it is for the certificate to say that this was no rounding. */
  @Test
  void clipsAWeightBeyondABound() {
    assertThat(box.snapped(-3, 0)).isZero();
    assertThat(box.snapped(3, 0)).isEqualTo(0.25);
  }

  @Test
  void measuresRoundingByTheSizeOfTheBound() {
    assertThat(box.snapped(4e6 - 1e-8, 2)).isEqualTo(4e6);
    assertThat(box.snapped(-4e6 + 1e-8, 2)).isEqualTo(-4e6);
    assertThat(box.snapped(4e6 - 1e-6, 2)).isEqualTo(4e6 - 1e-6);
  }

  @Test
  void saysWhichWeightsCanMove() {
    assertThat(box.canMove(0)).isTrue();
    assertThat(box.canMove(1)).isFalse();
  }

  @Test
  void canBeOneCapForAll() {
    assertThat(Box.upTo(0.3, 2).lower()).containsExactly(0, 0);
    assertThat(Box.upTo(0.3, 2).upper()).containsExactly(0.3, 0.3);
  }
}
