package io.mirrorcore.backtest.track;

import io.mirrorcore.backtest.account.Book;
import io.mirrorcore.backtest.account.Capital;
import io.mirrorcore.backtest.account.EvaluatedBar;
import io.mirrorcore.backtest.account.Sleeves;
import io.mirrorcore.backtest.account.WeightDrift;
import io.mirrorcore.portfolio.record.PortfolioBar;
import java.util.ArrayList;
import java.util.List;

/**
 * One track on its way over the evaluated bars. A decision with time T earns from the first bar
 * with a time after T on, since it was made with the returns up to T.
 *
 * <p>The track is built up at the last due time at or before the evaluation's start (the ensemble:
 * at its first record, whatever that record's decision); from then on it trades where its rule
 * does. A due time at or after the last bar is beyond the evaluation.
 *
 * <p>What it earns is its {@link Book}'s affair. Beside it the weights are let drift, for the
 * turnover, and, where that shall cost something, for its cost.
 */
final class TrackRun {

  private static final double[] NONE = {};

  private final TargetRule rule;
  private final Book book;
  private final WeightDrift drift;
  private final double weightCost;
  private final Capital capital = new Capital();
  private final List<Capital> stressedCapital = new ArrayList<>();
  private final double[] returns;
  private final double[] gross;
  private final double[] equity;
  private final List<double[]> stressed = new ArrayList<>();

  private double[] target = NONE;
  private int prepared;
  private int due;
  private boolean knowsCost;
  private int bars;
  private int positionedBars;
  private int gainingBars;
  private int rebalances;
  private double turnover;
  private double cost;
  private double buildUpCost;
  private double positionCost;

  /**
   * @param weightCost share of the turnover of weights
   * @param length evaluated bars
   * @param stresses that the book tells along
   */
  TrackRun(
      TargetRule rule, Book book, Sleeves sleeves, double weightCost, int length, int stresses) {
    this.rule = rule;
    this.book = book;
    this.weightCost = weightCost;
    drift = new WeightDrift(sleeves.count(), sleeves.cash());
    returns = new double[length];
    gross = new double[length];
    equity = new double[length];
    for (int i = 0; i < stresses; i++) {
      stressedCapital.add(new Capital());
      stressed.add(new double[length]);
    }
  }

  /** Takes in a close as it was, also before the evaluation's start. */
  void see(PortfolioBar close, PortfolioBar withMarket) {
    book.see(close, withMarket);
  }

  /** Keeps the book before the evaluation's start, where something was held then. */
  void prepare(EvaluatedBar bar) {
    List<WeightsHistory.Entry> before = rule.before();
    while (prepared < before.size() && before.get(prepared).time() <= bar.time()) {
      prepared++;
    }
    if (prepared > 0) {
      book.decide(bar, before.get(prepared - 1).weights());
    }
  }

  /** Builds up at the evaluation's start. */
  void begin(EvaluatedBar bar) {
    due = rule.dueAt(bar.time());
    trade(bar.time());
    book.decide(bar, target);
  }

  /** Takes in the bar that ends now, and decides for the next where there is one. */
  void close(EvaluatedBar bar) {
    earn(bar);
    if (bars < returns.length) {
      trade(bar.time());
      book.decide(bar, target);
    }
  }

  private void earn(EvaluatedBar bar) {
    Book.Earned earned = book.earned(bar, target);
    positionCost += capital.value() * earned.cost();
    returns[bars] = capital.earn(earned.net());
    gross[bars] = earned.gross();
    knowsCost = earned.knowsCost();
    equity[bars] = capital.value();
    for (int i = 0; i < stressed.size(); i++) {
      stressed.get(i)[bars] = stressedCapital.get(i).earn(earned.stressed()[i]);
    }
    positionedBars += earned.positioned() ? 1 : 0;
    gainingBars += earned.positioned() && returns[bars] > 0 ? 1 : 0;
    drift.drift(bar.returns());
    bars++;
  }

  private void trade(long time) {
    for (; due < rule.dues() && rule.time(due) <= time; due++) {
      boolean built = target.length > 0;
      if (!built || (rule.trades(due) && capital.value() > 0)) {
        target = rule.target(due);
        double traded = drift.trade(target);
        double paid = owe(weightCost * traded);
        buildUpCost += built ? 0 : paid;
        turnover += built ? traded : 0;
        cost += built ? paid : 0;
        rebalances += built ? 1 : 0;
      }
    }
  }

  private double owe(double share) {
    stressedCapital.forEach(other -> other.owe(share));
    double before = capital.unpaid();
    capital.owe(share);
    return capital.unpaid() - before;
  }

  TrackSeries series() {
    return new TrackSeries(
        returns,
        knowsCost ? gross : null,
        equity,
        positionedBars,
        gainingBars,
        new TrackSeries.Trading(rebalances, turnover, cost, buildUpCost, positionCost),
        stressed);
  }
}
