package io.mirrorcore.optimize.quadratic;

/**
 * Newton's step for the free weights alone, the others held and the sum kept: what both phases of
 * {@link MeanVarianceSolver} ask for, round after round. {@link FreeBlock} starts from nothing each
 * time and copes with every curvature; {@link UpdatedBlock} carries its factor over and wants it
 * positive.
 */
interface NewtonStep {

  /**
   * Prepares steps for a free set; costs nothing when it is the one prepared last.
   *
   * @param free the free strategies, ascending, in the first {@code m >= 1} entries
   */
  void factor(int[] free, int m);

  /** Makes further steps depend on the free set alone, to the bit, and not on those before it. */
  void forgetHistory();

  /** Whether the curvature is positive in every direction that keeps the sum: one Newton step. */
  boolean isDefinite();

  /**
   * The step from where the gradient was taken.
   *
   * @param gradient all n entries of the gradient; those of free strategies are read
   * @param tolerance a gradient this small along a direction of zero curvature is none
   * @param step receives m entries that sum to 0
   * @return true for a Newton step, to be taken whole; false for a ray of zero curvature
   */
  boolean step(double[] gradient, double tolerance, double[] step);

  /** {@code d'Hd} of a ray that {@link #step} has given, on the free strategies. */
  double curvature(double[] step);

  /** Free sets prepared so far. */
  int factorisations();
}
