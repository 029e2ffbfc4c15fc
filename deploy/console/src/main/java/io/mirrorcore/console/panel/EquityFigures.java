package io.mirrorcore.console.panel;

import io.mirrorcore.backtest.LiveTracks.Course;
import io.mirrorcore.backtest.evidence.SharpeInterval;

/**
 * What one track came to.
 *
 * @param total return since the start, of 1
 * @param drawdown the loss of the moment from the highest value so far, in [0, 1]
 * @param maxDrawdown the largest one
 * @param sharpe of all bars, annualised
 * @param rolling Sharpe ratio of the newest bars, annualised; null where there are too few
 * @param rollingInterval where it lies; null where there are too few
 */
record EquityFigures(
    double total,
    double drawdown,
    double maxDrawdown,
    double sharpe,
    Double rolling,
    SharpeInterval rollingInterval) {

  static EquityFigures of(Course course, SharpeInterval interval) {
    int last = course.equity().length - 1;
    return new EquityFigures(
        course.figures().growth().totalReturn(),
        Math.abs(course.drawdown()[last]),
        course.figures().risk().maxDrawdown(),
        course.figures().ratios().sharpe(),
        course.rolling().get(last),
        interval);
  }
}
