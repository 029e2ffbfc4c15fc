package io.mirrorcore.jobs.topology.kafka;

/**
 * How far one partition has been read, and the largest gap in its offsets that is not explained
 * yet. A gap is innocent where it is made of the marks of transactions, or of what a transaction
 * took back or compaction replaced; where the partition now begins behind the gap's first offset,
 * retention has removed records before they were read.
 *
 * @param partition its number
 * @param next offset of the next record, where none is missing
 * @param gapFrom first missing offset
 * @param gapTo offset of the record behind the gap; {@code gapFrom} where there is none
 * @param time event time of the record behind the newest gap or of the one that followed it, epoch
 *     milliseconds
 * @param firing whether a loss has been told that no record in sequence has followed yet
 */
public record PartitionReading(
    int partition, long next, long gapFrom, long gapTo, long time, boolean firing) {

  static PartitionReading at(int partition, long next) {
    return new PartitionReading(partition, next, 0, 0, 0, false);
  }

  boolean hasGap() {
    return gapTo > gapFrom;
  }

  /** Whether the newest record followed the one before it. */
  boolean isInSequence() {
    return !hasGap();
  }

  /** After one more record, which may be the first one behind a gap. */
  PartitionReading after(long offset, long recordTime) {
    long missing = offset - next;
    return missing > gapTo - gapFrom
        ? new PartitionReading(partition, offset + 1, next, offset, recordTime, firing)
        : new PartitionReading(
            partition, offset + 1, gapFrom, gapTo, hasGap() ? time : recordTime, firing);
  }

  /** How many offsets of the gap are before the present beginning of the partition. */
  long removed(long logStart) {
    return Math.max(0, Math.min(gapTo, logStart) - gapFrom);
  }

  /** The same without its gap. */
  PartitionReading explained(boolean lost) {
    return new PartitionReading(partition, next, 0, 0, time, firing || lost);
  }

  /** The same with nothing that fires. */
  PartitionReading calm() {
    return new PartitionReading(partition, next, gapFrom, gapTo, time, false);
  }

  /**
   * Of two states of one partition the later one: every subtask keeps all of them, and only the one
   * that reads the partition goes on with its own.
   */
  PartitionReading later(PartitionReading other) {
    if (next != other.next) {
      return next > other.next ? this : other;
    }
    return hasGap() ? other : this; // a gap is explained after it is found, at the same offset
  }
}
