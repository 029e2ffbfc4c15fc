package io.mirrorcore.jobs.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.paper.PaperPlan;
import io.mirrorcore.jobs.plan.JobPlan;
import io.mirrorcore.jobs.topic.Role;
import io.mirrorcore.jobs.topology.kafka.KafkaInputs;
import io.mirrorcore.jobs.topology.kafka.KafkaOutputs;
import io.mirrorcore.jobs.topology.kafka.KafkaPaperInputs;
import io.mirrorcore.jobs.topology.kafka.KafkaPlan;
import io.mirrorcore.jobs.topology.kafka.KafkaReturnsInputs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.junit.jupiter.api.Test;

/** The uids are what ties a savepoint to the operators: this list is only ever added to. */
class UidsTest {

  private static final List<String> GOLDEN =
      List.of(
          "prices-source",
          "ticks-source",
          "options-source",
          "adjustments-source",
          "strategy-returns-source",
          "positions-source",
          "paper-control-source",
          "prices-removed",
          "ticks-removed",
          "options-removed",
          "adjustments-removed",
          "strategy-returns-removed",
          "prices-admit",
          "ticks-admit",
          "options-admit",
          "adjustments-admit",
          "strategy-returns-admit",
          "positions-admit",
          "paper-control-admit",
          "prices-history-source",
          "prices-history-admit",
          "symbol-strategies",
          "portfolio-membership",
          "shard-membership",
          "pair-shards",
          "portfolio-ledger",
          "ensemble",
          "signal-order",
          "dead-letter-count",
          "claim",
          "newer-weights",
          "signals-sink",
          "lead-lag-sink",
          "strategy-returns-sink",
          "weights-sink",
          "positions-sink",
          "performance-sink",
          "alerts-sink",
          "dead-letter-sink",
          "orders-sink",
          "fills-sink",
          "account-sink",
          "paper-control-sink",
          "variant-bars",
          "variant-ensemble",
          "variant-weights-sink",
          "study-bars",
          "study-sink",
          "closes-sink",
          "paper-prices",
          "paper-desk",
          "trials-source",
          "trials",
          "trials-journal");

  private static final Set<String> OF_BACKTEST =
      Set.of("variant-bars", "variant-ensemble", "variant-weights-sink", "closes-sink");

  private static final Set<String> OF_TUNING = Set.of("trials-source", "trials", "trials-journal");

  private static final Set<String> OF_STUDY = Set.of("study-bars", "study-sink");

  private static final Set<String> OF_PAPER =
      Set.of(
          "positions-source",
          "positions-admit",
          "paper-control-source",
          "paper-control-admit",
          "paper-prices",
          "paper-desk",
          "orders-sink",
          "fills-sink",
          "account-sink",
          "paper-control-sink");

  private static final Set<String> OF_HISTORY =
      Set.of("prices-history-source", "prices-history-admit");

  @Test
  void areWhatTheyWere() {
    assertThat(Uids.all()).containsExactlyElementsOf(GOLDEN).doesNotHaveDuplicates();
  }

  private static final Set<String> OF_RETURNS =
      Set.of("strategy-returns-source", "strategy-returns-removed", "strategy-returns-admit");

  private static final Settings ALL_INPUTS =
      Settings.defaults().with("job.inputs", "prices, ticks, options-flow, adjustments");

  private final JobPlan plan = JobPlan.of(ALL_INPUTS);
  private final KafkaPlan kafka = KafkaPlan.of(ALL_INPUTS);
  private final StreamExecutionEnvironment env =
      StreamExecutionEnvironment.getExecutionEnvironment(JobEnvironment.live(plan.run()));

  @Test
  void everyOperatorOfThePipelineHasOneAndIsNamedByIt() {
    KafkaOutputs besidePublished = new KafkaOutputs(kafka, Map.of("main", 1L));
    PipelineTopology.define(env, plan, new KafkaInputs(kafka, plan), besidePublished);
    List<String> expected = new ArrayList<>(GOLDEN);
    expected.removeAll(OF_RETURNS);
    expected.removeAll(OF_BACKTEST);
    expected.removeAll(OF_TUNING);
    expected.removeAll(OF_STUDY);
    expected.removeAll(OF_PAPER);
    expected.removeAll(OF_HISTORY);
    assertThat(uids()).hasSameElementsAs(expected);
  }

  @Test
  void everyOperatorOfTheEnsembleAloneHasOneAndIsNamedByIt() {
    EnsembleTopology.define(
        env, plan, new KafkaReturnsInputs(kafka, plan.parser()), new KafkaOutputs(kafka));
    assertThat(uids())
        .containsAll(OF_RETURNS)
        .contains("ensemble", "weights-sink", "alerts-sink", "dead-letter-sink")
        .doesNotContain("strategy-returns-sink")
        .isSubsetOf(GOLDEN);
  }

  @Test
  void everyOperatorOfPaperTradingHasOneAndIsNamedByIt() {
    KafkaPlan ofPaper = KafkaPlan.of(Settings.defaults(), Role.PAPER);
    PaperTopology.define(
        env,
        plan,
        PaperPlan.of(Settings.defaults()),
        new KafkaInputs(ofPaper, plan),
        new KafkaPaperInputs(ofPaper, List.of("main")),
        new KafkaOutputs(ofPaper));
    assertThat(uids())
        .containsAll(OF_PAPER)
        .contains("prices-source", "dead-letter-sink")
        .isSubsetOf(GOLDEN);
  }

  private List<String> uids() {
    List<String> uids = new ArrayList<>();
    for (StreamNode node : env.getStreamGraph().getStreamNodes()) {
      String uid = node.getTransformationUID();
      assertThat(uid).as(node.getOperatorName()).isNotNull();
      // A Kafka sink is a writer and a committer; Flink derives the second's uid from ours.
      uids.add(uid.replaceFirst("^Sink Committer: ", ""));
    }
    return uids;
  }
}
