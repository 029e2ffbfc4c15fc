package io.mirrorcore.strategy.flow;

import io.mirrorcore.indicator.RollingQuantile;
import io.mirrorcore.indicator.RollingRank;
import io.mirrorcore.market.tick.TickBar;
import io.mirrorcore.signal.Action;
import io.mirrorcore.signal.Signal;
import io.mirrorcore.strategy.MarketBar;
import io.mirrorcore.strategy.SymbolStrategy;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * The second edition of {@link LiquidityFlow}: a book is liquid, and leans, as its own history
 * says.
 *
 * <pre>
 *   liquidity = (mid-rank(depth) + 1 - mid-rank(absolute spread)) / 2
 *   threshold = min(imbalance, 0.95-quantile of |imbalance| over rank-window, this bar included)
 *   BUY:  imbalance &gt; threshold and liquidity &gt; its own     SELL: -imbalance &gt; threshold, same
 * </pre>
 *
 * <p>A spread carries the rounding of the prices that it is the difference of, so two spreads are
 * equal within four units in the last place of the price.
 */
final class MidRankedBook implements SymbolStrategy.Machine {

  private static final double RARE = 0.95;

  private final int levels;
  private final double leastImbalance;
  private final double leastLiquidity;
  private final RollingRank depths;
  private final RollingRank spreads;
  private final RollingQuantile imbalances;

  /**
   * @param levels of the book to look at
   * @param leastImbalance threshold where imbalances are often greater
   * @param leastLiquidity threshold of the ranked liquidity
   * @param rankWindow bars with a book that everything is ranked in
   */
  MidRankedBook(int levels, double leastImbalance, double leastLiquidity, int rankWindow) {
    this.levels = levels;
    this.leastImbalance = leastImbalance;
    this.leastLiquidity = leastLiquidity;
    depths = RollingRank.withTies(rankWindow);
    spreads = RollingRank.withTies(rankWindow);
    imbalances = new RollingQuantile(rankWindow);
  }

  @Override
  public Signal onBar(MarketBar market) {
    TickBar ticks = market.ticks();
    if (!ticks.hasBook()) {
      return LiquidityFlow.NO_BOOK;
    }
    double depth = ticks.depth(levels);
    double spread = ticks.absoluteSpread();
    double imbalance = ticks.imbalance(levels);
    depths.add(depth);
    spreads.add(spread);
    imbalances.add(Math.abs(imbalance));
    if (!depths.isReady()) {
      return Signal.WARMUP;
    }
    double rounding = Microstructure.ROUNDING_ULPS * Math.ulp(market.bar().close());
    double liquidity = (depths.mid() + 1 - spreads.mid(rounding)) / 2;
    return decide(imbalance, liquidity, new double[] {imbalance, liquidity, depth, spread});
  }

  private Signal decide(double imbalance, double liquidity, double[] attributes) {
    double size = Math.abs(imbalance);
    boolean leans = size > Math.min(leastImbalance, imbalances.value(RARE));
    // A time-weighted mean of ones may be one by a rounding error more.
    double confidence = Math.min(1, size);
    if (!leans || !(liquidity > leastLiquidity)) {
      return Signal.of(Action.HOLD, 0, confidence, attributes);
    }
    return imbalance > 0
        ? Signal.of(Action.BUY, 1, confidence, attributes)
        : Signal.of(Action.SELL, -1, confidence, attributes);
  }

  @Override
  public void save(DataOutput out) throws IOException {
    depths.save(out);
    spreads.save(out);
    imbalances.save(out);
  }

  @Override
  public void load(DataInput in) throws IOException {
    depths.load(in);
    spreads.load(in);
    imbalances.load(in);
  }
}
