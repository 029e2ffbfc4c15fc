package io.mirrorcore.power;

/**
 * Somebody who holds the sleeves of a market and decides with what was seen before.
 *
 * @see Allocators
 */
interface Allocator {

  /** A new one, for one market. */
  Run start();

  /** What is held in one market, decided period by period. */
  interface Run {

    /**
     * The return of a period by what is held, then what is held for the next.
     *
     * @param row n returns of the period
     */
    double step(double[] row);
  }
}
