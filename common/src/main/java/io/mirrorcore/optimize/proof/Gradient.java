package io.mirrorcore.optimize.proof;

import io.mirrorcore.optimize.problem.GroupCap;
import java.util.List;

/**
 * The gradient of an objective that is to be maximised.
 *
 * @param values N entries
 * @param size the largest sum of the terms' sizes that an entry is made of: what its rounding is
 *     relative to
 */
@SuppressWarnings("ArrayRecordComponent") // numbers in bulk; never compared as a whole
public record Gradient(double[] values, double size) {

  /** That of the Lagrangian: less the multipliers of each strategy's groups. */
  public Gradient minus(List<GroupCap> groups, double[] multipliers) {
    double[] reduced = values.clone();
    for (int g = 0; g < multipliers.length; g++) {
      for (int i : groups.get(g).members()) {
        reduced[i] -= multipliers[g];
      }
    }
    return new Gradient(reduced, size);
  }
}
