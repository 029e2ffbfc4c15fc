package io.mirrorcore.backtest.breakdown;

import io.mirrorcore.backtest.track.YearShare;

/** Adds up what one symbol or one strategy brought, bar by bar. */
final class Tally {

  private double profit;
  private double cost;
  private double exposure;
  private double net;
  private double turnover;
  private int heldBars;

  /** Takes in a gain and a cost, in units of the capital at the start. */
  void earn(double gain, double paid) {
    profit += gain - paid;
    cost += paid;
  }

  /** Takes in what is held during one bar, without and with its sign, share of the capital. */
  void hold(double gross, double position) {
    exposure += gross;
    net += position;
    heldBars += gross > 0 ? 1 : 0;
  }

  /** Takes in what is traded at one close, share of the capital, without sign. */
  void trade(double change) {
    turnover += change;
  }

  double profit() {
    return profit;
  }

  /**
   * The row of it.
   *
   * @param capital at the start
   * @param bars of the span
   */
  Attribution.Row row(String name, double capital, int bars, double barsPerYear) {
    double years = YearShare.isTold(bars, barsPerYear) ? bars / barsPerYear : 1;
    return new Attribution.Row(
        name,
        capital * profit,
        capital * cost,
        exposure / bars,
        net / bars,
        turnover / years,
        heldBars);
  }

  /** The row of one whose cost and turnover nobody knows. */
  Attribution.Row rowWithoutTrades(String name, double capital, int bars) {
    return new Attribution.Row(
        name, capital * profit, null, exposure / bars, net / bars, null, heldBars);
  }
}
