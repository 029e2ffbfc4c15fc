package io.mirrorcore.backtest.account;

import io.mirrorcore.portfolio.book.HeldPositions;
import io.mirrorcore.portfolio.record.PortfolioBar;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What a track holds because of its weights, and what that earns. */
public interface Book {

  /**
   * Takes in a close as it was, before anything is asked about it, those before the evaluation's
   * start too.
   *
   * @param withMarket the same with the market behind the strategies
   */
  default void see(PortfolioBar close, PortfolioBar withMarket) {}

  /**
   * What the bar that ends now brought; to be asked before {@link #decide} at the same bar.
   *
   * @param target weights that were in force during it, by sleeve
   */
  Earned earned(EvaluatedBar bar, double[] target);

  /**
   * Takes in that the weights were due and are {@code target} from now on, by sleeve; before {@link
   * #decide} at the same close.
   */
  default void traded(double[] target) {}

  /** Decides what to hold from this close on. */
  void decide(EvaluatedBar bar, double[] target);

  /** What is held, by symbol, share of the capital; empty where the symbols are not known. */
  default Map<String, Double> held() {
    return Map.of();
  }

  /**
   * Over one bar.
   *
   * @param gain simple return before cost, without cash
   * @param cost of positions, share of the capital
   * @param ofCash what cash added
   * @param positioned whether anything was held
   * @param stressed net return under each stress
   * @param knowsCost whether the cost of positions is known; else it is in the gain
   */
  @SuppressWarnings("ArrayRecordComponent") // read in place, once
  record Earned(
      double gain,
      double cost,
      double ofCash,
      boolean positioned,
      double[] stressed,
      boolean knowsCost) {

    /** Of positions that are known by symbol. */
    public static Earned of(
        HeldPositions held, List<StressedPositions> stresses, PortfolioBar close, double ofCash) {
      double[] stressed = new double[stresses.size()];
      Arrays.setAll(stressed, i -> stresses.get(i).earned(close) + ofCash);
      return new Earned(
          held.gain(close), held.cost(close), ofCash, held.gross() > 0, stressed, true);
    }

    /** Before the cost of positions. */
    public double gross() {
      return gain + ofCash;
    }

    /** In the live job's order of additions. */
    public double net() {
      return gain - cost + ofCash;
    }
  }

  /** What the weight of cash adds to a bar; 0 where the target has no place for it. */
  static double ofCash(EvaluatedBar bar, double[] target) {
    int cash = bar.sleeves().cash();
    return cash < target.length ? target[cash] * bar.returns()[cash] : 0;
  }
}
