package io.mirrorcore.estimate;

import java.util.SplittableRandom;

/**
 * Rows to draw for one bootstrap sample of a time series: Politis &amp; Romano (1994), "The
 * stationary bootstrap". Blocks of geometric length keep the dependence between neighbouring bars
 * that drawing single rows destroys; the window closes to a circle, so that its ends are drawn as
 * often as its middle.
 */
public final class StationaryBootstrap {

  private StationaryBootstrap() {}

  /**
   * Draws the rows of one sample.
   *
   * @param observations rows to draw from, 1 or more
   * @param size rows to draw, 0 or more
   * @param meanBlock mean length of a block in rows, 1 or more; 1 draws independent rows
   * @param random the only source of chance: the same state gives the same rows
   * @return {@code size} row numbers in {@code [0, observations)}, in the order of the sample
   */
  public static int[] draw(int observations, int size, double meanBlock, SplittableRandom random) {
    if (observations < 1) {
      throw new IllegalArgumentException("observations must be at least 1; have " + observations);
    }
    if (size < 0) {
      throw new IllegalArgumentException("size must be at least 0; have " + size);
    }
    if (!(meanBlock >= 1)) {
      throw new IllegalArgumentException("meanBlock must be at least 1; have " + meanBlock);
    }
    double restart = 1 / meanBlock;
    int[] rows = new int[size];
    for (int k = 0; k < size; k++) {
      boolean startsBlock = k == 0 || random.nextDouble() < restart;
      rows[k] = startsBlock ? uniform(observations, random) : (rows[k - 1] + 1) % observations;
    }
    return rows;
  }

  /** Not {@code nextInt(bound)}, whose algorithm has changed between Java releases. */
  private static int uniform(int bound, SplittableRandom random) {
    return (int) (random.nextDouble() * bound);
  }
}
