package io.mirrorcore.jobs.intake;

/**
 * A record of a file on its way into the order of time.
 *
 * @param time that it is put by, epoch milliseconds
 * @param sequence its place in the file, so that equal times keep their order
 * @param line number of its line
 * @param bytes as they stand in the file
 */
@SuppressWarnings("ArrayRecordComponent") // a buffer on its way
record TimedLine(long time, long sequence, long line, byte[] bytes)
    implements Comparable<TimedLine> {

  /** What it takes in memory besides its bytes, roughly. */
  private static final long OVERHEAD = 96;

  long memory() {
    return bytes.length + OVERHEAD;
  }

  @Override
  public int compareTo(TimedLine other) {
    int byTime = Long.compare(time, other.time);
    return byTime != 0 ? byTime : Long.compare(sequence, other.sequence);
  }
}
