package io.mirrorcore.strategy.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorcore.market.tick.Aggressor;
import io.mirrorcore.market.tick.Tick;
import io.mirrorcore.market.tick.TickFold;
import io.mirrorcore.market.tick.TradeClassifier;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class OrderFlowTest {

  private static final double NEAR = 1e-12;

  private final TradeClassifier classifier = new TradeClassifier();
  private final TickFold fold = new TickFold(1000, 0);
  private long time;

  /** A trade that meets this mid; size negative for a seller's, NaN mid for no quote before. */
  private void trade(double mid, double signedSize) {
    time += 2;
    if (!Double.isNaN(mid)) {
      fold.add(
          Tick.quote("S", time - 1, new double[] {mid - 1, 1}, new double[] {mid + 1, 1}),
          classifier);
    }
    Aggressor side = signedSize > 0 ? Aggressor.BUY : Aggressor.SELL;
    fold.add(Tick.trade("S", time, 100, Math.abs(signedSize), side), classifier);
  }

  private OrderFlow flow(int trades) {
    OrderFlow flow = new OrderFlow(trades);
    flow.add(fold);
    return flow;
  }

  @Test
  void imbalanceCountsTradesAndNotTheirSizes() {
    trade(100, 50);
    trade(100, 1);
    trade(100, 1);
    trade(100, -1000);
    assertThat(flow(10).imbalance()).isEqualTo(0.5);
    assertThat(flow(2).imbalance()).as("the last two").isZero();
  }

  @Test
  void tradesOfUnknownSideDoNotCount() {
    fold.add(Tick.trade("S", 1, 100, 5, Aggressor.UNKNOWN), classifier);
    assertThat(flow(10).imbalance()).isZero();
    trade(100, 5);
    assertThat(flow(10).imbalance()).isEqualTo(1);
  }

  @Test
  void lambdaByHand() {
    // Mid changes after sizes 1, 2, -1: +1, +3, -2. Means 2/3 and 2/3; sum of products
    // (1 + 6 + 2) - 3 * 4/9 = 23/3, of squares 6 - 3 * 4/9 = 14/3. The last trade moved nothing
    // yet.
    trade(100, 1);
    trade(101, 2);
    trade(104, -1);
    trade(102, 99);
    assertThat(flow(10).kyleLambda()).isCloseTo(23.0 / 14, within(NEAR));
  }

  @Test
  void lambdaIsTheImpactThatMadeTheMids() {
    SplittableRandom random = new SplittableRandom(1);
    double mid = 1000;
    for (int i = 0; i < 200; i++) {
      double size = random.nextInt(1, 50) * (random.nextBoolean() ? 1 : -1);
      trade(mid, size);
      mid += 0.25 * size + 0.125;
    }
    assertThat(flow(100).kyleLambda()).isCloseTo(0.25, within(1e-10));
  }

  @Test
  void lambdaIsNeutralWhereItIsUndefined() {
    assertThat(flow(10).kyleLambda()).isZero();
    trade(Double.NaN, 3);
    trade(Double.NaN, 4);
    assertThat(flow(10).kyleLambda()).as("no mids").isZero();
    trade(100, 5);
    trade(101, 5);
    trade(103, 5);
    assertThat(flow(3).kyleLambda()).as("all of one size").isZero();
  }

  @Test
  void vpinByHand() {
    // Volume 20 in ten buckets of 2: +2 | +1 -1 | -2 | -2 | -2 | then ten of +1 -1 each.
    trade(100, 3);
    trade(100, -7);
    for (int i = 0; i < 5; i++) {
      trade(100, 1);
      trade(100, -1);
    }
    assertThat(flow(100).vpin()).isCloseTo((2 + 0 + 2 + 2 + 2) / 20.0, within(NEAR));
  }

  @Test
  void vpinIsOneWhereOneSideTradesAndZeroWhereNobodyDoes() {
    assertThat(flow(10).vpin()).isZero();
    for (double size : new double[] {0.1, 3, 1e-8, 7, 1e8}) {
      trade(100, -size);
    }
    assertThat(flow(10).vpin()).isCloseTo(1, within(NEAR)).isLessThanOrEqualTo(1);
  }
}
