package io.mirrorcore.backtest.track;

/** What a track stands for, in the order of the report. */
public enum TrackKind {
  /** The published weights. */
  ENSEMBLE,
  /** The published weights of an optimiser that may stand aside. */
  ENSEMBLE_WITH_CASH,
  /** The live engine by the guide, where that is not the judged one. */
  GUIDE,
  /** The live engine with resampled weights in place of optimal ones, or the other way round. */
  OTHER_WEIGHTS,
  /** The live engine without sizing, where the judged one sizes its positions. */
  UNSIZED,
  /** The live engine under the profile evidence, where that is not the judged one. */
  EVIDENCE,
  /** The live engine under the profile overlay, where that is not the judged one. */
  OVERLAY,
  /** 1/N of the strategies that have had a position so far: what has to be beaten. */
  EQUAL_WEIGHT,
  /** The same with the market as one more. */
  EQUAL_WEIGHT_WITH_HOLD,
  /** The market, bought and held. */
  HOLD,
  /** The market, at a volatility of 10 % a year. */
  HOLD_AT_VOLATILITY,
  /** A symbol that the user names, bought and held without cost. */
  BENCHMARK,
  /** Weights in inverse proportion to volatility. */
  INVERSE_VOLATILITY,
  /** One strategy alone. */
  STRATEGY;

  /** Whether it is what others are compared with as the market. */
  public boolean isMarket() {
    return this == HOLD || this == HOLD_AT_VOLATILITY || this == BENCHMARK;
  }

  /** Whether it stands for a way to run a portfolio, not for one strategy of it. */
  public boolean isPortfolio() {
    return this != STRATEGY;
  }
}
