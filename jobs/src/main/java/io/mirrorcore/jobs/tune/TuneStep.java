package io.mirrorcore.jobs.tune;

/** What a job of a tuning run is for, in this order. */
public enum TuneStep {
  /** The strategy returns, from market data. */
  RETURNS,
  /** A batch of trials. */
  TRIALS,
  /** The backtest of the best. */
  REPORT
}
