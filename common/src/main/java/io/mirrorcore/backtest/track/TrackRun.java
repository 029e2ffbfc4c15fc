package io.mirrorcore.backtest.track;

/**
 * Runs one track over the evaluated bars. A decision with time T earns from the first bar with a
 * time after T on, since it was made with the returns up to T.
 *
 * <p>The track is built up at the last due time at or before the evaluation's start (the ensemble:
 * at its first record, whatever that record's decision); from then on it trades where its rule
 * does. A due time at or after the last bar is beyond the evaluation.
 */
public final class TrackRun {

  private final ReturnTable table;
  private final WeightsHistory history;
  private final TargetRule rule;
  private final WeightedAccount account;
  private final double[] row;
  private final int firstRow;

  private int due;
  private boolean built;
  private int positionedBars;
  private int gainingBars;
  private int rebalances;
  private double turnover;
  private double cost;
  private double buildUpCost;

  private TrackRun(
      ReturnTable table, long start, WeightsHistory history, TargetRule rule, Costs costs) {
    this.table = table;
    this.history = history;
    this.rule = rule;
    firstRow = table.rowsUpTo(start);
    due = history.dueAt(start);
    row = new double[history.columns().size()];
    int cashColumn = history.hasCash() ? row.length - 1 : -1;
    if (history.hasCash()) {
      row[cashColumn] = costs.cashReturn();
    }
    account = new WeightedAccount(row.length, cashColumn, costs.rate());
  }

  /**
   * What trading costs and cash brings.
   *
   * @param rate share of the turnover
   * @param cashReturn simple return of cash, a bar
   */
  public record Costs(double rate, double cashReturn) {}

  /**
   * Runs a rule for weights over the returns.
   *
   * @param table returns of the strategies
   * @param start the evaluation is of the bars after this time
   * @param history due times; its columns are the strategies, or those and cash as the last
   * @param rule what to hold, by column of the history
   */
  public static TrackSeries of(
      ReturnTable table, long start, WeightsHistory history, TargetRule rule, Costs costs) {
    return new TrackRun(table, start, history, rule, costs).run();
  }

  private TrackSeries run() {
    int bars = table.rows() - firstRow;
    double[] returns = new double[bars];
    double[] equity = new double[bars];
    for (int t = 0; t < bars; t++) {
      trade(table.time(firstRow + t));
      boolean positioned = isPositioned(firstRow + t);
      table.copyRow(firstRow + t, row);
      returns[t] = account.earn(row);
      equity[t] = account.equity();
      positionedBars += positioned ? 1 : 0;
      gainingBars += positioned && returns[t] > 0 ? 1 : 0;
    }
    return new TrackSeries(
        returns, equity, positionedBars, gainingBars, rebalances, turnover, cost, buildUpCost);
  }

  private void trade(long time) {
    for (; due < history.size() && history.get(due).time() < time; due++) {
      if (!built) {
        account.rebalance(rule.target(due));
        buildUpCost = account.unpaidCost();
        built = true;
      } else if (rule.trades(due) && account.equity() > 0) {
        double before = account.unpaidCost();
        turnover += account.rebalance(rule.target(due));
        cost += account.unpaidCost() - before;
        rebalances++;
      }
    }
  }

  private boolean isPositioned(int tableRow) {
    for (int k = 0; k < table.strategies().size(); k++) {
      if (account.weight(k) != 0 && table.isDeployed(tableRow, k)) {
        return true;
      }
    }
    return false;
  }
}
