package io.mirrorcore.indicator.statistic;

import io.mirrorcore.indicator.Window;
import io.mirrorcore.state.Stateful;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Shannon entropy of the newest of the last n inputs, in bins that a few outliers do not move.
 *
 * <pre>
 *   bin(x) = floor((x - median) / (0.4 s)) + bins / 2, clamped to 0 .. bins - 1     {@link RobustScale}
 *   H = -sum p_i log2 p_i,  p_i = count_i / m                     in [0, log2 bins] bits
 * </pre>
 *
 * <p>Bins between the least and the greatest input, as {@link HistogramEntropy} has them, measure
 * the largest outlier: one crash makes the bins so wide that everything else shares a few, and the
 * hours after it look orderly. These are laid by what the last n inputs usually do. Counts are
 * sorted before they are summed, so that the same counts in other bins give the same entropy to the
 * last bit. Where more than half of the inputs are the same there are no bins: 0 bits.
 */
public final class RobustEntropy implements Stateful {

  private static final double LN_2 = StrictMath.log(2);

  /** Width of a bin in robust deviations: twenty of them cover four on either side. */
  private static final double WIDTH = 0.4;

  private final RobustScale scale;
  private final int[] counts;

  /**
   * @param period n, inputs that the bins are laid by, at least 1
   * @param bins at least 2
   */
  public RobustEntropy(int period, int bins) {
    if (bins < 2) {
      throw new IllegalArgumentException("bins must be at least 2; have " + bins);
    }
    scale = new RobustScale(period);
    counts = new int[bins];
  }

  public void add(double input) {
    scale.add(input);
  }

  /** Whether n inputs have been seen. */
  public boolean isReady() {
    return scale.isReady();
  }

  /**
   * H of the newest inputs.
   *
   * @param newest m, at least 1 and at most the inputs seen
   */
  public double bits(int newest) {
    double width = WIDTH * scale.scale();
    if (!(width > 0)) {
      return 0;
    }
    count(newest, width);
    Arrays.sort(counts);
    double sum = 0;
    for (int count : counts) {
      if (count > 0) {
        double p = (double) count / newest;
        sum -= p * (StrictMath.log(p) / LN_2);
      }
    }
    return Math.max(0, sum);
  }

  private void count(int newest, double width) {
    Window inputs = scale.window();
    int middle = counts.length / 2;
    Arrays.fill(counts, 0);
    for (int back = 0; back < newest; back++) {
      double steps = Math.floor((inputs.latest(back) - scale.median()) / width);
      double bin = Math.max(0, Math.min(counts.length - 1, steps + middle));
      counts[(int) bin]++;
    }
  }

  /** The entropy of inputs spread evenly over all bins: log2(bins). */
  public double mostBits() {
    return StrictMath.log(counts.length) / LN_2;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    scale.save(out);
  }

  @Override
  public void load(DataInput in) throws IOException {
    scale.load(in);
  }
}
