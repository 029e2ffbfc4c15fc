package io.mirrorcore.backtest.track;

import java.util.Arrays;

/**
 * Capital spread over sleeves, one a strategy, whose weights drift with what the sleeves earn until
 * they are traded back to a target.
 *
 * <pre>
 *   rebalance at the close of t:   turnover = sum_k |target_k - v_k|         (k without cash)
 *                                  c = min(1, costRate * turnover),  v = target
 *   bar t+1:                       R = sum_k v_k r_k
 *                                  net = (1 - c)(1 + R) - 1,  E = E (1 + net)
 *                                  v_k = v_k (1 + r_k) / (1 + R)
 * </pre>
 *
 * <p>The cost is a share of the capital at the close at which it is traded, and is booked in the
 * bar that follows, which is how {@link io.mirrorcore.portfolio.ledger.StrategyReturnsLedger} books
 * the cost of positions. So a decision at the last close of a series costs nothing yet and earns
 * nothing yet. Before the first rebalance all is uninvested: the first build-up has turnover 1
 * where the target adds up to 1.
 *
 * <p>Cash is neither bought nor sold: its leg of a trade costs nothing, or leaving a strategy for
 * cash would cost twice what it does.
 *
 * <p>A sleeve that lost more than all it had goes on with a negative weight, so that no debt is
 * forgiven. A loss of everything is final: from then on nothing is earned, traded or paid.
 */
final class WeightedAccount {

  /** Beyond this nothing grows any more, so that every figure stays finite. */
  static final double LARGEST = 1e200;

  private final double[] weights;
  private final int cashColumn;
  private final double costRate;
  private double equity = 1;
  private double unpaid;

  /**
   * @param columns sleeves, 1 or more
   * @param cashColumn the sleeve that is cash, or -1
   * @param costRate share of what is traded that is paid for trading, 0 or more
   */
  WeightedAccount(int columns, int cashColumn, double costRate) {
    this.weights = new double[columns];
    this.cashColumn = cashColumn;
    this.costRate = costRate;
  }

  /**
   * Trades to {@code target}, by sleeve; a sleeve beyond its end gets nothing.
   *
   * @return the turnover, sum |target - drifted|, 0 or more
   */
  double rebalance(double[] target) {
    if (equity == 0) {
      return 0;
    }
    double turnover = 0;
    for (int k = 0; k < weights.length; k++) {
      double wanted = k < target.length ? target[k] : 0;
      turnover += k == cashColumn ? 0 : Math.abs(wanted - weights[k]);
      weights[k] = wanted;
    }
    unpaid += (1 - unpaid) * Math.min(1, costRate * turnover);
    return turnover;
  }

  /** What trading since the last bar costs, in units of the capital at the start. */
  double unpaidCost() {
    return equity * unpaid;
  }

  /**
   * Takes in one bar.
   *
   * @param returns simple return, by sleeve
   * @return the account's simple return over the bar, net of what was traded before it, at least -1
   */
  double earn(double[] returns) {
    double gross = 0;
    for (int k = 0; k < weights.length; k++) {
      gross += weights[k] * returns[k];
    }
    double net = gross - unpaid * (1 + gross);
    unpaid = 0;
    if (!(net > -1)) {
      lose();
      return -1;
    }
    equity = Math.min(LARGEST, equity * (1 + net));
    drift(returns, gross);
    return net;
  }

  private void drift(double[] returns, double gross) {
    for (int k = 0; k < weights.length; k++) {
      weights[k] = weights[k] * (1 + returns[k]) / (1 + gross);
    }
  }

  private void lose() {
    equity = 0;
    Arrays.fill(weights, 0);
  }

  /** Value of what was 1 at the start. */
  double equity() {
    return equity;
  }

  /** Share of the capital in sleeve {@code k} now. */
  double weight(int k) {
    return weights[k];
  }
}
