package io.mirrorcore.backtest.account;

/**
 * What a track can put its capital in, by place in its weights: the strategies by id, then cash,
 * then the market. A target may end before the last of them: what is beyond its end gets nothing.
 *
 * @param strategies how many there are
 * @param market place of holding everything; -1 where there is no such sleeve
 */
public record Sleeves(int strategies, int market) {

  /** Place of cash. */
  public int cash() {
    return strategies;
  }

  /** How many places there are. */
  public int count() {
    return Math.max(strategies + 1, market + 1);
  }
}
