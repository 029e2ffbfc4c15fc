package io.mirrorcore.tune;

/**
 * The out-of-sample figures of one trial of a search.
 *
 * @param number of the trial, from 1 on
 * @param lambda risk aversion that was tried, daily units
 * @param eta turnover penalty that was tried, daily units
 * @param sharpe annualised, of the net returns; the score
 * @param annualReturn geometric, at least -1; null where the bars are less than a quarter of a year
 * @param maxDrawdown in [0, 1]
 * @param turnover mean a rebalance, in [0, 2]
 * @param returns net, simple, by evaluated bar; of all trials of a run equally many
 */
@SuppressWarnings("ArrayRecordComponent") // numbers in bulk, never compared as a whole
public record TrialResult(
    int number,
    double lambda,
    double eta,
    double sharpe,
    Double annualReturn,
    double maxDrawdown,
    double turnover,
    double[] returns) {

  /** The same among the trials of other variants. */
  public TrialResult numbered(int other) {
    return new TrialResult(
        other, lambda, eta, sharpe, annualReturn, maxDrawdown, turnover, returns);
  }

  /** What was tried. */
  public TrialPoint point() {
    return new TrialPoint(number, lambda, eta);
  }
}
