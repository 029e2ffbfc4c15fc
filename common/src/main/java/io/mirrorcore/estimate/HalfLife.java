package io.mirrorcore.estimate;

/** Weights of which each is half of that a half-life later; they add up to 1. */
final class HalfLife {

  private HalfLife() {}

  /**
   * {@code 2^(-(rows-1-t) / halfLife)}, divided by their sum. By multiplication, and StrictMath for
   * the one power: Math.pow may differ between machines.
   *
   * @param rows how many, 1 or more; the newest last
   * @param halfLife in rows, above 0
   */
  static double[] weights(int rows, double halfLife) {
    double decay = StrictMath.pow(0.5, 1 / halfLife);
    double[] weights = new double[rows];
    double weight = 1;
    double sum = 0;
    for (int t = rows - 1; t >= 0; t--) {
      weights[t] = weight;
      sum += weight;
      weight *= decay;
    }
    for (int t = 0; t < rows; t++) {
      weights[t] /= sum;
    }
    return weights;
  }
}
