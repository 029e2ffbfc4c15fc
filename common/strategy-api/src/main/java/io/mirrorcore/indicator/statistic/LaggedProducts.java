package io.mirrorcore.indicator.statistic;

/**
 * The cross-products of the lags of two series that {@link GrangerCausality} needs, from running
 * sums.
 *
 * <pre>
 *   E_ij(k) = sum over t = k .. T-1 of y_(t-i) x_(t-j)        i, j = 0 .. k
 * </pre>
 *
 * <p>Along a diagonal d = i - j all entries of E(K), K the largest lag, share the products of the
 * window but for at most K at either end. Only this shared <em>core</em> is kept and slid, 2 K + 1
 * numbers a pair; the products at the ends are added to it whenever an E is asked for, and E(k-1)
 * is the upper left of E(k) plus its one additional row. So sliding costs O(K), all E(k) together
 * O(K^2) entries a lag, and only products that leave the core are ever subtracted.
 *
 * <p>An instance is working space of one thread; its sums can be computed again, so none is saved.
 */
final class LaggedProducts {

  private final int window;
  private final int maxLag;
  private final int size;
  private final double[] entries;

  LaggedProducts(int window, int maxLag) {
    this.window = window;
    this.maxLag = maxLag;
    size = maxLag + 1;
    entries = new double[size * size];
  }

  /**
   * The core as it was {@code ago} inputs ago, from nothing but the values.
   *
   * @param cores where it is put, its first number at {@code from}
   * @param ago 0 to T - 1
   */
  void afresh(LaggedSeries y, LaggedSeries x, double[] cores, int from, int ago) {
    int middle = from + maxLag;
    int origin = window - ago;
    for (int d = 0; d <= maxLag; d++) {
      cores[middle + d] = product(y.values(), x.values(), d, origin);
      cores[middle - d] = product(x.values(), y.values(), d, origin);
    }
  }

  /** sum of p_s q_(s+d) over s = K-d .. T-1-K, from index {@code origin} on. */
  private double product(double[] p, double[] q, int d, int origin) {
    double sum = 0;
    for (int s = origin + maxLag - d; s < origin + window - maxLag; s++) {
      sum += p[s] * q[s + d];
    }
    return sum;
  }

  /** Moves a core that ended {@code ago} + 1 inputs ago on by one. */
  void slide(LaggedSeries y, LaggedSeries x, double[] cores, int from, int ago) {
    int middle = from + maxLag;
    double[] p = y.values();
    double[] q = x.values();
    int in = 2 * window - 1 - maxLag - ago;
    int out = window + maxLag - 1 - ago;
    cores[middle] += p[in] * q[in] - p[out] * q[out];
    for (int d = 1; d <= maxLag; d++) {
      cores[middle + d] += p[in] * q[in + d] - p[out - d] * q[out];
      cores[middle - d] += q[in] * p[in + d] - q[out - d] * p[out];
    }
  }

  /** Makes {@link #at} answer for E(K). */
  void open(LaggedSeries y, LaggedSeries x, double[] cores, int from) {
    int middle = from + maxLag;
    for (int d = 0; d <= maxLag; d++) {
      diagonal(y.values(), x.values(), d, cores[middle + d], size, 1);
    }
    for (int d = 1; d <= maxLag; d++) {
      diagonal(x.values(), y.values(), d, cores[middle - d], 1, size);
    }
  }

  /** Entries (i, i - d) of p_(t-i) q_(t-i+d), stored with these strides. */
  private void diagonal(double[] p, double[] q, int d, double core, int stride, int stride2) {
    double end = 0;
    int last = 2 * window;
    for (int i = maxLag; i >= d; i--) {
      entries[i * stride + (i - d) * stride2] = end;
      end += i > d ? p[last - i] * q[last - i + d] : 0;
    }
    double start = core;
    for (int i = d; i <= maxLag; i++) {
      entries[i * stride + (i - d) * stride2] += start;
      int s = window + maxLag - i - 1;
      start += i < maxLag ? p[s] * q[s + d] : 0;
    }
  }

  /** E_ij of the lag that was last opened or descended to. */
  double at(int i, int j) {
    return entries[i * size + j];
  }

  /** From E(k) to E(k-1): row t = k-1 comes in. */
  void descend(LaggedSeries y, LaggedSeries x, int k) {
    double[] p = y.values();
    double[] q = x.values();
    int t = window + k - 1;
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        entries[i * size + j] += p[t - i] * q[t - j];
      }
    }
  }
}
