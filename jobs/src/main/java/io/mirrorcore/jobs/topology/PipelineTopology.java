package io.mirrorcore.jobs.topology;

import io.mirrorcore.jobs.config.key.PipelineKeys;
import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.operator.ShardMember;
import io.mirrorcore.jobs.operator.ShardReadings;
import io.mirrorcore.jobs.operator.SignalBatch;
import io.mirrorcore.jobs.operator.SymbolBar;
import io.mirrorcore.jobs.operator.admit.AdmitFunction;
import io.mirrorcore.jobs.operator.admit.DeadLetterCountFunction;
import io.mirrorcore.jobs.operator.admit.DeadLetterOutput;
import io.mirrorcore.jobs.operator.order.SignalOrderFunction;
import io.mirrorcore.jobs.operator.pair.PairShardFunction;
import io.mirrorcore.jobs.operator.pair.ShardMembershipFunction;
import io.mirrorcore.jobs.operator.portfolio.EnsembleFunction;
import io.mirrorcore.jobs.operator.portfolio.MembershipFunction;
import io.mirrorcore.jobs.operator.portfolio.PortfolioBarSerializer;
import io.mirrorcore.jobs.operator.portfolio.PortfolioFunction;
import io.mirrorcore.jobs.operator.portfolio.PortfolioMember;
import io.mirrorcore.jobs.operator.symbol.SymbolFunction;
import io.mirrorcore.jobs.wire.market.AdmittedEvent;
import io.mirrorcore.jobs.wire.market.DeadLetter;
import io.mirrorcore.jobs.wire.market.MarketEvent;
import io.mirrorcore.jobs.wire.reject.RecordKind;
import io.mirrorcore.portfolio.record.EnsembleWeights;
import io.mirrorcore.portfolio.record.PortfolioBar;
import io.mirrorcore.portfolio.record.StrategyReturns;
import io.mirrorcore.signal.SignalRecord;
import java.util.List;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamUtils;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The graph from market data to weights.
 *
 * <pre>
 * prices  ─ admit ─┐              ┌─ signals ──────────────────────┐
 * ticks   ─ admit ─┼─ symbol      ├─ bars ─┬───────────── portfolio ┴─ order ─ signals
 * options ─ admit ─┘  strategies ─┘        └ pair shards ┘  │
 *                                                           └ ensemble ─ weights, positions,
 *                                                                        returns, alerts
 * </pre>
 *
 * <p>The live job, the offline commands and the tests differ in their {@link Inputs} and {@link
 * Outputs} and in nothing else: that is why a backtest can be believed.
 */
public final class PipelineTopology {

  private PipelineTopology() {}

  /**
   * Adds the whole pipeline to {@code env}.
   *
   * @return the strategies' returns, in order under each portfolio
   */
  public static DataStream<StrategyReturns> define(
      StreamExecutionEnvironment env, Settings settings, Inputs inputs, Outputs outputs) {
    List<SingleOutputStreamOperator<AdmittedEvent>> admitted =
        inputs.kinds().stream().map(kind -> admit(env, settings, inputs, kind)).toList();

    SingleOutputStreamOperator<SymbolBar> bars = symbols(settings, admitted);
    SingleOutputStreamOperator<PortfolioBar> portfolios = portfolios(settings, bars);
    SingleOutputStreamOperator<EnsembleWeights> ensemble = ensemble(settings, portfolios);

    outputs.signals(
        order(
            bars.getSideOutput(SymbolFunction.SIGNALS),
            portfolios.getSideOutput(PortfolioFunction.SIGNALS)));
    outputs.strategyReturns(ensemble.getSideOutput(EnsembleFunction.RETURNS));
    outputs.weights(ensemble);
    outputs.positions(ensemble.getSideOutput(EnsembleFunction.POSITIONS));
    outputs.alerts(ensemble.getSideOutput(EnsembleFunction.ALERTS));
    outputs.deadLetters(deadLetters(admitted, bars));
    return ensemble.getSideOutput(EnsembleFunction.RETURNS);
  }

  private static SingleOutputStreamOperator<AdmittedEvent> admit(
      StreamExecutionEnvironment env, Settings settings, Inputs inputs, RecordKind kind) {
    DataStream<MarketEvent> source = inputs.open(env, kind, Uids.source(kind));
    return named(
        source
            .process(
                new AdmitFunction(
                    settings.get(PipelineKeys.TIME_OUT_OF_ORDERNESS).toMillis(),
                    settings.parser().expiryZone()))
            .setParallelism(source.getParallelism()),
        Uids.admit(kind));
  }

  private static SingleOutputStreamOperator<SymbolBar> symbols(
      Settings settings, List<SingleOutputStreamOperator<AdmittedEvent>> admitted) {
    DataStream<AdmittedEvent> all = admitted.get(0);
    for (int i = 1; i < admitted.size(); i++) {
      all = all.union(admitted.get(i));
    }
    return named(
        all.keyBy(AdmittedEvent::symbol).process(new SymbolFunction(settings)), Uids.SYMBOL);
  }

  private static SingleOutputStreamOperator<PortfolioBar> portfolios(
      Settings settings, DataStream<SymbolBar> bars) {
    DataStream<PortfolioMember> members =
        named(bars.flatMap(new MembershipFunction(settings)), Uids.MEMBERSHIP);
    return named(
        members
            .keyBy(PortfolioMember::portfolio)
            .connect(pairs(settings, bars).keyBy(ShardReadings::portfolio))
            .process(new PortfolioFunction(settings))
            .returns(PortfolioBarSerializer.TYPE),
        Uids.PORTFOLIO);
  }

  private static DataStream<ShardReadings> pairs(Settings settings, DataStream<SymbolBar> bars) {
    return named(
        named(bars.flatMap(new ShardMembershipFunction(settings)), Uids.SHARD_MEMBERSHIP)
            .keyBy(ShardMember::key)
            .process(new PairShardFunction(settings)),
        Uids.PAIR_SHARDS);
  }

  private static SingleOutputStreamOperator<EnsembleWeights> ensemble(
      Settings settings, DataStream<PortfolioBar> portfolios) {
    // Keyed as it already is: a second hop over the network would bring nothing.
    return named(
        DataStreamUtils.reinterpretAsKeyedStream(portfolios, PortfolioBar::portfolio)
            .process(new EnsembleFunction(settings)),
        Uids.ENSEMBLE);
  }

  private static SingleOutputStreamOperator<SignalRecord> order(
      DataStream<SignalBatch> ofSymbols, DataStream<SignalBatch> ofPortfolios) {
    return named(
        ofSymbols.union(ofPortfolios).keyBy(SignalBatch::symbol).process(new SignalOrderFunction()),
        Uids.SIGNAL_ORDER);
  }

  private static DataStream<DeadLetter> deadLetters(
      List<SingleOutputStreamOperator<AdmittedEvent>> admitted,
      SingleOutputStreamOperator<SymbolBar> bars) {
    DataStream<DeadLetter> all = bars.getSideOutput(DeadLetterOutput.TAG);
    for (SingleOutputStreamOperator<AdmittedEvent> stream : admitted) {
      all = all.union(stream.getSideOutput(DeadLetterOutput.TAG));
    }
    return named(all.map(new DeadLetterCountFunction()), Uids.DEAD_LETTER_COUNT);
  }

  private static <T> SingleOutputStreamOperator<T> named(
      SingleOutputStreamOperator<T> operator, String uid) {
    return operator.uid(uid).name(uid);
  }
}
