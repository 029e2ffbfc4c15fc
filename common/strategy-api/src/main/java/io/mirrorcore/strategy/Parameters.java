package io.mirrorcore.strategy;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The values of one strategy's parameters: what the user set, and defaults for the rest. */
public final class Parameters implements Serializable {

  private static final long serialVersionUID = 1;

  private final TreeMap<String, Double> values;

  private Parameters(Map<String, Double> values) {
    this.values = new TreeMap<>(values);
  }

  /** The defaults of a strategy. */
  public static Parameters defaults(Strategy strategy) {
    return of(strategy.parameters(), Map.of());
  }

  /**
   * Defaults with some values replaced.
   *
   * @param set values by name, in whichever of the two spellings
   * @throws IllegalArgumentException for an unknown name or a value that the parameter forbids
   */
  public static Parameters of(List<Parameter> known, Map<String, Double> set) {
    TreeMap<String, Double> values = new TreeMap<>();
    known.forEach(p -> values.put(p.name(), p.defaultValue()));
    for (Map.Entry<String, Double> entry : set.entrySet()) {
      String name = Parameter.dashed(entry.getKey());
      Parameter parameter =
          known.stream()
              .filter(p -> p.name().equals(name))
              .findFirst()
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          entry.getKey() + " is no parameter; there are " + values.keySet()));
      if (!parameter.allows(entry.getValue())) {
        throw new IllegalArgumentException(
            parameter.name() + " must be " + parameter.allowed() + "; have " + entry.getValue());
      }
      values.put(name, entry.getValue());
    }
    return new Parameters(values);
  }

  public double real(Parameter parameter) {
    return values.get(parameter.name());
  }

  public int integer(Parameter parameter) {
    return (int) Math.rint(values.get(parameter.name()));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Parameters that && values.equals(that.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    return fingerprint();
  }

  /**
   * All values in the order of their names: equal text, equal behaviour. State is kept under it, so
   * names have the underscores here that they had when the first state was written, and their
   * order.
   */
  public String fingerprint() {
    TreeMap<String, Double> underscored = new TreeMap<>();
    values.forEach((name, value) -> underscored.put(name.replace('-', '_'), value));
    return underscored.entrySet().stream()
        .map(e -> e.getKey() + "=" + e.getValue())
        .collect(Collectors.joining(","));
  }
}
