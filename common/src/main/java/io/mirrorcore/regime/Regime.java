package io.mirrorcore.regime;

/** What kind of market it is, as far as the ensemble's risk taking is concerned. */
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
