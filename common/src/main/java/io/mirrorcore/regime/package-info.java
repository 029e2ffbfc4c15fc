/**
 * The state of the market and what the ensemble does in it. {@link
 * io.mirrorcore.regime.RegimeDetector} says which of four regimes rules; {@link
 * io.mirrorcore.regime.RegimeTable} holds the risk aversion, turnover penalty, cap and cadence of
 * each. No weight is computed here.
 */
package io.mirrorcore.regime;
