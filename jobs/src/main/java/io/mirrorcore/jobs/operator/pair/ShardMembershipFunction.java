package io.mirrorcore.jobs.operator.pair;

import io.mirrorcore.jobs.config.settings.Portfolios;
import io.mirrorcore.jobs.operator.Memberships;
import io.mirrorcore.jobs.operator.ShardMember;
import io.mirrorcore.jobs.operator.SymbolBar;
import io.mirrorcore.jobs.plan.PairPlan;
import io.mirrorcore.jobs.plan.StrategyPlan;
import io.mirrorcore.strategy.PairStrategy;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.util.Collector;

/**
 * Sends a symbol's bar to every shard of every portfolio that holds the symbol: a shard's pairs may
 * involve any of them. Sends nothing where no strategy looks at pairs.
 */
public final class ShardMembershipFunction extends RichFlatMapFunction<SymbolBar, ShardMember> {

  private static final long serialVersionUID = 1;

  private final StrategyPlan strategies;
  private final Portfolios portfolios;
  private final PairPlan pairs;
  private transient boolean needed;
  private transient Memberships memberships;
  private transient Map<String, String[]> keys;

  public ShardMembershipFunction(StrategyPlan strategies, Portfolios portfolios, PairPlan pairs) {
    this.strategies = strategies;
    this.portfolios = portfolios;
    this.pairs = pairs;
  }

  @Override
  public void open(OpenContext context) {
    needed = strategies.load().stream().anyMatch(s -> s.strategy() instanceof PairStrategy);
    memberships = new Memberships(portfolios);
    keys = new TreeMap<>();
  }

  @Override
  public void flatMap(SymbolBar bar, Collector<ShardMember> out) {
    if (!needed) {
      return;
    }
    for (String portfolio : memberships.of(bar.bar().symbol())) {
      String[] shardKeys =
          keys.computeIfAbsent(
              portfolio, name -> ShardKeys.of(name, pairs.shards(), pairs.maxParallelism()));
      for (int shard = 0; shard < pairs.shards(); shard++) {
        out.collect(new ShardMember(shardKeys[shard], portfolio, shard, bar.bar()));
      }
    }
  }
}
