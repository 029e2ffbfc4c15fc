package io.mirrorcore.strategy.flow;

import io.mirrorcore.indicator.RollingRank;
import io.mirrorcore.market.tick.Tick;
import io.mirrorcore.market.tick.TickBar;
import io.mirrorcore.signal.Action;
import io.mirrorcore.signal.Signal;
import io.mirrorcore.strategy.Edition;
import io.mirrorcore.strategy.MarketBar;
import io.mirrorcore.strategy.Parameter;
import io.mirrorcore.strategy.Parameters;
import io.mirrorcore.strategy.SymbolStrategy;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/**
 * LIQUIDITY_FLOW: trades with the heavier side of the order book, while the market is liquid;
 * level.
 *
 * <pre>
 *   imbalance, depth, spread: time-weighted over the bar (see TickBar)
 *   liquidity = (rank(depth) + 1 - rank(spread)) / 2
 *   BUY: imbalance &gt; threshold and liquidity &gt; its threshold     SELL: imbalance &lt; -threshold, same
 *   confidence = |imbalance|
 * </pre>
 *
 * <p>A snapshot of the book at the close would be one draw of a noisy and easily spoofed number;
 * the average over time is what rested. Ranks count bars that had a book; a bar without one says
 * HOLD, label NO_BOOK, also during warm-up.
 *
 * <p>Edition 2 ({@link MidRankedBook}): where the spread is one tick its rank is 1 at every bar and
 * liquidity never exceeds 0.5: no trade, although the imbalance is above 0.6 in a tenth of the
 * bars; in other shares the imbalance hardly ever is. There ranks are mid-ranks, of the spread in
 * price units (the relative one mirrors the price), and the imbalance is measured by its own
 * history too.
 */
public final class LiquidityFlow implements SymbolStrategy {

  private static final Parameter DEPTH_LEVELS =
      Parameter.integer("depth-levels", 5, 1, Tick.MAX_LEVELS, "levels of the book to look at");
  private static final Parameter IMBALANCE =
      Parameter.real("imbalance", 0.6, 0, 1, "least imbalance of the book's two sides");
  private static final Parameter LIQUIDITY =
      Parameter.real("liquidity", 0.7, 0, 1, "least liquidity, ranked in its own history");
  private static final Parameter RANK_WINDOW =
      Parameter.integer("rank-window", 100, 2, 10_000, "bars with a book that liquidity ranks in");

  static final Signal NO_BOOK = Signal.flat("NO_BOOK");

  @Override
  public String id() {
    return "LIQUIDITY_FLOW";
  }

  @Override
  public Input input() {
    return Input.TICKS;
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(Edition.PARAMETER, DEPTH_LEVELS, IMBALANCE, LIQUIDITY, RANK_WINDOW);
  }

  @Override
  public List<String> attributes() {
    return List.of("imbalance", "liquidity", "depth", "spread");
  }

  @Override
  public boolean needsAbsoluteSpread(Parameters parameters) {
    return parameters.edition() == Edition.SECOND;
  }

  @Override
  public SymbolStrategy.Machine machine(Parameters parameters) {
    return parameters.edition() == Edition.FIRST
        ? new Machine(parameters)
        : new MidRankedBook(
            parameters.integer(DEPTH_LEVELS),
            parameters.real(IMBALANCE),
            parameters.real(LIQUIDITY),
            parameters.integer(RANK_WINDOW));
  }

  private static final class Machine implements SymbolStrategy.Machine {

    private final int levels;
    private final double leastImbalance;
    private final double leastLiquidity;
    private final RollingRank depths;
    private final RollingRank spreads;

    Machine(Parameters parameters) {
      levels = parameters.integer(DEPTH_LEVELS);
      leastImbalance = parameters.real(IMBALANCE);
      leastLiquidity = parameters.real(LIQUIDITY);
      depths = new RollingRank(parameters.integer(RANK_WINDOW));
      spreads = new RollingRank(parameters.integer(RANK_WINDOW));
    }

    @Override
    public Signal onBar(MarketBar market) {
      TickBar ticks = market.ticks();
      if (!ticks.hasBook()) {
        return NO_BOOK;
      }
      double depth = ticks.depth(levels);
      double spread = ticks.relativeSpread();
      depths.add(depth);
      spreads.add(spread);
      if (!depths.isReady()) {
        return Signal.WARMUP;
      }
      double imbalance = ticks.imbalance(levels);
      double liquidity = (depths.value() + 1 - spreads.value()) / 2;
      return decide(imbalance, liquidity, new double[] {imbalance, liquidity, depth, spread});
    }

    private Signal decide(double imbalance, double liquidity, double[] attributes) {
      // A time-weighted mean of ones may be one by a rounding error more.
      double confidence = Math.min(1, Math.abs(imbalance));
      boolean liquid = liquidity > leastLiquidity;
      if (liquid && imbalance > leastImbalance) {
        return Signal.of(Action.BUY, 1, confidence, attributes);
      }
      if (liquid && imbalance < -leastImbalance) {
        return Signal.of(Action.SELL, -1, confidence, attributes);
      }
      return Signal.of(Action.HOLD, 0, confidence, attributes);
    }

    @Override
    public void save(DataOutput out) throws IOException {
      depths.save(out);
      spreads.save(out);
    }

    @Override
    public void load(DataInput in) throws IOException {
      depths.load(in);
      spreads.load(in);
    }
  }
}
