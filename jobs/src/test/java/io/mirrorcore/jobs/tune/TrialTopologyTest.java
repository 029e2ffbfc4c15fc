package io.mirrorcore.jobs.tune;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.topology.JobEnvironment;
import io.mirrorcore.jobs.topology.Uids;
import io.mirrorcore.tune.TrialPoint;
import java.nio.file.Path;
import java.util.List;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.junit.jupiter.api.Test;

class TrialTopologyTest {

  @Test
  void everyOperatorHasAUidAndIsNamedByIt() {
    Settings settings = Settings.defaults();
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.getExecutionEnvironment(JobEnvironment.offline(settings));
    Path directory = Path.of("trials");
    TrialTopology.define(
        env,
        List.of(new TrialPoint(1, 50, 0.1)),
        new TrialFunction(settings, "main", directory),
        new TrialJournal(directory, ""));
    assertThat(env.getStreamGraph().getStreamNodes())
        .extracting(StreamNode::getTransformationUID)
        .containsExactlyInAnyOrder(Uids.TRIALS_SOURCE, Uids.TRIALS, Uids.TRIALS_JOURNAL);
  }
}
