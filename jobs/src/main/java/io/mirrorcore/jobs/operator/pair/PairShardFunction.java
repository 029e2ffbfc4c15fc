package io.mirrorcore.jobs.operator.pair;

import io.mirrorcore.jobs.config.settings.ConfiguredStrategy;
import io.mirrorcore.jobs.operator.ShardMember;
import io.mirrorcore.jobs.operator.ShardReadings;
import io.mirrorcore.jobs.operator.order.Waiting;
import io.mirrorcore.jobs.plan.PairPlan;
import io.mirrorcore.jobs.plan.StrategyPlan;
import io.mirrorcore.jobs.state.StateCell;
import io.mirrorcore.market.Bar;
import io.mirrorcore.strategy.PairReading;
import io.mirrorcore.strategy.PairStrategy;
import io.mirrorcore.strategy.Parameters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * The pair strategies at work on one shard of a portfolio's pairs; key is the shard. As everywhere,
 * bars wait for the watermark and are processed in order of symbol.
 */
public final class PairShardFunction
    extends KeyedProcessFunction<String, ShardMember, ShardReadings> {

  private static final long serialVersionUID = 1;

  private final StrategyPlan strategies;
  private final int shards;
  private transient List<Entry> entries;
  private transient Waiting<ShardMember> waiting;

  public PairShardFunction(StrategyPlan strategies, PairPlan pairs) {
    this.strategies = strategies;
    this.shards = pairs.shards();
  }

  @Override
  public void open(OpenContext context) {
    entries = new ArrayList<>();
    for (ConfiguredStrategy configured : strategies.load()) {
      if (configured.strategy() instanceof PairStrategy strategy) {
        ValueState<StateCell> state =
            getRuntimeContext()
                .getState(
                    new ValueStateDescriptor<>(strategy.id(), TypeInformation.of(StateCell.class)));
        entries.add(new Entry(strategy, configured.parameters(), shards, state));
      }
    }
    waiting =
        new Waiting<>(getRuntimeContext(), "waiting-bars", TypeInformation.of(ShardMember.class));
  }

  @Override
  public void processElement(ShardMember member, Context context, Collector<ShardReadings> out)
      throws Exception {
    long time = member.bar().time();
    if (waiting.add(time, member)) {
      context.timerService().registerEventTimeTimer(time);
    }
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<ShardReadings> out)
      throws Exception {
    List<ShardMember> members = waiting.take(time);
    String portfolio = members.get(0).portfolio();
    int shard = members.get(0).shard();
    List<Bar> bars = new ArrayList<>(members.stream().map(ShardMember::bar).toList());
    bars.sort(Comparator.comparing(Bar::symbol));
    for (Entry entry : entries) {
      StateCell cell = entry.open(shard);
      List<PairReading> readings = cell.as(PairStrategy.Machine.class).onBars(bars);
      entry.state.update(cell);
      if (!readings.isEmpty()) {
        out.collect(new ShardReadings(portfolio, time, entry.strategy.id(), readings));
      }
    }
  }

  private record Entry(
      PairStrategy strategy, Parameters parameters, int shards, ValueState<StateCell> state) {

    StateCell open(int shard) throws Exception {
      return StateCell.open(
          state.value(),
          strategy.id(),
          strategy.stateVersion(parameters),
          parameters.fingerprint() + ",shards=" + shards,
          () -> strategy.machine(parameters, shard, shards));
    }
  }
}
