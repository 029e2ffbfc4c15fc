package io.mirrorcore.jobs.config;

import io.mirrorcore.failure.UserError;
import io.mirrorcore.jobs.wire.text.OneLine;
import java.util.List;

/**
 * A configuration that cannot be used. Each problem is a sentence with the key, the value, what is
 * allowed and what to do; all of them are there, so that one run is enough to correct a file.
 */
public final class ConfigurationException extends RuntimeException implements UserError {

  private static final long serialVersionUID = 1;
  private static final int LONGEST = 1_000;

  @SuppressWarnings("serial") // an immutable list of strings
  private final List<String> problems;

  public ConfigurationException(List<String> problems) {
    super(message(problems.stream().map(ConfigurationException::sentence).toList()));
    this.problems = problems.stream().map(ConfigurationException::sentence).toList();
  }

  private static String message(List<String> sentences) {
    return sentences.size() == 1
        ? sentences.get(0)
        : sentences.size() + " problems:\n  - " + String.join("\n  - ", sentences);
  }

  /** A problem quotes keys and values, which may hold anything and be of any length. */
  private static String sentence(String problem) {
    String line = OneLine.of(problem);
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
  }

  public ConfigurationException(String problem) {
    this(List.of(problem));
  }

  /** One sentence a problem, at least one. */
  @Override
  public List<String> sentences() {
    return problems;
  }
}
