package io.mirrorcore.backtest.track;

import io.mirrorcore.backtest.evidence.AgainstMarket;
import io.mirrorcore.backtest.evidence.Evidence;
import java.util.List;

/**
 * One line of the report: the ensemble, a baseline or a strategy alone. Arrays are by evaluated
 * bar.
 *
 * @param name as shown
 * @param kind what it is
 * @param idle true of a strategy that never had a position: there is nothing to judge; else null
 * @param figures what it came to
 * @param evidence what that proves
 * @param market what it was beside the market; null of the market itself, and where none is known
 * @param bestBar how much hangs on one bar; null in reports that did not ask yet
 * @param equity capital at the close
 * @param drawdown loss from the highest capital so far, 0 or a negative share
 * @param rollingSharpe annualised, over the settings' window of bars; null while there are fewer
 * @param rollingVolatility annualised, over the same window; null of a single strategy
 * @param rollingBeta on the benchmark, over the same window; null of a single strategy, of the
 *     benchmark itself, and where there is none
 */
@SuppressWarnings("ArrayRecordComponent") // numbers in bulk, never compared as a whole
public record Track(
    String name,
    TrackKind kind,
    Boolean idle,
    Figures figures,
    Evidence evidence,
    AgainstMarket market,
    BestBar bestBar,
    double[] equity,
    double[] drawdown,
    List<Double> rollingSharpe,
    List<Double> rollingVolatility,
    List<Double> rollingBeta) {

  /** Whether it ever held anything. */
  public boolean everHeld() {
    return idle == null;
  }
}
