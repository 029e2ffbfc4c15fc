package io.mirrorcore.jobs.backtest;

import io.mirrorcore.jobs.operator.StrategyOrder;
import io.mirrorcore.jobs.plan.JobPlan;
import io.mirrorcore.jobs.topic.Topic;
import io.mirrorcore.jobs.topology.EnsembleTopology;
import io.mirrorcore.jobs.topology.PipelineTopology;
import io.mirrorcore.jobs.topology.Uids;
import io.mirrorcore.jobs.topology.file.FileInputs;
import io.mirrorcore.jobs.topology.file.FileOutputs;
import io.mirrorcore.jobs.topology.file.FileReturnsInputs;
import io.mirrorcore.jobs.topology.file.LineFormat;
import io.mirrorcore.portfolio.record.PortfolioBar;
import io.mirrorcore.portfolio.record.StrategyReturns;
import java.nio.file.Path;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The live topology on files, and beside its ensemble a second one that differs in one thing:
 * whether it may hold cash. Nothing here decides anything that the live job does not.
 */
public final class BacktestTopology {

  private BacktestTopology() {}

  /**
   * Adds it to {@code env}.
   *
   * @param directory where the records go, as on the topics
   */
  static void define(StreamExecutionEnvironment env, BacktestPlan plan, Path directory) {
    JobPlan job = plan.job();
    FileOutputs outputs =
        returnsIn(directory)
            .with(Topic.LEAD_LAG, directory.resolve(BacktestFiles.LEADS), LineFormat.json())
            .with(Topic.ALERTS, directory.resolve(BacktestFiles.ALERTS), LineFormat.json())
            .with(
                Topic.PERFORMANCE, directory.resolve(BacktestFiles.PERFORMANCE), LineFormat.json())
            .with(Topic.WEIGHTS, directory.resolve(BacktestFiles.WEIGHTS), LineFormat.json());
    DataStream<StrategyReturns> returns = define(env, job, plan.inputs(), outputs, directory);
    plan.variant()
        .ifPresent(
            variant ->
                EnsembleTopology.defineVariant(
                    StrategyOrder.of(job.strategies()), variant, returns, variantIn(directory)));
  }

  private static FileOutputs variantIn(Path directory) {
    return new FileOutputs()
        .with(Topic.WEIGHTS, directory.resolve(BacktestFiles.VARIANT), LineFormat.json());
  }

  /**
   * Adds the first half to {@code env}: the live topology of which only the strategy returns, which
   * no setting of the ensemble changes, and the dead letters are kept.
   *
   * @param directory where they go
   */
  public static void defineReturns(
      StreamExecutionEnvironment env, JobPlan job, BacktestInputs inputs, Path directory) {
    define(env, job, inputs, returnsIn(directory), directory);
  }

  private static FileOutputs returnsIn(Path directory) {
    return new FileOutputs()
        .with(Topic.STRATEGY_RETURNS, directory.resolve(BacktestFiles.RETURNS), LineFormat.json())
        .with(Topic.DEAD_LETTER, directory.resolve(BacktestFiles.DEAD_LETTERS), LineFormat.json());
  }

  private static DataStream<StrategyReturns> define(
      StreamExecutionEnvironment env,
      JobPlan job,
      BacktestInputs inputs,
      FileOutputs outputs,
      Path directory) {
    if (inputs.returns() != null) {
      return EnsembleTopology.defineWithReturns(
          env, job, new FileReturnsInputs(job.parser(), inputs.returns()), outputs);
    }
    PipelineTopology.Closes closes =
        PipelineTopology.define(env, job, new FileInputs(job, inputs.market()), outputs);
    FileOutputs.write(
        closes.bars(),
        PortfolioBar::portfolio,
        directory.resolve(BacktestFiles.CLOSES),
        ClosesFile.format(),
        Uids.CLOSES_SINK);
    return closes.returns();
  }
}
