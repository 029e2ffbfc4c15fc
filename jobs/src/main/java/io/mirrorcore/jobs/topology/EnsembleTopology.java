package io.mirrorcore.jobs.topology;

import io.mirrorcore.jobs.operator.StrategyOrder;
import io.mirrorcore.jobs.operator.admit.AdmitReturnsFunction;
import io.mirrorcore.jobs.operator.admit.DeadLetterCountFunction;
import io.mirrorcore.jobs.operator.admit.DeadLetterOutput;
import io.mirrorcore.jobs.operator.portfolio.EnsembleFunction;
import io.mirrorcore.jobs.operator.portfolio.PortfolioBarSerializer;
import io.mirrorcore.jobs.plan.JobPlan;
import io.mirrorcore.jobs.topic.Topic;
import io.mirrorcore.portfolio.record.EnsembleWeights;
import io.mirrorcore.portfolio.record.PortfolioBar;
import io.mirrorcore.portfolio.record.StrategyReturns;
import io.mirrorcore.portfolio.settings.EnsembleSettings;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamUtils;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The second half of {@link PipelineTopology} alone, for strategies that live elsewhere: from their
 * returns to weights and alerts. The same operator, so the returns that a pipeline published give
 * the pipeline's own weights, byte for byte.
 *
 * <pre>
 * strategy-returns ─ admit ─ ensemble ─ weights, performance, alerts
 * </pre>
 */
public final class EnsembleTopology {

  private EnsembleTopology() {}

  /**
   * Adds it to {@code env}. Target positions need market data and are not made; the returns are not
   * written again, since on Kafka that would be their own topic.
   */
  public static void define(
      StreamExecutionEnvironment env, JobPlan plan, ReturnsInputs inputs, Outputs outputs) {
    ensemble(env, plan, inputs, outputs);
  }

  /**
   * Adds it, and writes the returns that were admitted too: files are then complete.
   *
   * @return those returns, in order under each portfolio
   */
  public static DataStream<StrategyReturns> defineWithReturns(
      StreamExecutionEnvironment env, JobPlan plan, ReturnsInputs inputs, Outputs outputs) {
    DataStream<StrategyReturns> returns =
        ensemble(env, plan, inputs, outputs).getSideOutput(EnsembleFunction.RETURNS);
    outputs.write(Topic.STRATEGY_RETURNS, returns);
    return returns;
  }

  /**
   * Adds a second ensemble with other settings beside that of a job: what would have been.
   *
   * @param order of the job's strategies
   * @param settings of the second ensemble
   * @param returns of the job, in order under each portfolio
   * @param outputs where its weights go
   */
  public static void defineVariant(
      StrategyOrder order,
      EnsembleSettings settings,
      DataStream<StrategyReturns> returns,
      Outputs outputs) {
    SingleOutputStreamOperator<PortfolioBar> bars =
        returns
            .map(bar -> (PortfolioBar) order.bar(bar))
            .returns(PortfolioBarSerializer.TYPE)
            .uid(Uids.VARIANT_BARS)
            .name(Uids.VARIANT_BARS);
    outputs.write(
        Topic.WEIGHTS,
        DataStreamUtils.reinterpretAsKeyedStream(bars, PortfolioBar::portfolio)
            .process(new EnsembleFunction(settings, false))
            .uid(Uids.VARIANT_ENSEMBLE)
            .name(Uids.VARIANT_ENSEMBLE),
        Uids.VARIANT_WEIGHTS_SINK);
  }

  private static SingleOutputStreamOperator<EnsembleWeights> ensemble(
      StreamExecutionEnvironment env, JobPlan plan, ReturnsInputs inputs, Outputs outputs) {
    SingleOutputStreamOperator<PortfolioBar> admitted =
        inputs
            .open(env, Topic.STRATEGY_RETURNS.sourceUid())
            .keyBy(AdmitReturnsFunction::key)
            .process(new AdmitReturnsFunction(StrategyOrder.of(plan.strategies())))
            .returns(PortfolioBarSerializer.TYPE)
            .uid(Topic.STRATEGY_RETURNS.admitUid())
            .name(Topic.STRATEGY_RETURNS.admitUid());
    SingleOutputStreamOperator<EnsembleWeights> ensemble =
        DataStreamUtils.reinterpretAsKeyedStream(admitted, PortfolioBar::portfolio)
            .process(new EnsembleFunction(plan.ensembles()))
            .uid(Uids.ENSEMBLE)
            .name(Uids.ENSEMBLE);
    outputs.write(Topic.WEIGHTS, ensemble);
    outputs.write(Topic.PERFORMANCE, ensemble.getSideOutput(EnsembleFunction.PERFORMANCE));
    outputs.write(
        Topic.ALERTS,
        PipelineTopology.with(inputs.alerts(), ensemble.getSideOutput(EnsembleFunction.ALERTS)));
    outputs.write(
        Topic.DEAD_LETTER,
        admitted
            .getSideOutput(DeadLetterOutput.TAG)
            .map(new DeadLetterCountFunction())
            .uid(Uids.DEAD_LETTER_COUNT)
            .name(Uids.DEAD_LETTER_COUNT));
    return ensemble;
  }
}
