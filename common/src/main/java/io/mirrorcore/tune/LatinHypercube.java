package io.mirrorcore.tune;

import java.util.SplittableRandom;

/**
 * Latin hypercube design: n points in the unit cube such that each of n equal slices of every axis
 * holds exactly one (McKay, Beckman and Conover 1979), so that a first sample covers the range of
 * every variable. Of {@value #DRAWS} random designs the one is taken whose two closest points are
 * farthest apart (Johnson, Moore and Ylvisaker 1990), since a single one may by chance lie along a
 * diagonal.
 */
final class LatinHypercube {

  private static final int DRAWS = 64;

  private LatinHypercube() {}

  /**
   * The places.
   *
   * @param n how many, at least 1
   * @param dimensions of the cube
   * @return n x dimensions, in [0, 1)
   */
  static double[][] of(int n, int dimensions, SplittableRandom random) {
    double[][] best = draw(n, dimensions, random);
    for (int i = 1; i < DRAWS; i++) {
      double[][] other = draw(n, dimensions, random);
      best = closest(other) > closest(best) ? other : best;
    }
    return best;
  }

  private static double[][] draw(int n, int dimensions, SplittableRandom random) {
    double[][] places = new double[n][dimensions];
    for (int d = 0; d < dimensions; d++) {
      int[] slices = permutation(n, random);
      for (int i = 0; i < n; i++) {
        places[i][d] = (slices[i] + random.nextDouble()) / n;
      }
    }
    return places;
  }

  private static int[] permutation(int n, SplittableRandom random) {
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }

  /** Square of the least distance between two places. */
  private static double closest(double[][] places) {
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < places.length; i++) {
      for (int j = 0; j < i; j++) {
        double squares = 0;
        for (int d = 0; d < places[i].length; d++) {
          squares += (places[i][d] - places[j][d]) * (places[i][d] - places[j][d]);
        }
        least = Math.min(least, squares);
      }
    }
    return least;
  }
}
