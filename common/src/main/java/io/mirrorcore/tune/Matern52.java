package io.mirrorcore.tune;

/**
 * The Matern covariance with nu = 5/2 and a length scale for each dimension (Rasmussen and Williams
 * 2006, equation 4.17): functions that are twice differentiable, which is smooth enough to learn
 * from few points and rough enough not to ring between them, as the squared exponential does.
 *
 * <pre>
 *   k(a, b) = v (1 + sqrt(5) r + 5/3 r^2) exp(-sqrt(5) r),   r^2 = sum_d ((a_d - b_d) / l_d)^2
 * </pre>
 *
 * @param variance v of the function, above 0, in the square of the outputs' unit
 * @param lengthScales l, above 0, in the unit of the inputs
 */
@SuppressWarnings("ArrayRecordComponent") // never compared as a whole
record Matern52(double variance, double[] lengthScales) {

  private static final double ROOT_5 = Math.sqrt(5);

  Matern52 {
    positive("variance", variance);
    for (double scale : lengthScales) {
      positive("length scale", scale);
    }
  }

  private static void positive(String name, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + " must be above 0 and finite; have " + value);
    }
  }

  double of(double[] a, double[] b) {
    double squares = 0;
    for (int d = 0; d < lengthScales.length; d++) {
      double z = (a[d] - b[d]) / lengthScales[d];
      squares += z * z;
    }
    double r = ROOT_5 * Math.sqrt(squares);
    return variance * (1 + r + r * r / 3) * StrictMath.exp(-r);
  }
}
