package io.mirrorcore.backtest.track;

import io.mirrorcore.backtest.evidence.FiniteRatio;
import io.mirrorcore.backtest.evidence.ReturnMoments;
import java.util.Arrays;

/**
 * What one track came to, every number with one definition. x_t is the net return of bar t, T the
 * number of bars, Y the bars of a year, E_t the capital at the close of bar t, E_0 the capital at
 * the start.
 *
 * <p>Every figure is finite, since JSON has no infinity. A ratio whose divisor is 0 is 0 where
 * nothing was gained either, and {@value FiniteRatio#UNBOUNDED} (read: without bound, nothing was
 * lost) where something was; no ratio or rate is shown beyond plus or minus that.
 *
 * @param growth of the capital
 * @param risk that was run
 * @param ratios of gain to risk
 * @param hits how often and how much was gained
 * @param trading between strategies
 * @param bars T
 */
public record Figures(
    Growth growth, Risk risk, Ratios ratios, Hits hits, Trading trading, int bars) {

  /**
   * What the capital came to.
   *
   * @param finalCapital E_T, in units of the capital
   * @param totalReturn E_T / E_0 - 1, at least -1
   * @param annualReturn geometric: (E_T / E_0)^(Y/T) - 1, at least -1; null where the bars are less
   *     than a quarter of a year ({@link YearShare})
   */
  public record Growth(double finalCapital, double totalReturn, Double annualReturn) {}

  /**
   * What could be lost, and was.
   *
   * @param volatility standard deviation of x (T - 1 in the denominator) times sqrt(Y); 0 of one
   *     bar
   * @param maxDrawdown greatest 1 - E_t / (highest E up to t, E_0 included), in [0, 1]
   * @param maxDrawdownBars bars of the greatest drawdown, from its peak to the first bar at or
   *     above that peak again, or to the end; of equal ones the first; 0 where there is none
   * @param cvar95 mean loss over the worst 5 % of the bars (the last of them by its share, so that
   *     exactly 5 % are counted; Rockafellar and Uryasev 2002), a bar, a loss positive; the worst
   *     bar where there are fewer than 20
   */
  public record Risk(double volatility, double maxDrawdown, int maxDrawdownBars, double cvar95) {}

  /**
   * Gain for risk.
   *
   * @param sharpe mean / standard deviation of x, times sqrt(Y); 0 where x does not vary
   * @param sortino mean of x over the downside deviation sqrt(sum min(x_t, 0)^2 / T), times sqrt(Y)
   * @param calmar annualReturn / maxDrawdown; null with it
   * @param grossSharpe sharpe of the returns before the cost of positions and of trading between
   *     strategies; null where the symbols are not known, so that nobody knows those costs
   */
  public record Ratios(double sharpe, double sortino, Double calmar, Double grossSharpe) {}

  /**
   * Gains against losses, bar by bar.
   *
   * @param winRate share of the bars with x_t above 0 among those during which something was held,
   *     in [0, 1]; 0 where there is none
   * @param profitFactor sum of the x_t above 0 over sum of |x_t| below 0
   */
  public record Hits(double winRate, double profitFactor) {}

  /**
   * What was traded, between strategies and of positions, and what that took.
   *
   * @param averageTurnover mean of sum |target - drifted| over the rebalances, in [0, 2]; the first
   *     build-up, which is not one, is not in it; 0 where there is none
   * @param rebalances trades after the build-up
   * @param costPaid for the rebalances, in units of the capital; without buildUpCost
   * @param buildUpCost paid for the first build-up from uninvested capital, in units of the
   *     capital; it is in the capital and in the return of the first bar
   * @param positionCost paid for trading positions, in units of the capital; null where the symbols
   *     are not known
   */
  public record Trading(
      double averageTurnover,
      int rebalances,
      double costPaid,
      double buildUpCost,
      Double positionCost) {}

  private static final double TAIL = 0.05;

  /**
   * The figures of one track.
   *
   * @param track what was earned, at least one bar
   * @param capital at the start, above 0
   * @param barsPerYear above 0
   */
  public static Figures of(TrackSeries track, double capital, double barsPerYear) {
    double[] returns = track.returns();
    int bars = returns.length;
    ReturnMoments moments = ReturnMoments.of(returns);
    DeepestDrawdown drawdown = DeepestDrawdown.of(track.equity());
    double end = track.equity()[bars - 1];
    Double annual = annual(end, bars, barsPerYear);
    double root = Math.sqrt(barsPerYear);
    return new Figures(
        new Growth(capital * end, end - 1, annual),
        new Risk(
            moments.deviation() * root,
            drawdown.depth(),
            drawdown.bars(),
            expectedShortfall(returns)),
        new Ratios(
            FiniteRatio.bounded(moments.sharpe() * root),
            FiniteRatio.bounded(ratio(moments.mean(), downside(returns)) * root),
            annual == null ? null : (Double) ratio(annual, drawdown.depth()),
            track.gross() == null
                ? null
                : (Double) FiniteRatio.bounded(ReturnMoments.of(track.gross()).sharpe() * root)),
        new Hits(
            track.positionedBars() == 0 ? 0 : (double) track.gainingBars() / track.positionedBars(),
            ratio(total(returns, 1), total(returns, -1))),
        trading(track, capital),
        bars);
  }

  private static Double annual(double end, int bars, double barsPerYear) {
    return YearShare.isTold(bars, barsPerYear)
        ? (Double) FiniteRatio.bounded(StrictMath.pow(end, barsPerYear / bars) - 1)
        : null;
  }

  private static Trading trading(TrackSeries track, double capital) {
    TrackSeries.Trading traded = track.trading();
    return new Trading(
        traded.rebalances() == 0 ? 0 : traded.turnover() / traded.rebalances(),
        traded.rebalances(),
        capital * traded.weightCost(),
        capital * traded.buildUpCost(),
        track.gross() == null ? null : (Double) (capital * traded.positionCost()));
  }

  private static double ratio(double gain, double risk) {
    if (risk > 0) {
      return FiniteRatio.bounded(gain / risk);
    }
    return gain > 0 ? FiniteRatio.UNBOUNDED : 0;
  }

  private static double downside(double[] returns) {
    double squares = 0;
    for (double x : returns) {
      squares += x < 0 ? x * x : 0;
    }
    return Math.sqrt(squares / returns.length);
  }

  /** Sum of the returns of that sign, without it. */
  private static double total(double[] returns, int sign) {
    double sum = 0;
    for (double x : returns) {
      sum += Math.max(0, sign * x);
    }
    return sum;
  }

  private static double expectedShortfall(double[] returns) {
    double[] sorted = returns.clone();
    Arrays.sort(sorted);
    double tail = Math.max(1, TAIL * sorted.length);
    int whole = (int) tail;
    double sum = 0;
    for (int i = 0; i < whole; i++) {
      sum += sorted[i];
    }
    sum += whole < sorted.length ? (tail - whole) * sorted[whole] : 0;
    return 0.0 - sum / tail;
  }
}
