package io.mirrorcore.regime;

/** The kinds of market that the ensemble tells apart in order to take more risk or less. */
public enum Regime {
  /** The market goes somewhere: little of its path is wasted. */
  TRENDING,
  /** The market goes to and fro. */
  RANGING,
  /** Volatility is high against its own history; goes before the two above. */
  VOLATILE,
  /** None of the above, or not enough history to say. */
  MIXED
}
