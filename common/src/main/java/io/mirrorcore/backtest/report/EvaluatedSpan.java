package io.mirrorcore.backtest.report;

/**
 * The bars that were evaluated.
 *
 * @param from close of the first: the one after the first weights record, epoch milliseconds
 * @param to close of the last, epoch milliseconds
 * @param bars how many
 * @param times of all, epoch milliseconds; what every array "by bar" of the report is aligned with
 */
@SuppressWarnings("ArrayRecordComponent") // numbers in bulk, never compared as a whole
public record EvaluatedSpan(long from, long to, int bars, long[] times) {

  /** The span of these closes, at least one, ascending. */
  public static EvaluatedSpan of(long[] times) {
    return new EvaluatedSpan(times[0], times[times.length - 1], times.length, times);
  }
}
