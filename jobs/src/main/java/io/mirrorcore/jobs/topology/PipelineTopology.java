package io.mirrorcore.jobs.topology;

import io.mirrorcore.jobs.config.ConfigurationException;
import io.mirrorcore.jobs.operator.ShardMember;
import io.mirrorcore.jobs.operator.ShardReadings;
import io.mirrorcore.jobs.operator.SignalBatch;
import io.mirrorcore.jobs.operator.SymbolBar;
import io.mirrorcore.jobs.operator.admit.AdmitFunction;
import io.mirrorcore.jobs.operator.admit.DeadLetterCountFunction;
import io.mirrorcore.jobs.operator.admit.DeadLetterOutput;
import io.mirrorcore.jobs.operator.admit.LateLetters;
import io.mirrorcore.jobs.operator.order.SignalOrderFunction;
import io.mirrorcore.jobs.operator.pair.PairShardFunction;
import io.mirrorcore.jobs.operator.pair.ShardMembershipFunction;
import io.mirrorcore.jobs.operator.portfolio.EnsembleFunction;
import io.mirrorcore.jobs.operator.portfolio.MembershipFunction;
import io.mirrorcore.jobs.operator.portfolio.PortfolioBarSerializer;
import io.mirrorcore.jobs.operator.portfolio.PortfolioFunction;
import io.mirrorcore.jobs.operator.portfolio.PortfolioMember;
import io.mirrorcore.jobs.operator.symbol.SymbolFunction;
import io.mirrorcore.jobs.plan.JobPlan;
import io.mirrorcore.jobs.topic.Topic;
import io.mirrorcore.jobs.wire.market.AdmittedEvent;
import io.mirrorcore.jobs.wire.market.DeadLetter;
import io.mirrorcore.jobs.wire.market.MarketEvent;
import io.mirrorcore.jobs.wire.reject.RecordKind;
import io.mirrorcore.portfolio.record.Alert;
import io.mirrorcore.portfolio.record.EnsembleWeights;
import io.mirrorcore.portfolio.record.PortfolioBar;
import io.mirrorcore.portfolio.record.StrategyReturns;
import io.mirrorcore.signal.SignalRecord;
import java.util.ArrayList;
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
 * options ─ admit ─┤  strategies ─┘        └ pair shards ┘  │
 * (splits ─ admit) ┘                                        └ ensemble ─ weights, positions,
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
   * @return what a backtest judges by, beside what is published
   * @throws ConfigurationException when no strategy is switched on
   */
  public static Closes define(
      StreamExecutionEnvironment env, JobPlan plan, Inputs inputs, Outputs outputs) {
    requireStrategies(plan);
    List<SingleOutputStreamOperator<AdmittedEvent>> admitted = admit(env, plan, inputs);

    SingleOutputStreamOperator<SymbolBar> bars = symbols(plan, inputs, admitted);
    SingleOutputStreamOperator<PortfolioBar> portfolios = portfolios(plan, bars);
    SingleOutputStreamOperator<EnsembleWeights> ensemble = ensemble(plan, portfolios);

    outputs.write(
        Topic.SIGNALS,
        order(
            bars.getSideOutput(SymbolFunction.SIGNALS),
            portfolios.getSideOutput(PortfolioFunction.SIGNALS)));
    outputs.write(Topic.STRATEGY_RETURNS, ensemble.getSideOutput(EnsembleFunction.RETURNS));
    outputs.write(Topic.WEIGHTS, ensemble);
    outputs.write(Topic.POSITIONS, ensemble.getSideOutput(EnsembleFunction.POSITIONS));
    outputs.write(
        Topic.ALERTS,
        with(
            inputs.alerts(),
            ensemble
                .getSideOutput(EnsembleFunction.ALERTS)
                .union(bars.getSideOutput(SymbolFunction.ALERTS))));
    outputs.write(Topic.DEAD_LETTER, deadLetters(admitted, bars));
    return new Closes(portfolios, ensemble.getSideOutput(EnsembleFunction.RETURNS));
  }

  static DataStream<Alert> with(List<DataStream<Alert>> ofInputs, DataStream<Alert> alerts) {
    return ofInputs.stream().reduce(alerts, DataStream::union);
  }

  /**
   * Adds the first half to {@code env}, which ends with the ledger: no weight is computed. Of the
   * topics only the dead letters are written.
   *
   * @return every close of every portfolio, in order under each
   * @throws ConfigurationException when no strategy is switched on
   */
  public static DataStream<PortfolioBar> defineLedger(
      StreamExecutionEnvironment env, JobPlan plan, Inputs inputs, Outputs outputs) {
    requireStrategies(plan);
    List<SingleOutputStreamOperator<AdmittedEvent>> admitted = admit(env, plan, inputs);
    SingleOutputStreamOperator<SymbolBar> bars = symbols(plan, inputs, admitted);
    outputs.write(Topic.DEAD_LETTER, deadLetters(admitted, bars));
    return portfolios(plan, bars);
  }

  private static void requireStrategies(JobPlan plan) {
    if (plan.strategies().ids().isEmpty()) {
      throw new ConfigurationException(
          "no strategy is switched on, so there is nothing to compute; set"
              + " strategies.ID.enabled: true for at least one");
    }
  }

  /**
   * Every close of every portfolio, in order under each.
   *
   * @param bars with the exposures of the strategies
   * @param returns of the strategies
   */
  public record Closes(DataStream<PortfolioBar> bars, DataStream<StrategyReturns> returns) {}

  private static List<SingleOutputStreamOperator<AdmittedEvent>> admit(
      StreamExecutionEnvironment env, JobPlan plan, Inputs inputs) {
    List<SingleOutputStreamOperator<AdmittedEvent>> admitted = new ArrayList<>();
    AdmitFunction live = new AdmitFunction(LateLetters.of(plan), inputs.coveredUntil());
    for (RecordKind kind : inputs.kinds()) {
      admitted.add(
          admit(
              inputs.open(env, kind, Topic.of(kind).sourceUid()), live, Topic.of(kind).admitUid()));
    }
    AdmitFunction first = new AdmitFunction(LateLetters.of(plan), Inputs.NO_HISTORY);
    inputs
        .history(env, Uids.HISTORY_SOURCE)
        .ifPresent(history -> admitted.add(admit(history, first, Uids.HISTORY_ADMIT)));
    return admitted;
  }

  private static SingleOutputStreamOperator<AdmittedEvent> admit(
      DataStream<MarketEvent> source, AdmitFunction admission, String uid) {
    return named(source.process(admission).setParallelism(source.getParallelism()), uid);
  }

  private static SingleOutputStreamOperator<SymbolBar> symbols(
      JobPlan plan, Inputs inputs, List<SingleOutputStreamOperator<AdmittedEvent>> admitted) {
    DataStream<AdmittedEvent> all = admitted.get(0);
    for (int i = 1; i < admitted.size(); i++) {
      all = all.union(admitted.get(i));
    }
    return named(
        all.keyBy(AdmittedEvent::symbol)
            .process(new SymbolFunction(plan, LateLetters.of(plan), inputs.coveredUntil())),
        Uids.SYMBOL);
  }

  private static SingleOutputStreamOperator<PortfolioBar> portfolios(
      JobPlan plan, DataStream<SymbolBar> bars) {
    DataStream<PortfolioMember> members =
        named(bars.flatMap(new MembershipFunction(plan.portfolios())), Uids.MEMBERSHIP);
    return named(
        members
            .keyBy(PortfolioMember::portfolio)
            .connect(pairs(plan, bars).keyBy(ShardReadings::portfolio))
            .process(new PortfolioFunction(plan.strategies(), plan.ledger()))
            .returns(PortfolioBarSerializer.TYPE),
        Uids.PORTFOLIO);
  }

  private static DataStream<ShardReadings> pairs(JobPlan plan, DataStream<SymbolBar> bars) {
    return named(
        named(
                bars.flatMap(
                    new ShardMembershipFunction(
                        plan.strategies(), plan.portfolios(), plan.pairs())),
                Uids.SHARD_MEMBERSHIP)
            .keyBy(ShardMember::key)
            .process(new PairShardFunction(plan.strategies(), plan.pairs())),
        Uids.PAIR_SHARDS);
  }

  private static SingleOutputStreamOperator<EnsembleWeights> ensemble(
      JobPlan plan, DataStream<PortfolioBar> portfolios) {
    // Keyed as it already is: a second hop over the network would bring nothing.
    return named(
        DataStreamUtils.reinterpretAsKeyedStream(portfolios, PortfolioBar::portfolio)
            .process(new EnsembleFunction(plan.ensembles())),
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
