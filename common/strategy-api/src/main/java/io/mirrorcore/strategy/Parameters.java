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
  private final TreeMap<String, List<String>> texts = new TreeMap<>();
  private transient String fingerprint; // asked for at every bar; null until then

  private Parameters(Map<String, Double> values) {
    this.values = new TreeMap<>(values);
  }

  /** The defaults of a strategy. */
  public static Parameters defaults(Strategy strategy) {
    return of(strategy, Map.of());
  }

  /**
   * Defaults of an edition with some values replaced; {@code edition} itself may be among them.
   *
   * @param set values by name, in whichever of the two spellings
   * @throws IllegalArgumentException for an unknown name or a value that the parameter forbids
   */
  public static Parameters of(Strategy strategy, Map<String, Double> set) {
    boolean editions = strategy.hasEditions();
    Double number = editions ? set.get(Edition.PARAMETER.name()) : null;
    Edition edition = number == null ? Edition.DEFAULT : Edition.numbered(number);
    TreeMap<String, Double> values = new TreeMap<>();
    List<Parameter> known = strategy.parameters(edition);
    known.forEach(p -> values.put(p.name(), p.defaultValue()));
    set.forEach((name, value) -> values.put(checked(known, name, value).name(), value));
    if (editions) {
      values.put(Edition.PARAMETER.name(), (double) edition.number());
      if (edition == Edition.FIRST) {
        values.remove(Edition.PARAMETER.name()); // as it was before there were editions
      }
    }
    return new Parameters(values);
  }

  /**
   * The same with some texts set.
   *
   * @param set by name of the parameter; of those that are not in it the defaults count
   */
  public Parameters withTexts(Map<String, List<String>> set) {
    Parameters with = new Parameters(values);
    with.texts.putAll(texts);
    set.forEach((name, text) -> with.texts.put(name, List.copyOf(text)));
    return with;
  }

  private static Parameter checked(List<Parameter> known, String written, double value) {
    String name = Parameter.dashed(written);
    Parameter parameter =
        known.stream()
            .filter(p -> p.name().equals(name))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        written
                            + " is no parameter; there are "
                            + known.stream().map(Parameter::name).sorted().toList()));
    if (!parameter.allows(value)) {
      throw new IllegalArgumentException(
          parameter.name() + " must be " + parameter.allowed() + "; have " + value);
    }
    return parameter;
  }

  /** The edition of a strategy that has several; {@link Edition#FIRST} of any other. */
  public Edition edition() {
    Double number = values.get(Edition.PARAMETER.name());
    return number != null && number == Edition.SECOND.number() ? Edition.SECOND : Edition.FIRST;
  }

  public double real(Parameter parameter) {
    return values.get(parameter.name());
  }

  /** What is set, or else the default. */
  public List<String> texts(TextParameter parameter) {
    return texts.getOrDefault(parameter.name(), parameter.defaults());
  }

  public int integer(Parameter parameter) {
    return (int) Math.rint(values.get(parameter.name()));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Parameters that
        && values.equals(that.values)
        && texts.equals(that.texts);
  }

  @Override
  public int hashCode() {
    return 31 * values.hashCode() + texts.hashCode();
  }

  @Override
  public String toString() {
    return fingerprint();
  }

  /**
   * All values in the order of their names: equal text, equal state. State is kept under it, so
   * names have the underscores here that they had when the first state was written, and their
   * order; and the first edition is not told, so that it is the text it was before there was a
   * second. Texts are not told either: state goes on over a change of them.
   */
  public String fingerprint() {
    if (fingerprint == null) {
      fingerprint = written();
    }
    return fingerprint;
  }

  private String written() {
    TreeMap<String, Double> underscored = new TreeMap<>();
    values.forEach((name, value) -> underscored.put(name.replace('-', '_'), value));
    return underscored.entrySet().stream()
        .map(e -> e.getKey() + "=" + e.getValue())
        .collect(Collectors.joining(","));
  }
}
