package io.mirrorcore.backtest.track;

/**
 * The greatest loss from a peak. Where {@link io.mirrorcore.portfolio.alert.Drawdown} follows the
 * loss of the moment, this one knows how long the worst lasted.
 *
 * @param depth 1 - lowest / peak, in [0, 1]
 * @param bars from the peak to the first bar at or above it again, or to the last; 0 without a loss
 */
public record DeepestDrawdown(double depth, int bars) {

  /**
   * @param equity value of what was 1 before the first bar, at each close
   */
  static DeepestDrawdown of(double[] equity) {
    double peak = 1;
    int peakBar = -1;
    double deepest = 0;
    int deepestPeakBar = -1;
    for (int t = 0; t < equity.length; t++) {
      if (equity[t] >= peak) {
        peak = equity[t];
        peakBar = t;
      } else if (1 - equity[t] / peak > deepest) {
        deepest = 1 - equity[t] / peak;
        deepestPeakBar = peakBar;
      }
    }
    return new DeepestDrawdown(deepest, deepest > 0 ? length(equity, deepestPeakBar) : 0);
  }

  private static int length(double[] equity, int peakBar) {
    double peak = peakBar < 0 ? 1 : equity[peakBar];
    int t = peakBar + 1;
    while (t < equity.length - 1 && equity[t] < peak) {
      t++;
    }
    return t - peakBar;
  }

  /** Loss from the highest value so far at each close, 0 or a negative share. */
  public static double[] course(double[] equity) {
    double[] course = new double[equity.length];
    LossFromPeak loss = new LossFromPeak();
    for (int t = 0; t < equity.length; t++) {
      course[t] = loss.at(equity[t]);
    }
    return course;
  }
}
