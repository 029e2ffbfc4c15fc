package io.mirrorcore.jobs.tune;

/** The steps of a tuning run in their order; each is one or more jobs. */
public enum TuneStep {
  /** The strategy returns, from market data. */
  RETURNS,
  /** A batch of trials. */
  TRIALS,
  /** The backtest of the best. */
  REPORT
}
