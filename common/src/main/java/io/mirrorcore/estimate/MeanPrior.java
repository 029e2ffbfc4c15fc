package io.mirrorcore.estimate;

/**
 * Shrinks means towards 0 by the evidence that they have: the posterior under a prior of annual
 * Sharpe ratios around 0.
 *
 * <pre>
 *   p ~ N(0, S0^2),  s | p ~ N(p, 1/T)      T years of returns that count
 *   E(p|s) = s T / (T + 1/S0^2),  and so of mu
 * </pre>
 *
 * For means of less than a day: 19 minutes are a 5,000th of a year, and what they earned says
 * nothing about the next. Of days it takes away nine tenths and more, so that there it is a change
 * of the guide and not a repair.
 *
 * @param deviation S0, what annual Sharpe ratios are thought to differ by, above 0
 */
public record MeanPrior(double deviation) {

  public MeanPrior {
    if (!(deviation > 0 && deviation < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("deviation must be above 0; have " + deviation);
    }
  }

  /** What is left of a mean, in [0, 1). */
  public double share(double effectiveRows, double periodsPerYear) {
    double years = effectiveRows / periodsPerYear;
    return years / (years + 1 / (deviation * deviation));
  }

  /**
   * The means that remain.
   *
   * @param mean per period; not changed
   * @param effectiveRows periods that count, {@link MeanMethod#effectiveRows}
   * @param periodsPerYear above 0
   */
  public double[] shrunk(double[] mean, double effectiveRows, double periodsPerYear) {
    double share = share(effectiveRows, periodsPerYear);
    double[] shrunk = mean.clone();
    for (int i = 0; i < shrunk.length; i++) {
      shrunk[i] *= share;
    }
    return shrunk;
  }
}
