package io.mirrorcore.portfolio.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorcore.portfolio.settings.AllocationSettings;
import io.mirrorcore.portfolio.settings.Cash;
import io.mirrorcore.portfolio.settings.ObjectiveSettings;
import io.mirrorcore.portfolio.settings.WeightLimits;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WeightBoundsTest {

  private static final List<String> IDS = List.of("A", "B", "C", "D");
  private static final int[] ALL = {0, 1, 2, 3};

  private static WeightLimits limits(Map<String, Double> least, Map<String, Double> most) {
    return new WeightLimits(least, most, List.of());
  }

  @Test
  void areTheCapAndEachStrategysOwnLimits() {
    WeightBounds bounds =
        WeightBounds.of(limits(Map.of("A", 0.1), Map.of("B", 0.2)), IDS, ALL, 0.5);
    assertThat(bounds.lower()).containsExactly(0.1, 0, 0, 0);
    assertThat(bounds.upper()).containsExactly(0.5, 0.2, 0.5, 0.5);
    assertThat(bounds.raised()).isFalse();
    assertThat(bounds.lifted()).isFalse();
  }

  @Test
  void askNothingOfAnInactiveStrategy() {
    WeightBounds bounds =
        WeightBounds.of(limits(Map.of("A", 0.1), Map.of()), IDS, new int[] {1, 2, 3}, 0.5);
    assertThat(bounds.lower()).containsExactly(0, 0, 0, 0);
  }

  @Test
  void raiseTheCapAsFarAsTheLimitsNeed() {
    WeightBounds bounds =
        WeightBounds.of(limits(Map.of(), Map.of("A", 0.1)), IDS, new int[] {0, 1, 2}, 0.25);
    assertThat(bounds.raised()).isTrue();
    assertThat(bounds.cap()).isCloseTo(0.45, within(1e-9));
    assertThat(bounds.upper()[0] + bounds.upper()[1] + bounds.upper()[2])
        .isGreaterThanOrEqualTo(1 - 1e-12);
  }

  @Test
  void liftLimitsThatNoCapMakesFeasible() {
    WeightBounds bounds =
        WeightBounds.of(limits(Map.of(), Map.of("A", 0.1, "B", 0.2)), IDS, new int[] {0, 1}, 0.25);
    assertThat(bounds.lifted()).isTrue();
    assertThat(bounds.upper()).containsExactly(0.5, 0.5, 0.5, 0.5);
  }

  @Test
  void exemptCashFromTheCap() {
    WeightLimits withCash =
        new AllocationSettings(
                ObjectiveSettings.defaults(), limits(Map.of(), Map.of()), new Cash(true, 0.9, 0))
            .limits();
    List<String> ids = List.of("A", "B", Cash.ID);
    WeightBounds bounds = WeightBounds.of(withCash, ids, new int[] {0, 1, 2}, 0.25);
    assertThat(bounds.upper()).containsExactly(0.25, 0.25, 0.9);
    assertThat(bounds.raised()).isFalse();
  }

  @Test
  void nameTheGroupsAmongTheActive() {
    WeightLimits limits =
        new WeightLimits(
            Map.of(), Map.of(), List.of(new WeightLimits.Group("g", List.of("B", "D"), 0.4)));
    WeightBounds bounds = WeightBounds.of(limits, IDS, new int[] {0, 2, 3}, 0.5);
    assertThat(bounds.groupsOf(new int[] {0, 2, 3}))
        .singleElement()
        .satisfies(group -> assertThat(group.members()).containsExactly(2));
  }
}
