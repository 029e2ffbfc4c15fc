package io.mirrorcore.bench.figure;

/**
 * What one run of a job took between two points of its input.
 *
 * @param records between the points, 1 or more
 * @param usage processor time between them
 */
public record Measurement(long records, Usage usage) {

  public Measurement {
    if (!(records >= 1 && usage.work() > 0)) {
      throw new IllegalArgumentException(
          "records and processor time must be above 0; have " + records + " and " + usage.work());
    }
  }

  /** Microseconds of processor time a record. */
  public double microsPerRecord() {
    return usage.work() / 1e3 / records;
  }

  /** Records that one core, busy with nothing else, would get through in a second. */
  public double perCoreSecond() {
    return 1e6 / microsPerRecord();
  }

  /** Share of the time that the collector took, in [0, 1]. */
  public double collectorShare() {
    return usage.collector() / (double) usage.work();
  }
}
