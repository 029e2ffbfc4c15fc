package io.mirrorcore.jobs.topology;

import io.mirrorcore.jobs.operator.admit.AdmitFunction;
import io.mirrorcore.jobs.operator.admit.DeadLetterCountFunction;
import io.mirrorcore.jobs.operator.admit.LateLetters;
import io.mirrorcore.jobs.paper.PaperEvent;
import io.mirrorcore.jobs.paper.PaperFunction;
import io.mirrorcore.jobs.paper.PaperInputs;
import io.mirrorcore.jobs.paper.PaperPlan;
import io.mirrorcore.jobs.paper.PaperPrices;
import io.mirrorcore.jobs.paper.PaperReading;
import io.mirrorcore.jobs.plan.JobPlan;
import io.mirrorcore.jobs.topic.Topic;
import io.mirrorcore.jobs.wire.market.DeadLetter;
import io.mirrorcore.jobs.wire.reject.RecordKind;
import io.mirrorcore.paper.PaperAccount;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * The graph of paper trading.
 *
 * <pre>
 * prices or ticks ─ admit ─ members ─┐
 * positions ─ admit ─────────────────┼─ desk, by portfolio ─ account, orders, fills
 * paper-control ─ admit ─────────────┘                     └ paper-control
 * </pre>
 */
public final class PaperTopology {

  private static final OutputTag<DeadLetter> LETTERS = new OutputTag<>("paper-letters") {};

  private PaperTopology() {}

  /**
   * Adds it to {@code env}.
   *
   * @param job how time is seen and records are read
   * @param market prices, where the plan needs any
   */
  public static void define(
      StreamExecutionEnvironment env,
      JobPlan job,
      PaperPlan plan,
      Inputs market,
      PaperInputs inputs,
      Outputs outputs) {
    SingleOutputStreamOperator<PaperEvent> positions =
        admit(inputs.open(env, Topic.POSITIONS, Topic.POSITIONS.sourceUid()), Topic.POSITIONS);
    SingleOutputStreamOperator<PaperEvent> controls =
        admit(
            inputs.open(env, Topic.PAPER_CONTROL, Topic.PAPER_CONTROL.sourceUid()),
            Topic.PAPER_CONTROL);
    DataStream<PaperEvent> events = positions.union(controls);
    if (plan.needsPrices()) {
      for (RecordKind kind : market.kinds()) {
        events = events.union(prices(env, job, market, kind));
      }
    }
    SingleOutputStreamOperator<PaperAccount> accounts =
        named(
            events.keyBy(PaperEvent::portfolio).process(new PaperFunction(plan)), Uids.PAPER_DESK);
    outputs.write(Topic.ACCOUNT, accounts);
    outputs.write(Topic.ORDERS, accounts.getSideOutput(PaperFunction.ORDERS));
    outputs.write(Topic.FILLS, accounts.getSideOutput(PaperFunction.FILLS));
    outputs.write(Topic.PAPER_CONTROL, accounts.getSideOutput(PaperFunction.CONTROLS));
    outputs.write(
        Topic.DEAD_LETTER,
        named(
            positions
                .getSideOutput(LETTERS)
                .union(controls.getSideOutput(LETTERS))
                .map(new DeadLetterCountFunction()),
            Uids.DEAD_LETTER_COUNT));
  }

  private static SingleOutputStreamOperator<PaperEvent> prices(
      StreamExecutionEnvironment env, JobPlan job, Inputs market, RecordKind kind) {
    Topic topic = Topic.of(kind);
    return named(
        named(
                market
                    .open(env, kind, topic.sourceUid())
                    .process(new AdmitFunction(LateLetters.of(job), Inputs.NO_HISTORY)),
                topic.admitUid())
            .flatMap(new PaperPrices(job.portfolios())),
        Uids.PAPER_PRICES);
  }

  private static SingleOutputStreamOperator<PaperEvent> admit(
      DataStream<PaperReading> readings, Topic topic) {
    return named(
        readings.process(new Admit()).setParallelism(readings.getParallelism()), topic.admitUid());
  }

  private static final class Admit extends ProcessFunction<PaperReading, PaperEvent> {

    private static final long serialVersionUID = 1;

    @Override
    public void processElement(PaperReading reading, Context context, Collector<PaperEvent> out) {
      if (reading.event() != null) {
        out.collect(reading.event());
      } else if (reading.letter() != null) {
        context.output(LETTERS, reading.letter());
      }
    }
  }

  private static <T> SingleOutputStreamOperator<T> named(
      SingleOutputStreamOperator<T> operator, String uid) {
    return operator.uid(uid).name(uid);
  }
}
