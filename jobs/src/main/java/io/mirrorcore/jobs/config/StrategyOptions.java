package io.mirrorcore.jobs.config;

import java.util.List;

/** Which strategies there are; what each is set to follows from its own list of parameters. */
public final class StrategyOptions {

  public static final Option<List<String>> JARS =
      Option.of(
          "strategies.jars",
          ValueType.paths(),
          "",
          "Jars with strategies of your own, found by ServiceLoader; relative paths are from the"
              + " working directory.");

  /** All of them in the order of a printed file. */
  static final List<Option<?>> ALL = List.of(JARS);

  private StrategyOptions() {}
}
