package io.mirrorcore.jobs.config;

import java.util.List;

/** A group of strategies whose weights together have a cap, under {@code ensemble.groups.NAME}. */
final class GroupOptions {

  static final String PREFIX = "ensemble.groups.";

  static final Option<Double> CAP =
      Option.of("cap", ValueType.above(0, 1), "1", "Greatest sum of the group's weights.");

  static final Option<List<String>> STRATEGIES =
      Option.of(
          "strategies", ValueType.names(), "", "Ids of the strategies in the group, each once.");

  /** What a group has. */
  static final List<Option<?>> EACH = List.of(CAP, STRATEGIES);

  private GroupOptions() {}
}
