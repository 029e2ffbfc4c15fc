package io.mirrorcore.backtest.track;

import io.mirrorcore.backtest.account.Capital;
import java.util.BitSet;
import java.util.List;

/**
 * What one track did over the evaluated bars; money in units of the capital at the start.
 *
 * @param returns simple return net of all cost, by bar
 * @param gross simple return before the cost of positions and of trading between strategies, by
 *     bar; null where the symbols are not known
 * @param equity value of what was 1 at the start, at each bar's close
 * @param positionedBars bars during which something was held
 * @param gainingBars those of them with a return above 0
 * @param trading between strategies, and of positions
 * @param stressed net returns by bar under each stress, in their order
 * @param byBar what was held and traded, by bar; null where only returns count
 */
@SuppressWarnings("ArrayRecordComponent") // numbers in bulk, never compared as a whole
public record TrackSeries(
    double[] returns,
    double[] gross,
    double[] equity,
    int positionedBars,
    int gainingBars,
    Trading trading,
    List<double[]> stressed,
    ByBar byBar) {

  /**
   * What a part of the bars is told by.
   *
   * @param positioned bars during which something was held
   * @param turnover of weights at each close, the build-up not among it
   */
  public record ByBar(BitSet positioned, double[] turnover) {}

  /** A series of which nobody asks for parts. */
  public TrackSeries(
      double[] returns,
      double[] gross,
      double[] equity,
      int positionedBars,
      int gainingBars,
      Trading trading,
      List<double[]> stressed) {
    this(returns, gross, equity, positionedBars, gainingBars, trading, stressed, null);
  }

  /**
   * What was traded.
   *
   * @param rebalances of weights, after the build-up
   * @param turnover of weights, sum over the rebalances
   * @param weightCost of the rebalances
   * @param buildUpCost of the first trade between strategies
   * @param positionCost of the positions
   */
  public record Trading(
      int rebalances,
      double turnover,
      double weightCost,
      double buildUpCost,
      double positionCost) {}

  /** A series of which only the net returns count. */
  public static TrackSeries ofReturns(double[] returns) {
    Capital capital = new Capital();
    double[] equity = new double[returns.length];
    for (int t = 0; t < equity.length; t++) {
      capital.earn(returns[t]);
      equity[t] = capital.value();
    }
    return new TrackSeries(returns, null, equity, 0, 0, new Trading(0, 0, 0, 0, 0), List.of());
  }
}
