package io.mirrorcore.portfolio;

import io.mirrorcore.optimize.problem.GroupCap;
import java.util.Arrays;
import java.util.List;

/**
 * A cap on a group of strategies, as a topic record has it.
 *
 * @param name of the group in the configuration
 * @param strategies ids of its active members
 * @param cap greatest sum of their weights, in (0, 1]
 */
public record WeightsGroup(String name, List<String> strategies, double cap) {

  public WeightsGroup {
    strategies = List.copyOf(strategies);
  }

  static WeightsGroup of(GroupCap group, List<String> ids) {
    return new WeightsGroup(
        group.name(), Arrays.stream(group.members()).mapToObj(ids::get).toList(), group.cap());
  }
}
