package io.mirrorcore.portfolio.record;

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
public record PublishedGroup(String name, List<String> strategies, double cap) {

  public PublishedGroup {
    strategies = List.copyOf(strategies);
  }

  static PublishedGroup of(GroupCap group, List<String> ids) {
    return new PublishedGroup(
        group.name(), Arrays.stream(group.members()).mapToObj(ids::get).toList(), group.cap());
  }
}
