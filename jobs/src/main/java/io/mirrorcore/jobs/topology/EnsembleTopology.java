package io.mirrorcore.jobs.topology;

import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.operator.StrategyOrder;
import io.mirrorcore.jobs.operator.admit.AdmitReturnsFunction;
import io.mirrorcore.jobs.operator.admit.DeadLetterCountFunction;
import io.mirrorcore.jobs.operator.admit.DeadLetterOutput;
import io.mirrorcore.jobs.operator.portfolio.EnsembleFunction;
import io.mirrorcore.jobs.operator.portfolio.PortfolioBarSerializer;
import io.mirrorcore.portfolio.record.EnsembleWeights;
import io.mirrorcore.portfolio.record.PortfolioBar;
import io.mirrorcore.portfolio.record.StrategyReturns;
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
 * strategy-returns ─ admit ─ ensemble ─ weights, alerts
 * </pre>
 */
public final class EnsembleTopology {

  private EnsembleTopology() {}

  /**
   * Adds it to {@code env}. Target positions need market data and are not made; the returns are not
   * written again, since on Kafka that would be their own topic.
   */
  public static void define(
      StreamExecutionEnvironment env, Settings settings, ReturnsInputs inputs, Outputs outputs) {
    ensemble(env, settings, inputs, outputs);
  }

  /**
   * Adds it, and writes the returns that were admitted too: files are then complete.
   *
   * @return those returns, in order under each portfolio
   */
  public static DataStream<StrategyReturns> defineWithReturns(
      StreamExecutionEnvironment env, Settings settings, ReturnsInputs inputs, Outputs outputs) {
    DataStream<StrategyReturns> returns =
        ensemble(env, settings, inputs, outputs).getSideOutput(EnsembleFunction.RETURNS);
    outputs.strategyReturns(returns);
    return returns;
  }

  /**
   * Adds a second ensemble with other settings beside that of a job: what would have been.
   *
   * @param returns of the job, in order under each portfolio
   * @param outputs where its weights go
   */
  public static void defineVariant(
      Settings settings, DataStream<StrategyReturns> returns, Outputs outputs) {
    StrategyOrder order = StrategyOrder.of(settings);
    SingleOutputStreamOperator<PortfolioBar> bars =
        returns
            .map(bar -> (PortfolioBar) order.bar(bar))
            .returns(PortfolioBarSerializer.TYPE)
            .uid(Uids.VARIANT_BARS)
            .name(Uids.VARIANT_BARS);
    outputs.write(
        Outputs.Output.WEIGHTS,
        DataStreamUtils.reinterpretAsKeyedStream(bars, PortfolioBar::portfolio)
            .process(new EnsembleFunction(settings, false))
            .uid(Uids.VARIANT_ENSEMBLE)
            .name(Uids.VARIANT_ENSEMBLE),
        EnsembleWeights::portfolio,
        Uids.VARIANT_WEIGHTS_SINK);
  }

  private static SingleOutputStreamOperator<EnsembleWeights> ensemble(
      StreamExecutionEnvironment env, Settings settings, ReturnsInputs inputs, Outputs outputs) {
    SingleOutputStreamOperator<PortfolioBar> admitted =
        inputs
            .open(env, Uids.RETURNS_SOURCE)
            .keyBy(AdmitReturnsFunction::key)
            .process(new AdmitReturnsFunction(settings))
            .returns(PortfolioBarSerializer.TYPE)
            .uid(Uids.RETURNS_ADMIT)
            .name(Uids.RETURNS_ADMIT);
    SingleOutputStreamOperator<EnsembleWeights> ensemble =
        DataStreamUtils.reinterpretAsKeyedStream(admitted, PortfolioBar::portfolio)
            .process(new EnsembleFunction(settings))
            .uid(Uids.ENSEMBLE)
            .name(Uids.ENSEMBLE);
    outputs.weights(ensemble);
    outputs.alerts(ensemble.getSideOutput(EnsembleFunction.ALERTS));
    outputs.deadLetters(
        admitted
            .getSideOutput(DeadLetterOutput.TAG)
            .map(new DeadLetterCountFunction())
            .uid(Uids.DEAD_LETTER_COUNT)
            .name(Uids.DEAD_LETTER_COUNT));
    return ensemble;
  }
}
