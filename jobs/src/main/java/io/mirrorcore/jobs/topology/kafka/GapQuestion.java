package io.mirrorcore.jobs.topology.kafka;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/**
 * Asks a broker where the partitions with gaps begin: one question at a time, at most one a second,
 * and never waited for. A question without an answer is asked again.
 */
final class GapQuestion {

  private static final long BETWEEN_MS = 1_000;

  private final LogStarts starts;
  private final Map<Integer, Long> asked = new TreeMap<>();
  private CompletableFuture<Map<Integer, Long>> answer;
  private long askedAt = Long.MIN_VALUE;

  GapQuestion(LogStarts starts) {
    this.starts = starts;
  }

  /** Unless a question is open, or was a moment ago. */
  void ask(List<PartitionReading> gaps, long now) {
    boolean open = answer != null && !answer.isDone();
    if (open || (askedAt != Long.MIN_VALUE && now - askedAt < BETWEEN_MS)) {
      return;
    }
    asked.clear();
    gaps.forEach(gap -> asked.put(gap.partition(), gap.gapFrom()));
    answer = starts.of(asked.keySet());
    askedAt = now;
  }

  /** Where the partition began when this was asked, after its gap was seen. */
  OptionalLong logStartSince(PartitionReading gap) {
    boolean known =
        answer != null
            && answer.isDone()
            && !answer.isCompletedExceptionally()
            && asked.getOrDefault(gap.partition(), -1L) == gap.gapFrom();
    Long start = known ? answer.join().get(gap.partition()) : null;
    return start == null ? OptionalLong.empty() : OptionalLong.of(start);
  }
}
