package io.mirrorcore.tune;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Maximum-likelihood choice of length scales, variance and noise of a {@link GaussianProcess}
 * (Rasmussen and Williams 2006, section 5.4.1). The variance has a closed form once the rest is
 * given, so it is not searched for:
 *
 * <pre>
 *   K = v C,  C = k_1(X, X) + q I:   v = y' inv(C) y / n,   noise s^2 = q v
 * </pre>
 *
 * <p>Length scales are in [0.05, 10] of a unit cube, the noise ratio q in [1e-6, 1]: few points
 * cannot tell values beyond these apart. The likelihood may have several local maxima, so it is
 * evaluated on a coarse lattice first, and {@link PatternSearch} climbs from the {@value #CLIMBS}
 * highest points of it that have no higher neighbour. No random number is drawn.
 */
final class MarginalLikelihood {

  private static final double[] LENGTHS = {0.07, 0.25, 0.8, 2.5, 8};
  private static final double[] NOISES = {1e-6, 1e-4, 1e-2, 0.3};
  private static final double[] LENGTH_RANGE = {0.05, 10};
  private static final double[] NOISE_RANGE = {1e-6, 1};
  private static final int CLIMBS = 6;

  /** In logarithms; at the last step the likelihood is flat to some 1e-4. */
  private static final double FIRST_STEP = 0.5;

  private static final double LAST_STEP = 0.01;

  /** Outputs are of order 1: below this they do not vary, and any prior explains them. */
  private static final double LEAST_VARIANCE = 1e-10;

  private final double[][] x;
  private final double[] y;
  private final int dimensions;

  private MarginalLikelihood(double[][] x, double[] y) {
    this.x = x;
    this.y = y;
    dimensions = x[0].length;
  }

  /**
   * The process of greatest likelihood.
   *
   * @param x inputs, n x D, in [0, 1]
   * @param y outputs, standardised
   */
  static GaussianProcess fit(double[][] x, double[] y) {
    MarginalLikelihood likelihood = new MarginalLikelihood(x, y);
    return likelihood.process(likelihood.best());
  }

  private double[] best() {
    PatternSearch search = new PatternSearch(bounds(0), bounds(1), FIRST_STEP, LAST_STEP);
    return peaks().stream()
        .map(start -> search.climb(start, this::logLikelihood))
        .max(Comparator.comparingDouble(this::logLikelihood))
        .orElseThrow();
  }

  /** Places of the lattice that are as high as their neighbours along the axes, highest first. */
  private List<double[]> peaks() {
    int[] radix = radix();
    List<double[]> lattice = lattice(radix);
    double[] heights = lattice.stream().mapToDouble(this::logLikelihood).toArray();
    return IntStream.range(0, heights.length)
        .filter(i -> isPeak(i, heights, radix))
        .boxed()
        .sorted(Comparator.comparingDouble(i -> -heights[i]))
        .limit(CLIMBS)
        .map(lattice::get)
        .toList();
  }

  /** Values of the lattice along each axis: length scales, then the noise ratio. */
  private int[] radix() {
    int[] radix = new int[dimensions + 1];
    Arrays.fill(radix, LENGTHS.length);
    radix[dimensions] = NOISES.length;
    return radix;
  }

  private static boolean isPeak(int place, double[] heights, int[] radix) {
    int stride = 1;
    for (int values : radix) {
      int digit = place / stride % values;
      if ((digit > 0 && heights[place - stride] > heights[place])
          || (digit < values - 1 && heights[place + stride] > heights[place])) {
        return false;
      }
      stride *= values;
    }
    return true;
  }

  private double[] bounds(int side) {
    double[] bounds = new double[dimensions + 1];
    Arrays.fill(bounds, StrictMath.log(LENGTH_RANGE[side]));
    bounds[dimensions] = StrictMath.log(NOISE_RANGE[side]);
    return bounds;
  }

  /** Logarithms of D length scales and the noise ratio, the first axis fastest. */
  private static List<double[]> lattice(int[] radix) {
    List<double[]> places = new ArrayList<>();
    int count = Arrays.stream(radix).reduce(1, (a, b) -> a * b);
    for (int i = 0; i < count; i++) {
      double[] place = new double[radix.length];
      int rest = i;
      for (int d = 0; d < radix.length; d++) {
        double[] values = d < radix.length - 1 ? LENGTHS : NOISES;
        place[d] = StrictMath.log(values[rest % radix[d]]);
        rest /= radix[d];
      }
      places.add(place);
    }
    return places;
  }

  /** The likelihood at its best variance. */
  private double logLikelihood(double[] logarithms) {
    GaussianProcess unit = unit(logarithms);
    double n = y.length;
    double variance = Math.max(LEAST_VARIANCE, unit.fit() / n);
    return -0.5 * (unit.fit() / variance + n * StrictMath.log(variance) + unit.logDeterminant());
  }

  private GaussianProcess process(double[] logarithms) {
    double variance = Math.max(LEAST_VARIANCE, unit(logarithms).fit() / y.length);
    return new GaussianProcess(
        x, y, new Matern52(variance, lengthScales(logarithms)), variance * noiseRatio(logarithms));
  }

  private GaussianProcess unit(double[] logarithms) {
    return new GaussianProcess(
        x, y, new Matern52(1, lengthScales(logarithms)), noiseRatio(logarithms));
  }

  private double[] lengthScales(double[] logarithms) {
    double[] scales = new double[dimensions];
    for (int d = 0; d < dimensions; d++) {
      scales[d] = StrictMath.exp(logarithms[d]);
    }
    return scales;
  }

  private double noiseRatio(double[] logarithms) {
    return StrictMath.exp(logarithms[dimensions]);
  }
}
