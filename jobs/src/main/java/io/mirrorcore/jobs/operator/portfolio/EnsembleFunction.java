package io.mirrorcore.jobs.operator.portfolio;

import io.mirrorcore.backtest.live.Performance;
import io.mirrorcore.jobs.operator.Tally;
import io.mirrorcore.jobs.operator.metric.EnsembleMetrics;
import io.mirrorcore.jobs.plan.EnsemblePlan;
import io.mirrorcore.jobs.state.StateCell;
import io.mirrorcore.jobs.topic.Topic;
import io.mirrorcore.portfolio.ensemble.Ensemble;
import io.mirrorcore.portfolio.ensemble.EnsembleStep;
import io.mirrorcore.portfolio.record.Alert;
import io.mirrorcore.portfolio.record.EnsembleWeights;
import io.mirrorcore.portfolio.record.PerformanceRecord;
import io.mirrorcore.portfolio.record.PortfolioBar;
import io.mirrorcore.portfolio.record.StrategyReturns;
import io.mirrorcore.portfolio.record.TargetPositions;
import io.mirrorcore.portfolio.settings.EnsembleSettings;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * The ensemble of one portfolio: strategy returns in, weights out, with target positions, alerts
 * the returns themselves and what came of it all beside them. The computation is that of {@link
 * Ensemble} and {@link Performance}; this operator adds the keyed state.
 */
public final class EnsembleFunction
    extends KeyedProcessFunction<String, PortfolioBar, EnsembleWeights> {

  public static final OutputTag<StrategyReturns> RETURNS =
      new OutputTag<>(Topic.STRATEGY_RETURNS.word()) {};
  public static final OutputTag<TargetPositions> POSITIONS =
      new OutputTag<>(Topic.POSITIONS.word()) {};
  public static final OutputTag<PerformanceRecord> PERFORMANCE =
      new OutputTag<>(Topic.PERFORMANCE.word()) {};
  public static final OutputTag<Alert> ALERTS = new OutputTag<>(Topic.ALERTS.word()) {};

  private static final long serialVersionUID = 1;
  private static final int VERSION = 1;

  private static final List<Topic> PRODUCED =
      List.of(
          Topic.STRATEGY_RETURNS, Topic.WEIGHTS, Topic.POSITIONS, Topic.PERFORMANCE, Topic.ALERTS);

  private final EnsemblePlan plan;
  private final boolean counted;
  private transient ValueState<StateCell> ensemble;
  private transient ValueState<StateCell> performance;
  private transient Map<Topic, LongCounter> counts;
  private transient EnsembleMetrics metrics;

  /** The ensembles of a job. */
  public EnsembleFunction(EnsemblePlan plan) {
    this(plan, true);
  }

  /**
   * One that is the same for all portfolios.
   *
   * @param counted whether the job's summary counts what comes out; not that of a variant beside
   *     the job's own ensemble
   */
  public EnsembleFunction(EnsembleSettings settings, boolean counted) {
    this(EnsemblePlan.ofAll(settings), counted);
  }

  private EnsembleFunction(EnsemblePlan plan, boolean counted) {
    this.plan = plan;
    this.counted = counted;
  }

  @Override
  public void open(OpenContext context) {
    counts = new EnumMap<>(Topic.class);
    for (Topic topic : PRODUCED) {
      counts.put(
          topic,
          counted ? Tally.register(getRuntimeContext(), Tally.of(topic)) : new LongCounter());
    }
    metrics = counted ? EnsembleMetrics.of(getRuntimeContext()) : EnsembleMetrics.unseen();
    ensemble = state("ensemble");
    performance = state("performance");
  }

  private ValueState<StateCell> state(String name) {
    return getRuntimeContext()
        .getState(new ValueStateDescriptor<>(name, TypeInformation.of(StateCell.class)));
  }

  @Override
  public void processElement(PortfolioBar bar, Context context, Collector<EnsembleWeights> out)
      throws Exception {
    StateCell cell =
        StateCell.open(
            ensemble.value(),
            "ensemble",
            VERSION,
            "",
            () -> new Ensemble(bar.portfolio(), plan.of(bar.portfolio())));
    Ensemble engine = cell.as(Ensemble.class);
    EnsembleStep step = metrics.measured(bar, engine);
    ensemble.update(cell);
    publish(step, context, out);
    if (counted) {
      account(bar, step, engine.expectedReturn(), context);
    }
  }

  private void publish(EnsembleStep step, Context context, Collector<EnsembleWeights> out) {
    if (step.returns() != null) {
      context.output(RETURNS, step.returns());
      counts.get(Topic.STRATEGY_RETURNS).add(1L);
    }
    if (step.weights() != null) {
      out.collect(step.weights());
      counts.get(Topic.WEIGHTS).add(1L);
    }
    if (step.positions() != null) {
      context.output(POSITIONS, step.positions());
      counts.get(Topic.POSITIONS).add(1L);
    }
    alert(step.alerts(), context);
  }

  /** Of the job's own ensemble alone: nobody reads what one beside it came to. */
  private void account(PortfolioBar bar, EnsembleStep step, double promised, Context context)
      throws Exception {
    StateCell cell =
        StateCell.open(
            performance.value(),
            "performance",
            VERSION,
            "",
            () -> new Performance(bar, plan.performance(bar.portfolio())));
    Performance.Told told = cell.as(Performance.class).onBar(bar, step, promised);
    performance.update(cell);
    if (told.record() != null) {
      context.output(PERFORMANCE, told.record());
      counts.get(Topic.PERFORMANCE).add(1L);
    }
    alert(told.alerts(), context);
  }

  private void alert(List<Alert> alerts, Context context) {
    for (Alert alert : alerts) {
      context.output(ALERTS, alert);
      counts.get(Topic.ALERTS).add(1L);
    }
  }
}
