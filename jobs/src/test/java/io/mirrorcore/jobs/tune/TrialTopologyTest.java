package io.mirrorcore.jobs.tune;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.jobs.backtest.BacktestInputs;
import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.topology.JobEnvironment;
import io.mirrorcore.jobs.topology.Uids;
import io.mirrorcore.tune.TrialPoint;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.junit.jupiter.api.Test;

class TrialTopologyTest {

  @Test
  void everyOperatorHasAUidAndIsNamedByIt() {
    TunePlan plan =
        new TunePlan(
            Settings.defaults(),
            new BacktestInputs(Map.of(), Path.of("returns.csv")),
            "given",
            null,
            TuneSettings.grid(Settings.defaults()));
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.getExecutionEnvironment(
            JobEnvironment.offline(plan.job().run()));
    Path directory = Path.of("trials");
    TrialTopology.define(
        env,
        List.of(new TrialPoint(1, 50, 0.1)),
        new TrialFunction(plan.trials("main"), directory),
        new TrialJournal(directory, ""));
    assertThat(env.getStreamGraph().getStreamNodes())
        .extracting(StreamNode::getTransformationUID)
        .containsExactlyInAnyOrder(Uids.TRIALS_SOURCE, Uids.TRIALS, Uids.TRIALS_JOURNAL);
  }
}
