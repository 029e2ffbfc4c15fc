package io.mirrorcore.local.simulator;

import io.mirrorcore.local.simulator.market.RandomStream;

/**
 * A large order that somebody works through many bars, now and then: first the book and the trades
 * lean to one side, then the price follows, and goes on for a few bars after the order is done.
 * Strategies on order flow can find it.
 */
final class LargeOrder {

  private static final double BEGINS = 1.0 / 400;
  private static final int SHORTEST = 24;
  private static final int LONGEST = 48;

  /** Bars that the price still moves after the order is done. */
  private static final int AFTERMATH = 8;

  /** Change of price per bar that the order causes, in volatilities of a bar. */
  private static final double IMPACT = 0.2;

  private final RandomStream random;
  private int direction;
  private int age;
  private int length;

  LargeOrder(RandomStream random) {
    this.random = random;
  }

  void advance() {
    boolean begins = random.chance(BEGINS);
    age++;
    if (direction != 0 && age >= length + AFTERMATH) {
      direction = 0;
    } else if (direction == 0 && begins) {
      direction = random.chance(0.5) ? 1 : -1;
      length = random.between(SHORTEST, LONGEST);
      age = 0;
    }
  }

  /** +1 while a large buyer is at work, -1 while a large seller is, else 0. */
  int side() {
    return age < length ? direction : 0;
  }

  /** What it adds to the price in this bar, in volatilities of a bar. */
  double drift() {
    return age >= length / 3 ? IMPACT * direction : 0;
  }
}
