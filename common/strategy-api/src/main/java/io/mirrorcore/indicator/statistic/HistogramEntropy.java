package io.mirrorcore.indicator.statistic;

import io.mirrorcore.indicator.Window;
import io.mirrorcore.state.Stateful;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Shannon entropy of the last n inputs in bins of equal width between their least and greatest.
 *
 * <pre>
 *   H = -sum p_i log2 p_i,  p_i = count_i / n        in [0, log2 bins] bits
 *   bin i: edge_i &lt;= x &lt; edge_(i+1), the last one closed;  edge_i = min + i (max - min) / bins
 * </pre>
 *
 * <p>The p_i are probabilities. The textbook version takes a histogram's <em>densities</em>, whose
 * sum depends on the width of the bins: its entropy changes with the unit of the inputs and can be
 * negative. Edges are those of NumPy's {@code histogram}. Inputs that are all equal share one bin:
 * 0 bits. Source: C. E. Shannon, "A mathematical theory of communication" (1948).
 */
public final class HistogramEntropy implements Stateful {

  private static final double LN_2 = StrictMath.log(2);

  private final Window window;
  private final int[] counts;

  /**
   * @param period n, at least 1
   * @param bins at least 2
   */
  public HistogramEntropy(int period, int bins) {
    if (period < 1) {
      throw new IllegalArgumentException("period must be at least 1; have " + period);
    }
    if (bins < 2) {
      throw new IllegalArgumentException("bins must be at least 2; have " + bins);
    }
    window = new Window(period);
    counts = new int[bins];
  }

  public void add(double input) {
    window.add(input);
  }

  /** Whether n inputs have been seen. */
  public boolean isReady() {
    return window.isFull();
  }

  /** H of the inputs in the window, of which there must be at least one. */
  public double bits() {
    count();
    double sum = 0;
    for (int count : counts) {
      if (count > 0) {
        double p = (double) count / window.size();
        sum -= p * (StrictMath.log(p) / LN_2);
      }
    }
    return Math.max(0, sum);
  }

  /** The entropy of inputs spread evenly over all bins: log2(bins). */
  public double mostBits() {
    return StrictMath.log(counts.length) / LN_2;
  }

  private void count() {
    double least = window.newest();
    double greatest = window.newest();
    for (int i = 0; i < window.size(); i++) {
      least = Math.min(least, window.get(i));
      greatest = Math.max(greatest, window.get(i));
    }
    Arrays.fill(counts, 0);
    double width = (greatest - least) / counts.length;
    for (int i = 0; i < window.size(); i++) {
      counts[bin(window.get(i), least, width)]++;
    }
  }

  private int bin(double input, double least, double width) {
    int last = counts.length - 1;
    // NaN where the width is 0, and then bin 0.
    int bin = Math.min(last, (int) ((input - least) / width));
    // The quotient is rounded: the edges decide.
    if (bin > 0 && input < least + bin * width) {
      return bin - 1;
    }
    return bin < last && width > 0 && input >= least + (bin + 1) * width ? bin + 1 : bin;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    window.save(out);
  }

  @Override
  public void load(DataInput in) throws IOException {
    window.load(in);
  }
}
