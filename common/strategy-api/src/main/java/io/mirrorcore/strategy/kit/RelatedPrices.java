package io.mirrorcore.strategy.kit;

import io.mirrorcore.market.Bar;
import java.util.SplittableRandom;

/**
 * Filter that makes related pairs out of independent symbols: S1 is S0 with a spread that reverts,
 * S3 does what S2 did a bar before. Bars of S0 and S2 pass as they are; extreme prices stay
 * extreme.
 */
final class RelatedPrices {

  private SplittableRandom random;
  private double anchor = 100;
  private double spread;
  private double leader = 100;
  private double leaderMove;
  private double follower = 100;

  RelatedPrices(long seed) {
    random = new SplittableRandom(seed);
  }

  void diverge(long seed) {
    random = new SplittableRandom(seed);
  }

  /** The bar of one symbol; to be asked in order of symbol. */
  Bar bar(Bar own) {
    switch (own.symbol()) {
      case "S0" -> anchor = own.close();
      case "S1" -> {
        spread = 0.6 * spread + random.nextDouble(-0.004, 0.004);
        return at(own, anchor * StrictMath.exp(spread));
      }
      case "S2" -> {
        leaderMove = StrictMath.log(own.close() / leader);
        leader = own.close();
      }
      default -> {
        // S2's move of this bar comes in at the next one of S3.
        Bar bar = at(own, follower * StrictMath.exp(random.nextDouble(-0.003, 0.003)));
        follower = Math.min(1e8, Math.max(1e-8, follower * StrictMath.exp(0.8 * leaderMove)));
        return bar;
      }
    }
    return own;
  }

  private static Bar at(Bar bar, double price) {
    double close = Math.min(1e8, Math.max(1e-8, price));
    return new Bar(bar.symbol(), bar.time(), close, close, close, close, bar.volume());
  }
}
