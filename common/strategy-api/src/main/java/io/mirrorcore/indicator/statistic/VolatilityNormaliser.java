package io.mirrorcore.indicator.statistic;

import io.mirrorcore.indicator.Ratio;
import io.mirrorcore.state.Stateful;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Inputs in units of their own volatility up to the one before, clipped.
 *
 * <pre>
 *   sigma_t^2 = sum_k w_k x_(t-k)^2 / sum_k w_k,  k = 1, 2 ..   w_k = 0.5^(k / half_life)
 *   y_t = clip(x_t / sigma_t, -clip, clip)                       0 where nothing moved before
 * </pre>
 *
 * <p>Regressions of one series on another's past presume a constant variance: volatility that comes
 * and goes in both together makes products of independent series large together, and a test of them
 * sees what is not there. Weights are normalised over what has been seen, so that no input is a
 * seed that weighs more than its age allows; ready when all that came before the first would weigh
 * less than 1 %.
 */
public final class VolatilityNormaliser implements Stateful {

  /** What came before the first input no longer matters when it would weigh less than this. */
  private static final double NEGLIGIBLE = 0.01;

  private final double decay;
  private final double clip;

  /** Sum of the weights, the newest input's being 1. */
  private double weight;

  private double meanSquare;

  /**
   * @param halfLife inputs after which one weighs half, more than 0
   * @param clip greatest answer in absolute value, more than 0
   */
  public VolatilityNormaliser(double halfLife, double clip) {
    if (!(halfLife > 0)) {
      throw new IllegalArgumentException("halfLife must be more than 0; have " + halfLife);
    }
    if (!(clip > 0)) {
      throw new IllegalArgumentException("clip must be more than 0; have " + clip);
    }
    decay = StrictMath.pow(0.5, 1 / halfLife);
    this.clip = clip;
  }

  /** Whether the volatility before the next input is known. */
  public boolean isReady() {
    return 1 - weight * (1 - decay) < NEGLIGIBLE;
  }

  /**
   * The next input in units of the volatility before it; then it counts towards that of the next.
   */
  public double next(double input) {
    double normalised = Ratio.of(input, Math.sqrt(meanSquare), 0);
    weight = 1 + decay * weight;
    meanSquare += (input * input - meanSquare) / weight;
    return Math.max(-clip, Math.min(clip, normalised));
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeDouble(weight);
    out.writeDouble(meanSquare);
  }

  @Override
  public void load(DataInput in) throws IOException {
    weight = in.readDouble();
    meanSquare = in.readDouble();
  }
}
