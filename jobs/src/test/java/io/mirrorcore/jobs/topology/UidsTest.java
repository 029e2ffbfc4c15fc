package io.mirrorcore.jobs.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.jobs.config.Settings;
import java.util.ArrayList;
import java.util.List;
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
          "prices-admit",
          "ticks-admit",
          "options-admit",
          "symbol-strategies",
          "portfolio-membership",
          "shard-membership",
          "pair-shards",
          "portfolio-ledger",
          "ensemble",
          "signal-order",
          "dead-letter-count",
          "signals-sink",
          "strategy-returns-sink",
          "weights-sink",
          "positions-sink",
          "alerts-sink",
          "dead-letter-sink");

  @Test
  void areWhatTheyWere() {
    assertThat(Uids.all()).containsExactlyElementsOf(GOLDEN).doesNotHaveDuplicates();
  }

  @Test
  void everyOperatorOfTheKafkaJobHasOneAndIsNamedByIt() {
    Settings settings = Settings.defaults();
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.getExecutionEnvironment(JobEnvironment.live(settings));
    PipelineTopology.define(env, settings, new KafkaInputs(settings), new KafkaOutputs(settings));
    List<String> uids = new ArrayList<>();
    for (StreamNode node : env.getStreamGraph().getStreamNodes()) {
      String uid = node.getTransformationUID();
      assertThat(uid).as(node.getOperatorName()).isNotNull();
      // A Kafka sink is a writer and a committer; Flink derives the second's uid from ours.
      uids.add(uid.replaceFirst("^Sink Committer: ", ""));
    }
    assertThat(uids).hasSameElementsAs(GOLDEN);
  }
}
