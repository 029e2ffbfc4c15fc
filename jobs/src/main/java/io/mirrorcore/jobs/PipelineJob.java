package io.mirrorcore.jobs;

import io.mirrorcore.jobs.cli.JobProgram;
import io.mirrorcore.jobs.cli.SettingsOptions;
import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.intake.HistoryFile;
import io.mirrorcore.jobs.kafka.IntervalPeek;
import io.mirrorcore.jobs.kafka.PublishedRecords;
import io.mirrorcore.jobs.kafka.TopicLayout;
import io.mirrorcore.jobs.plan.JobPlan;
import io.mirrorcore.jobs.topic.Role;
import io.mirrorcore.jobs.topology.JobEnvironment;
import io.mirrorcore.jobs.topology.PipelineTopology;
import io.mirrorcore.jobs.topology.kafka.KafkaInputs;
import io.mirrorcore.jobs.topology.kafka.KafkaOutputs;
import io.mirrorcore.jobs.topology.kafka.KafkaPlan;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The whole pipeline over Kafka, for submission to a Flink cluster. */
@Command(
    name = "PipelineJob",
    description = "Runs the pipeline against the Kafka of the configuration until it is stopped.")
public final class PipelineJob implements Callable<Integer> {

  @Mixin private SettingsOptions options;

  PipelineJob() {}

  public static void main(String[] arguments) throws Exception {
    JobProgram.run(new PipelineJob(), arguments);
  }

  @Override
  public Integer call() throws Exception {
    Settings given = options.settings();
    StreamExecutionEnvironment env = JobEnvironment.submitted(JobPlan.of(given).run());
    TopicLayout.require(given, Role.PIPELINE, JobEnvironment.fixedJobId(env), System.err::println);
    Optional<HistoryFile> history = HistoryFile.of(given);
    history.map(HistoryFile::sentence).ifPresent(System.err::println);
    Settings settings = IntervalPeek.over(given, history, System.err::println);
    JobPlan plan = JobPlan.of(settings);
    KafkaPlan kafka = KafkaPlan.of(settings);
    KafkaOutputs outputs = new KafkaOutputs(kafka, PublishedRecords.newestWeights(settings));
    PipelineTopology.define(env, plan, new KafkaInputs(kafka, plan, history), outputs);
    env.execute(plan.run().name());
    return 0;
  }
}
