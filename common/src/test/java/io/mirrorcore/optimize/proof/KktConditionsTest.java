package io.mirrorcore.optimize.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorcore.optimize.problem.Box;
import io.mirrorcore.optimize.problem.GroupCap;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each condition by hand. */
class KktConditionsTest {

  private final Box box = Box.upTo(0.75, 2);
  private final List<GroupCap> first = List.of(new GroupCap("first", new int[] {0}, 0.25));

  @Test
  void measuresErrorsByTheSizeOfTheWeights() {
    assertThat(KktConditions.weightSize(new double[] {0.5, 0.25})).isEqualTo(1);
    assertThat(KktConditions.weightSize(new double[] {3, -2})).isEqualTo(5);
  }

  @Test
  void seesTheLargestViolationOfBudgetBoxAndGroups() {
    assertThat(KktConditions.primalResidual(box, new double[] {0.5, 0.5})).isZero();
    assertThat(KktConditions.primalResidual(box, new double[] {0.5, 0.25})).isEqualTo(0.25);
    assertThat(KktConditions.primalResidual(box, new double[] {0.875, 0.125})).isEqualTo(0.125);
    assertThat(KktConditions.primalResidual(box, new double[] {1.25, -0.25}))
        .as("by 0.5, of weights of size 1.5")
        .isCloseTo(1.0 / 3, within(1e-16));
    assertThat(KktConditions.primalResidual(box, first, new double[] {0.5, 0.5})).isEqualTo(0.25);
  }

  /** Gains of 1/2 and -1/2 of the gradient's size, excused only at the bound that they point to. */
  @Test
  void excusesAGradientAtTheBoundThatHoldsItsWeight() {
    Gradient gradient = new Gradient(new double[] {3, 1}, 2);

    assertThat(stationarity(gradient, 2, 0.75, 0)).isZero();
    assertThat(stationarity(gradient, 2, 0.5, 0.5)).isEqualTo(0.5);
    assertThat(stationarity(gradient, 2, 0.625, 0.125))
        .as("as far from its bound as that")
        .isEqualTo(0.125);
    assertThat(stationarity(gradient, 2, 0, 0.75)).isEqualTo(0.5);
  }

  /** Positive only where its cap binds, and never negative. */
  @Test
  void wantsAMultiplierOrSlackOfEachGroup() {
    assertThat(complementarity(1, 0.25)).isZero();
    assertThat(complementarity(0, 0.125)).isZero();
    assertThat(complementarity(1, 0.125)).isEqualTo(0.125);
    assertThat(complementarity(0.1, 0)).isEqualTo(0.05);
    assertThat(complementarity(-1, 0.25)).isEqualTo(0.5);
  }

  @Test
  void findsTheMultiplierBetweenWhatCanRiseAndWhatCanFall() {
    double[] gradient = {3, 1};
    assertThat(multiplier(gradient, 0.5, 0.5)).as("both can do both").isEqualTo(2);
    assertThat(multiplier(gradient, 0.75, 0.25)).as("the second can rise").isEqualTo(1);
    assertThat(multiplier(gradient, 0.75, 0)).as("3 can fall, 1 can rise").isEqualTo(2);
    assertThat(multiplier(gradient, 0.75, 0.75)).as("both can only fall").isEqualTo(1);
    assertThat(multiplier(gradient, 0, 0)).as("both can only rise").isEqualTo(3);
    Box fixed = new Box(new double[] {0.5, 0.5}, new double[] {0.5, 0.5});
    assertThat(KktConditions.budgetMultiplier(gradient, fixed, new double[] {0.5, 0.5})).isZero();
  }

  @Test
  void dividesNothingByNothing() {
    assertThat(KktConditions.relative(0, 0)).isZero();
    assertThat(KktConditions.relative(1, 4)).isEqualTo(0.25);
    assertThat(KktConditions.orInfinite(Double.NaN)).isInfinite();
    assertThat(KktConditions.orInfinite(0.5)).isEqualTo(0.5);
  }

  @Test
  void takesTheMultipliersOfItsGroupsOffEachEntryOfTheGradient() {
    Gradient gradient = new Gradient(new double[] {3, 1, 2}, 7);
    List<GroupCap> groups =
        List.of(new GroupCap("a", new int[] {0, 1}, 1), new GroupCap("b", new int[] {1}, 1));

    Gradient reduced = gradient.minus(groups, new double[] {0.5, 2});
    assertThat(reduced.values()).containsExactly(2.5, -1.5, 2);
    assertThat(reduced.size()).isEqualTo(7);
    assertThat(gradient.values()).containsExactly(3, 1, 2);
  }

  private double stationarity(Gradient gradient, double nu, double... weights) {
    return KktConditions.stationarity(gradient, nu, box, weights);
  }

  private double complementarity(double y, double weight) {
    return KktConditions.complementarity(first, new double[] {y}, 2, new double[] {weight, 0.75});
  }

  private double multiplier(double[] gradient, double... weights) {
    return KktConditions.budgetMultiplier(gradient, box, weights);
  }
}
