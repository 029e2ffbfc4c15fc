package io.mirrorcore.portfolio.ensemble;

import io.mirrorcore.portfolio.alert.ReturnDivergence;
import io.mirrorcore.portfolio.period.OpenPeriod;
import io.mirrorcore.portfolio.period.PeriodEnds;
import io.mirrorcore.portfolio.record.BarReturns;
import io.mirrorcore.portfolio.record.PortfolioBar;
import io.mirrorcore.regime.RegimeDetector;
import io.mirrorcore.state.Stateful;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/**
 * Puts bars together to periods, and tells the window, the regime and the divergence of each when
 * it is over. A period ends with the bar that closes at its end; where that bar never came, before
 * the next one is taken in.
 */
final class PeriodBook implements Stateful {

  private final PeriodEnds ends;
  private final ReturnHistory returns;
  private final RegimeDetector detector;
  private final ReturnDivergence divergence;
  private final OpenPeriod open = new OpenPeriod();

  PeriodBook(
      PeriodEnds ends,
      ReturnHistory returns,
      RegimeDetector detector,
      ReturnDivergence divergence) {
    this.ends = ends;
    this.returns = returns;
    this.detector = detector;
    this.divergence = divergence;
  }

  /** Makes the columns those of {@code ids}, in that order. */
  void align(List<String> ids) {
    returns.align(ids);
    open.align(ids);
  }

  /**
   * Takes in what the strategies earned over a bar.
   *
   * @param expected return of a period, of the weights in force
   * @return periods that had to end before, 0 or 1
   */
  int take(PortfolioBar bar, double expected) {
    long end = ends.endOf(bar.time());
    int overdue = open.isOpen() && open.end() < end ? end(expected) : 0;
    open.open(end);
    bar.earned().ifPresent(open::add);
    return overdue;
  }

  /** What the ensemble itself earned over the bar that was taken in. */
  void earn(double simpleReturn) {
    open.earn(simpleReturn);
  }

  /**
   * Ends the period where the bar that was taken in is its last.
   *
   * @return periods that ended, 0 or 1
   */
  int finish(long close, double expected) {
    return open.end() == close ? end(expected) : 0;
  }

  private int end(double expected) {
    if (open.hasReturns()) {
      BarReturns earned = open.returns();
      returns.add(earned.byStrategy(), earned.deployed());
      detector.onReturn(earned.market());
    }
    if (open.hasOwnReturn()) {
      divergence.add(expected, open.ownReturn());
    }
    open.close();
    return 1;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    open.save(out);
  }

  @Override
  public void load(DataInput in) throws IOException {
    open.load(in);
  }
}
