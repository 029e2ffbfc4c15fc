package io.mirrorcore.jobs.topology.kafka;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The portfolios that a job writes, and where. Nobody who reads that topic could tell two writers
 * of one portfolio apart, so it has one.
 *
 * @param topic of the weights
 * @param names of the portfolios, sorted; none stands for whichever the job is sent
 */
public record WrittenPortfolios(String topic, List<String> names) implements Serializable {

  private static final Pattern TEXT = Pattern.compile("(\\S+) for (\\S+)");
  private static final String WHICHEVER = "*";

  /** It travels in a client id, which the broker writes into its log now and then. */
  private static final int LONGEST = 2_000;

  public WrittenPortfolios {
    names = List.copyOf(names);
  }

  /** What {@link #toString} has written. */
  static Optional<WrittenPortfolios> read(String text) {
    Matcher parts = TEXT.matcher(text);
    return parts.matches()
        ? Optional.of(
            new WrittenPortfolios(
                parts.group(1),
                parts.group(2).equals(WHICHEVER)
                    ? List.of()
                    : List.of(parts.group(2).split(",", -1))))
        : Optional.empty();
  }

  /** Whether both may write one portfolio to one topic. */
  public boolean meets(WrittenPortfolios other) {
    return topic.equals(other.topic)
        && (names.isEmpty()
            || other.names.isEmpty()
            || names.stream().anyMatch(other.names::contains));
  }

  /** As one word for the names; too many of them are written as whichever there are. */
  @Override
  public String toString() {
    String all = String.join(",", names);
    return topic + " for " + (all.isEmpty() || all.length() > LONGEST ? WHICHEVER : all);
  }
}
