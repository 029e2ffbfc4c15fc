package io.mirrorcore.portfolio.ensemble;

import io.mirrorcore.portfolio.settings.WeightLimits;
import io.mirrorcore.state.Stateful;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The weights that the portfolio is run with, and the cap that they obey: never those of a failed
 * solve, and none before the first that succeeds.
 *
 * <p>Kept by strategy id. Where a configured strategy is taken away, the weight it had goes to the
 * others that have some, in proportion, none above the cap; if none has any, there are no weights
 * any more and the next optimum is INITIAL again.
 */
final class WeightsInForce implements Stateful {

  private static final double[] NONE = {};

  private final WeightLimits limits;
  private List<String> strategies = List.of();
  private double[] weights = NONE;
  private double cap;

  /**
   * @param limits that weights obey besides the cap
   */
  WeightsInForce(WeightLimits limits) {
    this.limits = limits;
  }

  /** Makes the weights those of {@code ids}, in that order. */
  void align(List<String> ids) {
    if (ids.equals(strategies)) {
      return;
    }
    if (exist()) {
      double[] aligned = new double[ids.size()];
      for (int k = 0; k < aligned.length; k++) {
        int source = strategies.indexOf(ids.get(k));
        aligned[k] = source < 0 ? 0 : weights[source];
      }
      weights = aligned;
      redistribute(ids);
    }
    strategies = ids;
  }

  boolean exist() {
    return weights.length > 0;
  }

  /** By strategy, in the order of the ids; empty while there are none. */
  double[] values() {
    return weights.clone();
  }

  double cap() {
    return cap;
  }

  void replace(double[] newWeights, double newCap) {
    weights = newWeights.clone();
    cap = newCap;
  }

  private void redistribute(List<String> ids) {
    int[] holders = IntStream.range(0, weights.length).filter(k -> weights[k] > 0).toArray();
    if (holders.length == 0) {
      weights = NONE;
      return;
    }
    if (Math.abs(Arrays.stream(weights).sum() - 1) > 1e-12) {
      WeightBounds bounds = WeightBounds.of(limits, ids, holders, cap);
      cap = bounds.cap();
      fill(bounds.upper());
      weights = bounds.clean(weights);
    }
  }

  /** Scales what is below its bound until all adds up to 1; every round caps at least one more. */
  private void fill(double[] upper) {
    for (int round = 0; round < weights.length; round++) {
      double capped = 0;
      double free = 0;
      for (int k = 0; k < weights.length; k++) {
        capped += weights[k] >= upper[k] ? upper[k] : 0;
        free += weights[k] >= upper[k] ? 0 : weights[k];
      }
      if (free == 0) {
        return;
      }
      double scale = (1 - capped) / free;
      boolean settled = true;
      for (int k = 0; k < weights.length; k++) {
        weights[k] = weights[k] >= upper[k] ? upper[k] : weights[k] * scale;
        settled &= weights[k] <= upper[k];
      }
      if (settled) {
        return;
      }
    }
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeInt(strategies.size());
    for (String strategy : strategies) {
      out.writeUTF(strategy);
    }
    out.writeInt(weights.length);
    for (double weight : weights) {
      out.writeDouble(weight);
    }
    out.writeDouble(cap);
  }

  @Override
  public void load(DataInput in) throws IOException {
    String[] ids = new String[in.readInt()];
    for (int k = 0; k < ids.length; k++) {
      ids[k] = in.readUTF();
    }
    strategies = List.of(ids);
    weights = new double[in.readInt()];
    for (int k = 0; k < weights.length; k++) {
      weights[k] = in.readDouble();
    }
    cap = in.readDouble();
  }
}
