package io.mirrorcore.local.job;

import io.mirrorcore.jobs.operator.Tally;
import io.mirrorcore.jobs.wire.reject.RejectReason;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.apache.flink.api.common.JobExecutionResult;

/**
 * Counts of what a bounded job has produced and refused, and its run time.
 *
 * @param produced records by what was counted
 * @param rejected dead letters by reason; reasons without any are absent
 * @param seconds run time of the job
 */
public record JobSummary(
    Map<Tally, Long> produced, Map<RejectReason, Long> rejected, double seconds) {

  static JobSummary of(JobExecutionResult result) {
    Map<Tally, Long> produced = new TreeMap<>();
    for (Tally tally : Tally.values()) {
      produced.put(tally, count(result, tally.name()));
    }
    Map<RejectReason, Long> rejected = new TreeMap<>();
    for (RejectReason reason : RejectReason.values()) {
      long count = count(result, Tally.rejected(reason));
      if (count > 0) {
        rejected.put(reason, count);
      }
    }
    return new JobSummary(produced, rejected, result.getNetRuntime() / 1000.0);
  }

  private static long count(JobExecutionResult result, String accumulator) {
    Long count = result.getAccumulatorResult(accumulator);
    return count == null ? 0 : count;
  }

  /** One line: {@code 4,300 bars, 512 signals, ..., no dead letters in 7.1 s}. */
  public String sentence() {
    StringJoiner parts = new StringJoiner(", ");
    produced.forEach(
        (tally, count) ->
            parts.add(
                String.format(
                    Locale.ROOT,
                    "%,d %s",
                    count,
                    tally.name().toLowerCase(Locale.ROOT).replace('_', ' '))));
    return String.format(Locale.ROOT, "%s, %s in %.1f s", parts, deadLetters(), seconds);
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
