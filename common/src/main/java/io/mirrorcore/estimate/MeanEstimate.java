package io.mirrorcore.estimate;

/**
 * Expected returns by some {@link MeanMethod}.
 *
 * @param mean N expected returns per bar
 * @param shrinkage share of the common value in each mean, in [0, 1]; 0 for a method without
 *     shrinkage
 */
@SuppressWarnings("ArrayRecordComponent") // numbers in bulk; never compared as a whole
record MeanEstimate(double[] mean, double shrinkage) {

  /** Means as they are, not shrunk. */
  static MeanEstimate of(double[] mean) {
    return new MeanEstimate(mean, 0);
  }
}
