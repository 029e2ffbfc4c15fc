package io.mirrorcore.optimize.quadratic;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.optimize.problem.MeanVarianceProblem;
import java.util.Arrays;

/** What every Newton step must satisfy, whatever the block that it is from. */
final class NewtonSteps {

  private NewtonSteps() {}

  /** {@code (Hd)_i} on the free strategies, d given on them. */
  static double[] hessianTimes(MeanVarianceProblem p, int[] free, double[] d) {
    double[] product = new double[free.length];
    for (int i = 0; i < free.length; i++) {
      for (int j = 0; j < free.length; j++) {
        product[i] += p.lambda() * p.sigma()[free[i] * p.size() + free[j]] * d[j];
      }
      product[i] += 2 * p.eta() * d[i];
    }
    return product;
  }

  /** The step keeps the sum, and after it the gradients of the free strategies agree. */
  static void requireNewton(MeanVarianceProblem p, int[] free, double[] gradient, double[] d) {
    double[] product = hessianTimes(p, free, d);
    double sum = 0;
    double size = 0;
    double[] after = new double[free.length];
    for (int i = 0; i < free.length; i++) {
      sum += d[i];
      size = Math.max(size, Math.abs(d[i]));
      after[i] = gradient[free[i]] - product[i];
    }
    double scale = Arrays.stream(gradient).map(Math::abs).max().orElse(0);
    double spread = Arrays.stream(after).max().orElse(0) - Arrays.stream(after).min().orElse(0);
    assertThat(Math.abs(sum)).isLessThanOrEqualTo(1e-13 * size * free.length);
    assertThat(spread).isLessThanOrEqualTo(1e-9 * scale);
  }
}
