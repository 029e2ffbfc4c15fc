package io.mirrorcore.jobs.backtest;

import io.mirrorcore.jobs.config.EnsembleOptions;
import io.mirrorcore.jobs.config.Settings;
import io.mirrorcore.jobs.topology.EnsembleTopology;
import io.mirrorcore.jobs.topology.FileInputs;
import io.mirrorcore.jobs.topology.FileOutputs;
import io.mirrorcore.jobs.topology.FileReturnsInputs;
import io.mirrorcore.jobs.topology.LineFormat;
import io.mirrorcore.jobs.topology.Outputs.Output;
import io.mirrorcore.jobs.topology.PipelineTopology;
import io.mirrorcore.optimize.ObjectiveInput;
import io.mirrorcore.portfolio.StrategyReturns;
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
  static void define(
      StreamExecutionEnvironment env, Settings settings, BacktestInputs inputs, Path directory) {
    FileOutputs outputs =
        returnsIn(directory)
            .with(Output.WEIGHTS, directory.resolve(BacktestFiles.WEIGHTS), LineFormat.json());
    DataStream<StrategyReturns> returns = define(env, settings, inputs, outputs);
    if (hasVariant(settings)) {
      EnsembleTopology.defineVariant(
          variant(settings),
          returns,
          new FileOutputs()
              .with(Output.WEIGHTS, directory.resolve(BacktestFiles.VARIANT), LineFormat.json()));
    }
  }

  /**
   * Adds the first half to {@code env}: the live topology of which only the strategy returns, which
   * no setting of the ensemble changes, and the dead letters are kept.
   *
   * @param directory where they go
   */
  public static void defineReturns(
      StreamExecutionEnvironment env, Settings settings, BacktestInputs inputs, Path directory) {
    define(env, settings, inputs, returnsIn(directory));
  }

  private static FileOutputs returnsIn(Path directory) {
    return new FileOutputs()
        .with(Output.STRATEGY_RETURNS, directory.resolve(BacktestFiles.RETURNS), LineFormat.json())
        .with(Output.DEAD_LETTER, directory.resolve(BacktestFiles.DEAD_LETTERS), LineFormat.json());
  }

  private static DataStream<StrategyReturns> define(
      StreamExecutionEnvironment env,
      Settings settings,
      BacktestInputs inputs,
      FileOutputs outputs) {
    return inputs.returns() == null
        ? PipelineTopology.define(env, settings, new FileInputs(settings, inputs.market()), outputs)
        : EnsembleTopology.defineWithReturns(
            env, settings, new FileReturnsInputs(settings, inputs.returns()), outputs);
  }

  /** Cash means nothing to an objective that does not weigh return against risk. */
  static boolean hasVariant(Settings settings) {
    return settings.get(EnsembleOptions.OBJECTIVE).needs(ObjectiveInput.TRADE_OFF);
  }

  static boolean holdsCash(Settings settings) {
    return settings.get(EnsembleOptions.CASH_ENABLED);
  }

  private static Settings variant(Settings settings) {
    return settings.with(EnsembleOptions.CASH_ENABLED.key(), !holdsCash(settings));
  }
}
