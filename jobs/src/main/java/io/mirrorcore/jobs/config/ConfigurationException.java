package io.mirrorcore.jobs.config;

import java.util.List;

/**
 * A configuration that cannot be used. Each problem is a sentence with the key, the value, what is
 * allowed and what to do; all of them are there, so that one run is enough to correct a file.
 */
public final class ConfigurationException extends RuntimeException {

  private static final long serialVersionUID = 1;

  @SuppressWarnings("serial") // an immutable list of strings
  private final List<String> problems;

  ConfigurationException(List<String> problems) {
    super(
        problems.size() == 1
            ? problems.get(0)
            : problems.size() + " problems:\n  - " + String.join("\n  - ", problems));
    this.problems = List.copyOf(problems);
  }

  ConfigurationException(String problem) {
    this(List.of(problem));
  }

  /** One sentence a problem, at least one. */
  public List<String> problems() {
    return problems;
  }
}
