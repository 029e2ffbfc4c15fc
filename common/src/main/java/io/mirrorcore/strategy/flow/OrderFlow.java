package io.mirrorcore.strategy.flow;

import io.mirrorcore.indicator.Ratio;
import io.mirrorcore.indicator.Window;
import io.mirrorcore.market.tick.TickBar;
import io.mirrorcore.state.Stateful;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * The last n signed trades of a symbol, of one bar or across bars, with three measures of who is
 * trading: imbalance, Kyle's lambda and VPIN.
 *
 * <p>A trade whose side is unknown is kept with signed size 0: it takes a place in the window and
 * adds nothing to a measure.
 */
final class OrderFlow implements Stateful {

  /** Equal-volume buckets that the window is cut into: ten trades each on average, by default. */
  private static final int BUCKETS = 10;

  private final Window signedSizes;
  private final Window mids;

  /**
   * @param trades n, at least 1
   */
  OrderFlow(int trades) {
    signedSizes = new Window(trades);
    mids = new Window(trades);
  }

  void add(TickBar ticks) {
    for (int i = 0; i < ticks.trades(); i++) {
      signedSizes.add(ticks.signedSize(i));
      mids.add(ticks.mid(i));
    }
  }

  /** The trades of one bar, nothing before them. */
  static OrderFlow of(TickBar ticks) {
    OrderFlow flow = new OrderFlow(ticks.trades());
    flow.add(ticks);
    return flow;
  }

  /** The newest of these trades. */
  OrderFlow newest(int trades) {
    OrderFlow flow = new OrderFlow(trades);
    for (int i = Math.max(0, signedSizes.size() - trades); i < signedSizes.size(); i++) {
      flow.signedSizes.add(signedSizes.get(i));
      flow.mids.add(mids.get(i));
    }
    return flow;
  }

  boolean isFull() {
    return signedSizes.isFull();
  }

  /** (buys - sells) / (buys + sells) by number of trades, in [-1, 1]; 0 where no side is known. */
  double imbalance() {
    int net = 0;
    int known = 0;
    for (int i = 0; i < signedSizes.size(); i++) {
      int side = (int) Math.signum(signedSizes.get(i));
      net += side;
      known += Math.abs(side);
    }
    return Ratio.of(net, known, 0);
  }

  /**
   * Price impact: Kyle, "Continuous Auctions and Insider Trading", Econometrica 53 (1985), as the
   * least-squares slope (with intercept) of the mid's change from one trade to the next on the
   * signed size of the first of the two, which is the one that moved it. In price per unit of size;
   * 0 where fewer than two pairs have a mid or all sizes are the same.
   */
  double kyleLambda() {
    int pairs = 0;
    double meanSize = 0;
    double meanChange = 0;
    double sizeSquares = 0;
    double products = 0;
    for (int i = 0; i + 1 < signedSizes.size(); i++) {
      double change = mids.get(i + 1) - mids.get(i);
      if (!Double.isNaN(change)) {
        // Welford's update: sums of raw products cancel where sizes are large and alike.
        pairs++;
        double size = signedSizes.get(i);
        double deviation = size - meanSize;
        meanSize += deviation / pairs;
        meanChange += (change - meanChange) / pairs;
        sizeSquares += deviation * (size - meanSize);
        products += deviation * (change - meanChange);
      }
    }
    return Ratio.of(products, sizeSquares, 0);
  }

  /**
   * Volume-synchronised probability of informed trading: Easley, Lopez de Prado and O'Hara, "Flow
   * Toxicity and Liquidity in a High-frequency World", RFS 25 (2012), eq. 3: the mean of |buys -
   * sells| over buckets of equal volume, as a share of the bucket. The paper guesses each bar's
   * buys and sells from its price change; here they are known trade by trade, a trade that spans
   * two buckets being split. In [0, 1]; 0 without volume.
   */
  double vpin() {
    double volume = 0;
    for (int i = 0; i < signedSizes.size(); i++) {
      volume += Math.abs(signedSizes.get(i));
    }
    double bucket = volume / BUCKETS;
    return bucket > 0 ? Math.min(1, Ratio.of(bucketImbalances(bucket), volume, 0)) : 0;
  }

  private double bucketImbalances(double bucket) {
    double sum = 0;
    double filled = 0;
    double net = 0;
    for (int i = 0; i < signedSizes.size(); i++) {
      double side = Math.signum(signedSizes.get(i));
      double left = Math.abs(signedSizes.get(i));
      while (left > 0) {
        double part = Math.min(left, bucket - filled);
        left -= part;
        filled += part;
        net += side * part;
        if (filled >= bucket) {
          sum += Math.abs(net);
          filled = 0;
          net = 0;
        }
      }
    }
    return sum + Math.abs(net);
  }

  @Override
  public void save(DataOutput out) throws IOException {
    signedSizes.save(out);
    mids.save(out);
  }

  @Override
  public void load(DataInput in) throws IOException {
    signedSizes.load(in);
    mids.load(in);
  }
}
