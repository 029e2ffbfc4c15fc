package io.mirrorcore.backtest.breakdown;

import java.util.List;

/**
 * Who earned what the ensemble earned. Money is in units of the capital; the profits of all symbols
 * and {@code apart} add up to the final capital less that at the start, and so do the profits of
 * all strategies and {@code between}.
 *
 * @param symbols by name; null where the symbols are not known
 * @param apart profit that is of no symbol: cash, and the cost of changes of weights
 * @param strategies by name, the market behind them where it was held
 * @param between profit that is of no one strategy: what the no-trade band, smoothing and {@code
 *     apart} made of the sum of them
 * @param trades by symbol; null where the symbols are not known
 */
public record Attribution(
    List<Row> symbols, Double apart, List<Row> strategies, double between, Trades trades) {

  public Attribution {
    symbols = symbols == null ? null : List.copyOf(symbols);
    strategies = List.copyOf(strategies);
  }

  /**
   * One symbol or one strategy.
   *
   * <pre>
   *   of symbol s      profit    sum_t E_t (h_s r_s - c_s |dh_s|)
   *   of strategy k    profit    sum_t E_t (w_k sum_s q_ks r_s - its share of each c_s |dh_s|)
   *                    share     |d(w_k q_ks)| / sum_j |d(w_j q_js)|: a trade that other strategies
   *                              took part in is paid for by all in proportion to what they wanted
   * </pre>
   *
   * <p>E_t is the capital at the start of the bar. Without symbols a strategy's profit is {@code
   * sum_t E_t w_k R_k} of its own net returns, and cost and turnover are not known.
   *
   * @param name of the symbol or strategy
   * @param profit after cost
   * @param cost that is in it; null where it is not known
   * @param exposure mean of |h_s|, or of sum_s |w_k q_ks|, over the bars, share of the capital
   * @param net the same with its sign: below 0 it was short on the whole
   * @param turnover sum of |dh_s|, or of sum_s |d(w_k q_ks)|, a year; over the whole span where
   *     that is less than a quarter of a year; null where it is not known
   * @param heldBars bars during which there was any
   */
  public record Row(
      String name,
      double profit,
      Double cost,
      double exposure,
      double net,
      Double turnover,
      int heldBars) {}

  /**
   * The trades: all of them are in a file beside the report.
   *
   * @param count of all
   * @param value traded, sum without signs, in units of the capital
   * @param cost of all
   * @param largest by value, largest first, at most 50
   * @param last at most 50, in order of time
   */
  public record Trades(
      long count, double value, double cost, List<Trade> largest, List<Trade> last) {}
}
