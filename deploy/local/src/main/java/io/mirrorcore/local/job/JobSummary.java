package io.mirrorcore.local.job;

import io.mirrorcore.jobs.operator.Tally;
import io.mirrorcore.jobs.topic.Topic;
import io.mirrorcore.jobs.wire.reject.RejectReason;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.apache.flink.api.common.JobExecutionResult;

/**
 * Counts of what a bounded job has produced and refused, and its run time.
 *
 * @param bars bars processed
 * @param produced records by topic, of those topics that are counted
 * @param rejected dead letters by reason; reasons without any are absent
 * @param seconds run time of the job
 */
public record JobSummary(
    long bars, Map<Topic, Long> produced, Map<RejectReason, Long> rejected, double seconds) {

  static JobSummary of(JobExecutionResult result) {
    Map<Topic, Long> produced = new TreeMap<>();
    for (Topic topic : Topic.counted()) {
      produced.put(topic, count(result, Tally.of(topic)));
    }
    Map<RejectReason, Long> rejected = new TreeMap<>();
    for (RejectReason reason : RejectReason.values()) {
      long count = count(result, Tally.rejected(reason));
      if (count > 0) {
        rejected.put(reason, count);
      }
    }
    double seconds = result.getNetRuntime() / 1000.0;
    return new JobSummary(count(result, Tally.BARS), produced, rejected, seconds);
  }

  private static long count(JobExecutionResult result, String accumulator) {
    Long count = result.getAccumulatorResult(accumulator);
    return count == null ? 0 : count;
  }

  /** One line: {@code 4,300 bars, 512 signals, ..., no dead letters in 7.1 s}. */
  public String sentence() {
    StringJoiner parts = new StringJoiner(", ");
    parts.add(part(bars, "bars"));
    if (produced.values().stream().anyMatch(count -> count > 0)) { // else it writes none of them
      produced.forEach((topic, count) -> parts.add(part(count, topic.word().replace('-', ' '))));
    }
    return String.format(Locale.ROOT, "%s, %s in %.1f s", parts, deadLetters(), seconds);
  }

  private static String part(long count, String name) {
    return String.format(Locale.ROOT, "%,d %s", count, name);
  }

  private String deadLetters() {
    if (rejected.isEmpty()) {
      return "no dead letters";
    }
    StringJoiner reasons = new StringJoiner(", ", " dead letters (", ")");
    rejected.forEach((reason, count) -> reasons.add(reason + " " + count));
    return rejected.values().stream().mapToLong(Long::longValue).sum() + reasons.toString();
  }
}
