package io.mirrorcore.local.cli.operate;

import io.mirrorcore.jobs.wire.reject.RejectReason;
import io.mirrorcore.local.redrive.LetterFilter;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options that choose dead letters. */
final class LetterOptions {

  @Option(
      names = "--reason",
      split = ",",
      paramLabel = "REASON",
      description = "Only letters with this reason: ${COMPLETION-CANDIDATES}.")
  private Set<RejectReason> reasons = new TreeSet<>();

  @Option(
      names = "--topic",
      split = ",",
      paramLabel = "TOPIC",
      description = "Only letters from this input topic.")
  private Set<String> topics = new TreeSet<>();

  @Option(
      names = "--since",
      paramLabel = "TIME",
      converter = MomentText.class,
      description =
          "Only letters refused since, e.g. 2026-01-31, 2026-01-31T16:00:00Z (UTC) or 2h (ago).")
  private Instant since;

  @Option(
      names = "--until",
      paramLabel = "TIME",
      converter = MomentText.class,
      description = "Only letters refused before.")
  private Instant until;

  @Option(names = "--limit", paramLabel = "N", description = "At most so many, the earliest.")
  private Long limit;

  /** Whether no option narrows the choice. */
  boolean isAll() {
    return reasons.isEmpty() && topics.isEmpty() && since == null && until == null && limit == null;
  }

  LetterFilter filter(CommandLine command) {
    Instant from = since == null ? Instant.MIN : since;
    Instant to = until == null ? Instant.MAX : until;
    if (!from.isBefore(to)) {
      throw new ParameterException(
          command, "--since must be before --until; have " + from + " and " + to);
    }
    if (limit != null && limit < 1) {
      throw new ParameterException(command, "--limit must be at least 1; have " + limit);
    }
    return new LetterFilter(reasons, topics, from, to, limit == null ? Long.MAX_VALUE : limit);
  }
}
