package io.mirrorcore.backtest.track;

import io.mirrorcore.backtest.account.Book;
import io.mirrorcore.backtest.account.EvaluatedBar;
import io.mirrorcore.backtest.account.Sleeves;
import io.mirrorcore.portfolio.record.PortfolioBar;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * One track on its way over the evaluated bars. A decision with time T earns from the first bar
 * with a time after T on, since it was made with the returns up to T.
 *
 * <p>The track is built up at the last due time at or before the evaluation's start (the ensemble:
 * at its first record, whatever that record's decision); from then on it trades where its rule
 * does. A due time at or after the last bar is beyond the evaluation. The account itself is {@link
 * TrackAccount}'s.
 */
final class TrackRun {

  private final TargetRule rule;
  private final TrackAccount account;
  private final double[] returns;
  private final double[] gross;
  private final double[] equity;
  private final List<double[]> stressed = new ArrayList<>();

  private final BitSet positioned = new BitSet();
  private final double[] turnover;

  private TrackWatch watch = TrackWatch.NONE;
  private int prepared;
  private int due;
  private int bars;

  /**
   * @param weightCost share of the turnover of weights
   * @param length evaluated bars
   * @param stresses that the book tells along
   */
  TrackRun(
      TargetRule rule, Book book, Sleeves sleeves, double weightCost, int length, int stresses) {
    this.rule = rule;
    account = new TrackAccount(book, sleeves, weightCost, stresses);
    returns = new double[length];
    gross = new double[length];
    equity = new double[length];
    turnover = new double[length];
    for (int i = 0; i < stresses; i++) {
      stressed.add(new double[length]);
    }
  }

  /** Lets somebody look on, from before the first close. */
  void watchedBy(TrackWatch watcher) {
    watch = watcher;
  }

  /** Takes in a close as it was, also before the evaluation's start. */
  void see(PortfolioBar close, PortfolioBar withMarket) {
    account.book().see(close, withMarket);
  }

  /** Keeps the book before the evaluation's start, where something was held then. */
  void prepare(EvaluatedBar bar) {
    List<WeightsHistory.Entry> before = rule.before();
    while (prepared < before.size() && before.get(prepared).time() <= bar.time()) {
      prepared++;
    }
    if (prepared > 0) {
      account.book().decide(bar, before.get(prepared - 1).weights());
      watch.prepared(bar, account.book().held());
    }
  }

  /** Builds up at the evaluation's start. */
  void begin(EvaluatedBar bar) {
    due = rule.dueAt(bar.time());
    trade(bar.time());
    decide(bar);
  }

  private void decide(EvaluatedBar bar) {
    account.decide(bar);
    watch.decided(
        bar, new TrackWatch.Holding(account.equity(), account.book().held(), account.target()));
  }

  /** Takes in the bar that ends now, and decides for the next where there is one. */
  void close(EvaluatedBar bar) {
    double start = account.equity();
    TrackAccount.BarResult result = account.earn(bar);
    watch.earned(bar, start, account.equity());
    returns[bars] = result.net();
    gross[bars] = result.gross();
    equity[bars] = account.equity();
    positioned.set(bars, result.positioned());
    for (int i = 0; i < stressed.size(); i++) {
      stressed.get(i)[bars] = result.stressed()[i];
    }
    bars++;
    if (bars < returns.length) {
      double before = account.trading().turnover();
      trade(bar.time());
      turnover[bars - 1] = account.trading().turnover() - before;
      decide(bar);
    }
  }

  private void trade(long time) {
    for (; due < rule.dues() && rule.time(due) <= time; due++) {
      if (!account.isBuilt() || rule.trades(due)) {
        account.trade(rule.target(due));
      }
    }
  }

  TrackSeries series() {
    return new TrackSeries(
        returns,
        account.knowsCost() ? gross : null,
        equity,
        account.positionedBars(),
        account.gainingBars(),
        account.trading(),
        stressed,
        new TrackSeries.ByBar(positioned, turnover));
  }
}
