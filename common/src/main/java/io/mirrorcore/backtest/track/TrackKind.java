package io.mirrorcore.backtest.track;

/** What a track stands for, in the order of the report. */
public enum TrackKind {
  /** The published weights. */
  ENSEMBLE,
  /** The published weights of an optimiser that may stand aside. */
  ENSEMBLE_WITH_CASH,
  /** 1/N of all configured strategies: what has to be beaten. */
  EQUAL_WEIGHT,
  /** Weights in inverse proportion to volatility. */
  INVERSE_VOLATILITY,
  /** One strategy alone. */
  STRATEGY
}
