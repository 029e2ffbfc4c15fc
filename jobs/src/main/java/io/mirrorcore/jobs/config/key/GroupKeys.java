package io.mirrorcore.jobs.config.key;

import java.util.List;

/** A group of strategies whose weights together have a cap, under {@code ensemble.groups.NAME}. */
public final class GroupKeys {

  public static final String PREFIX = "ensemble.groups.";

  public static final ConfigKey<Double> CAP =
      ConfigKey.of("cap", ValueType.above(0, 1), "1", "Greatest sum of the group's weights.");

  public static final ConfigKey<List<String>> STRATEGIES =
      ConfigKey.of(
          "strategies", ValueType.names(), "", "Ids of the strategies in the group, each once.");

  /** What a group has. */
  public static final List<ConfigKey<?>> EACH = List.of(CAP, STRATEGIES);

  private GroupKeys() {}
}
