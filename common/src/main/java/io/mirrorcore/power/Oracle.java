package io.mirrorcore.power;

import io.mirrorcore.optimize.MaxSharpe;
import io.mirrorcore.optimize.Optimizer;
import io.mirrorcore.optimize.PortfolioProblem;
import io.mirrorcore.optimize.problem.Box;
import io.mirrorcore.optimize.problem.Moments;
import io.mirrorcore.optimize.problem.Penalties;
import io.mirrorcore.optimize.problem.Solution;
import java.util.Arrays;
import java.util.List;

/**
 * Who knows the true means and covariance: the long-only weights of the strategies with the highest
 * Sharpe ratio. No allocator can be better for long.
 */
final class Oracle {

  private Oracle() {}

  static FixedWeights of(AssumedMarket truth) {
    int k = truth.strategies();
    List<String> names = truth.names().subList(0, k);
    Solution solution =
        Optimizer.solve(
            new PortfolioProblem(
                new MaxSharpe(),
                new Moments(Arrays.copyOf(truth.mean(), k), truth.covariance(k)),
                new Penalties(0, 0, new double[k]),
                Box.upTo(1, k),
                List.of(),
                names));
    if (!solution.isUsable()) {
      throw new IllegalArgumentException(
          "the best weights for these assumptions cannot be found: " + solution.detail());
    }
    return new FixedWeights(solution.weights());
  }
}
