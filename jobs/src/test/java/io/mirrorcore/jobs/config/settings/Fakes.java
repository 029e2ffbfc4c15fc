package io.mirrorcore.jobs.config.settings;

import io.mirrorcore.strategy.Parameter;
import io.mirrorcore.strategy.Parameters;
import io.mirrorcore.strategy.Strategy;
import io.mirrorcore.strategy.SymbolStrategy;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A catalogue that does not change when strategies do. */
public final class Fakes {

  static final Parameter FAST = Parameter.integer("fast", 12, 1, 100, "Bars of the fast average.");
  static final Parameter SLOW = Parameter.integer("slow", 26, 1, 100, "Bars of the slow average.");
  static final Parameter LEVEL = Parameter.real("level", 0.5, 0, 1, "Level of a signal.");

  /** CROSSING, which has a rule between its parameters, and PLAIN_1 to PLAIN_5. */
  static final List<Strategy> CATALOGUE =
      Stream.concat(
              Stream.of(new Fake("CROSSING", List.of(FAST, SLOW, LEVEL))),
              IntStream.rangeClosed(1, 5).mapToObj(i -> new Fake("PLAIN_" + i, List.of())))
          .map(Strategy.class::cast)
          .toList();

  private Fakes() {}

  public static Settings parse(String yaml) {
    return Settings.parse(yaml, "test.yaml", CATALOGUE);
  }

  /** A strategy that is configured and never run. */
  record Fake(String id, List<Parameter> parameters) implements SymbolStrategy {

    @Override
    public Input input() {
      return Input.PRICES;
    }

    @Override
    public List<String> attributes() {
      return List.of();
    }

    @Override
    public Machine machine(Parameters values) {
      throw new UnsupportedOperationException("a test of settings runs no strategy");
    }

    @Override
    public List<String> check(Parameters values) {
      return parameters.isEmpty() || values.integer(FAST) < values.integer(SLOW)
          ? List.of()
          : List.of("fast must be below slow; have " + values.integer(FAST) + "; lower it");
    }
  }
}
