package io.mirrorcore.local.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.plan.JobPlan;
import io.mirrorcore.jobs.topic.Topic;
import io.mirrorcore.jobs.topology.EnsembleTopology;
import io.mirrorcore.jobs.topology.JobEnvironment;
import io.mirrorcore.jobs.topology.file.FileReturnsInputs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ensemble fed with returns from outside is the ensemble of the pipeline. */
class EnsembleAloneTest {

  private static final JobPlan PLAN =
      JobPlan.of(
          Settings.defaults()
              .with(
                  Map.of(
                      "bars.interval", "1m",
                      "ensemble.period", "bar",
                      "regimes.trending.every", "7 bars",
                      "regimes.ranging.every", "5 bars",
                      "regimes.mixed.every", "6 bars")));

  private static CollectedOutputs pipeline;

  @TempDir private Path directory;

  @BeforeAll
  static void runThePipeline() throws Exception {
    pipeline = new CollectedOutputs();
    ScheduledInputs inputs = new ScheduledInputs(new RecordedMarket(3, 120).merged(), 1_000);
    try (LocalJob job =
        LocalJob.start(JobEnvironment.offline(PLAN.run()), PLAN, inputs, pipeline)) {
      job.await();
    }
  }

  private CollectedOutputs ensembleOf(String name, List<String> lines) throws Exception {
    Path file = directory.resolve(name);
    Files.write(file, lines);
    CollectedOutputs outputs = new CollectedOutputs();
    FileReturnsInputs inputs = new FileReturnsInputs(PLAN.parser(), file);
    try (LocalJob job =
        LocalJob.start(
            JobEnvironment.offline(PLAN.run()),
            PLAN.run(),
            env -> EnsembleTopology.defineWithReturns(env, PLAN, inputs, outputs))) {
      job.await();
    }
    return outputs;
  }

  @Test
  void givesThePipelinesOwnWeightsByteForByte() throws Exception {
    List<String> returns = pipeline.byKey(Topic.STRATEGY_RETURNS).get("main");
    CollectedOutputs alone = ensembleOf("returns.jsonl", returns);

    assertThat(pipeline.byKey(Topic.WEIGHTS).get("main")).hasSizeGreaterThan(5);
    assertThat(alone.byKey(Topic.WEIGHTS)).isEqualTo(pipeline.byKey(Topic.WEIGHTS));
    assertThat(alone.byKey(Topic.STRATEGY_RETURNS))
        .isEqualTo(pipeline.byKey(Topic.STRATEGY_RETURNS));
  }

  @Test
  void setsBadRecordsAsideAndGoesOn() throws Exception {
    List<String> flawed = new ArrayList<>(pipeline.byKey(Topic.STRATEGY_RETURNS).get("main"));
    flawed.add(60, flawed.get(20));
    flawed.add(50, flawed.get(49));
    flawed.add(40, "{\"time\":1,\"returns\":\"none\"}");
    CollectedOutputs alone = ensembleOf("flawed.jsonl", flawed);

    assertThat(alone.byKey(Topic.WEIGHTS)).isEqualTo(pipeline.byKey(Topic.WEIGHTS));
    assertThat(alone.sorted(Topic.DEAD_LETTER))
        .hasSize(3)
        .anyMatch(letter -> letter.contains("\"reason\":\"LATE\""))
        .anyMatch(letter -> letter.contains("\"reason\":\"DUPLICATE\""))
        .anyMatch(letter -> letter.contains("\"reason\":\"MALFORMED\""));
  }
}
