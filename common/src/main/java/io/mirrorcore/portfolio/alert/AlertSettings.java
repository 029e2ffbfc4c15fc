package io.mirrorcore.portfolio.alert;

import java.io.Serializable;

/**
 * Thresholds of the alerts of an ensemble.
 *
 * @param sharpeBelow LOW_SHARPE: annualised Sharpe ratio of the optimum
 * @param conditionAbove UNSTABLE_COVARIANCE: condition number of the regularised covariance
 * @param turnoverAbove HIGH_TURNOVER: sum of absolute changes of weight
 * @param divergenceAbove RETURN_DIVERGENCE: |expected - realised| return over a window of bars
 * @param drawdownWarning DRAWDOWN, WARNING: share of the peak lost
 * @param drawdownError DRAWDOWN, ERROR: share of the peak lost, at least {@code drawdownWarning}
 * @param silentBars STALE_FEED: bars of the portfolio without one of the symbol
 * @param moveAbove FLASH_MOVE: one-bar move in standard deviations of the 20 bars before
 * @param activeBelow DEGRADED: share of the configured strategies that is active
 * @param shrinkageAbove SHRINKAGE_COLLAPSE: intensity of the covariance's shrinkage
 * @param realisedSharpeBelow LOW_REALISED_SHARPE: annualised Sharpe ratio of the last window of
 *     bars
 */
public record AlertSettings(
    double sharpeBelow,
    double conditionAbove,
    double turnoverAbove,
    double divergenceAbove,
    double drawdownWarning,
    double drawdownError,
    int silentBars,
    double moveAbove,
    double activeBelow,
    double shrinkageAbove,
    double realisedSharpeBelow)
    implements Serializable {

  public AlertSettings {
    if (!Double.isFinite(sharpeBelow)) {
      throw new IllegalArgumentException("sharpe-below must be finite; have " + sharpeBelow);
    }
    if (!Double.isFinite(realisedSharpeBelow)) {
      throw new IllegalArgumentException(
          "realised-sharpe-below must be finite; have " + realisedSharpeBelow);
    }
    positive("condition-above", conditionAbove);
    positive("turnover-above", turnoverAbove);
    positive("divergence-above", divergenceAbove);
    positive("drawdown-warning", drawdownWarning);
    positive("move-above", moveAbove);
    if (!(drawdownError >= drawdownWarning && drawdownError <= 1)) {
      throw new IllegalArgumentException(
          "drawdown-error must be in [drawdown-warning, 1]; have " + drawdownError);
    }
    if (silentBars < 1) {
      throw new IllegalArgumentException("silent-bars must be at least 1; have " + silentBars);
    }
    if (!(activeBelow >= 0 && activeBelow <= 1)) {
      throw new IllegalArgumentException("active-below must be in [0, 1]; have " + activeBelow);
    }
    if (!(shrinkageAbove >= 0 && shrinkageAbove <= 1)) {
      throw new IllegalArgumentException(
          "shrinkage-above must be in [0, 1]; have " + shrinkageAbove);
    }
  }

  public static AlertSettings defaults() {
    return new AlertSettings(0.5, 1e6, 0.30, 0.01, 0.10, 0.20, 5, 10, 0.5, 0.9, 0);
  }

  private static void positive(String name, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + " must be positive and finite; have " + value);
    }
  }
}
