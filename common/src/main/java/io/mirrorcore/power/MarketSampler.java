package io.mirrorcore.power;

import java.util.Random;

/** Draws the returns of a market whose truth is known. */
public interface MarketSampler {

  /** The truth. */
  AssumedMarket truth();

  /**
   * One market.
   *
   * @param periods rows, 1 or more
   * @param random the only source of chance
   * @return {@code periods x n} returns, oldest first
   */
  double[][] draw(int periods, Random random);
}
