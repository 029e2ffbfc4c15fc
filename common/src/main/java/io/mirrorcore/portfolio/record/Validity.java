package io.mirrorcore.portfolio.record;

/**
 * By what a consumer knows whether a result is the newest, and until when it is to be acted on.
 *
 * @param sequence 1, 2, 3 ... of the portfolio's results, counted from the start of the job's
 *     state; null in a record of an earlier release
 * @param validUntil close at which the next result is due, epoch milliseconds, after the record's
 *     own time; null at {@link Decision#WARMUP}, which holds until something changes, and in a
 *     record of an earlier release
 */
public record Validity(Long sequence, Long validUntil) {

  /** Of a record that says nothing of it. */
  public static final Validity UNKNOWN = new Validity(null, null);
}
