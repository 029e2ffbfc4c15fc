package io.mirrorcore.jobs.operator;

import io.mirrorcore.jobs.plan.StrategyPlan;
import io.mirrorcore.portfolio.record.BarReturns;
import io.mirrorcore.portfolio.record.PortfolioBar;
import io.mirrorcore.portfolio.record.StrategyReturns;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * The order in which strategies are summed where only their returns are known: those of the
 * configuration in its own order, then the others by id. So an ensemble that is fed with the
 * returns of a pipeline sums in the same order as the pipeline's own, and gives the same bytes.
 */
public final class StrategyOrder implements Serializable {

  private static final long serialVersionUID = 1;

  private final ArrayList<String> configured;

  private StrategyOrder(List<String> configured) {
    this.configured = new ArrayList<>(configured);
  }

  public static StrategyOrder of(StrategyPlan strategies) {
    return new StrategyOrder(strategies.ids());
  }

  /** The bar of a portfolio of which only these returns are known. */
  public PortfolioBar.OfReturns bar(StrategyReturns returns) {
    List<String> ids = new ArrayList<>(configured);
    ids.retainAll(returns.returns().keySet());
    returns.returns().keySet().stream().filter(id -> !configured.contains(id)).forEach(ids::add);
    double[] values = new double[ids.size()];
    boolean[] deployed = new boolean[ids.size()];
    for (int k = 0; k < values.length; k++) {
      values[k] = returns.returns().get(ids.get(k));
      deployed[k] = returns.deployed().get(ids.get(k));
    }
    return new PortfolioBar.OfReturns(
        returns.portfolio(),
        returns.time(),
        ids,
        new BarReturns(values, deployed, returns.marketReturn()));
  }
}
