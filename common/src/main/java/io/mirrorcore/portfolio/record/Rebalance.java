package io.mirrorcore.portfolio.record;

import java.util.List;
import java.util.Map;

/**
 * What was done with an optimum, and what the portfolio holds after it.
 *
 * @param decision a {@link Decision}
 * @param weights in force after the decision, by strategy, every configured one; each in [0, cap],
 *     sum 1 within 1e-12. INACTIVE strategies have 0 in the target; here they keep what they held
 *     until it was traded
 * @param cap greatest weight that {@code weights} obey, in (0, 1]; CASH has a cap of its own
 * @param previousWeights in force before, by strategy; empty where nothing was held, as at INITIAL
 *     unless a WARMUP went before
 * @param trades all that was changed: previous weights and trades make the weights. Each is above
 *     the trade threshold, but for the first weights and where bounds can only be met by smaller
 *     ones; empty where nothing was applied
 * @param turnover sum |target - previous|, in [0, 2]; 1, the build-up from cash, where nothing was
 *     held
 */
public record Rebalance(
    String decision,
    Map<String, Double> weights,
    double cap,
    Map<String, Double> previousWeights,
    List<WeightTrade> trades,
    double turnover) {

  public Rebalance {
    weights = ByName.numbers(weights);
    previousWeights = ByName.numbers(previousWeights);
    trades = List.copyOf(trades);
  }
}
