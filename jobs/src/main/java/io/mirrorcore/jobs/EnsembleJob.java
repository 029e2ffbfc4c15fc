package io.mirrorcore.jobs;

import io.mirrorcore.jobs.cli.JobProgram;
import io.mirrorcore.jobs.cli.SettingsOptions;
import io.mirrorcore.jobs.config.ConfigurationException;
import io.mirrorcore.jobs.config.key.PipelineKeys;
import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.config.wiring.Engines;
import io.mirrorcore.jobs.kafka.PublishedRecords;
import io.mirrorcore.jobs.kafka.TopicLayout;
import io.mirrorcore.jobs.plan.JobPlan;
import io.mirrorcore.jobs.topic.Role;
import io.mirrorcore.jobs.topology.EnsembleTopology;
import io.mirrorcore.jobs.topology.JobEnvironment;
import io.mirrorcore.jobs.topology.kafka.KafkaOutputs;
import io.mirrorcore.jobs.topology.kafka.KafkaPlan;
import io.mirrorcore.jobs.topology.kafka.KafkaReturnsInputs;
import java.util.concurrent.Callable;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * Weights for strategies that live elsewhere: reads their returns from Kafka, for submission to a
 * Flink cluster.
 */
@Command(
    name = "EnsembleJob",
    description = "Weighs strategies by their returns, read from Kafka, until it is stopped.")
public final class EnsembleJob implements Callable<Integer> {

  @Mixin private SettingsOptions options;

  EnsembleJob() {}

  public static void main(String[] arguments) throws Exception {
    JobProgram.run(new EnsembleJob(), arguments);
  }

  @Override
  public Integer call() throws Exception {
    Settings settings = options.settings();
    requireNoHistory(settings);
    Engines.requireUnsized(settings);
    JobPlan plan = JobPlan.of(settings);
    StreamExecutionEnvironment env = JobEnvironment.submitted(plan.run());
    TopicLayout.require(
        settings, Role.ENSEMBLE, JobEnvironment.fixedJobId(env), System.err::println);
    KafkaPlan kafka = KafkaPlan.of(settings, Role.ENSEMBLE);
    KafkaOutputs outputs = new KafkaOutputs(kafka, PublishedRecords.newestWeights(settings));
    EnsembleTopology.define(env, plan, new KafkaReturnsInputs(kafka, plan.parser()), outputs);
    env.execute(plan.run().name());
    return 0;
  }

  /** Returns of two origins would need an order between them that their topic does not give. */
  private static void requireNoHistory(Settings settings) {
    if (settings.isSet(PipelineKeys.JOB_HISTORY.key())) {
      throw new ConfigurationException(
          "job.history is of prices, and EnsembleJob reads strategy returns: leave it out, and put earlier returns on their topic before the others, in the order of time");
    }
  }
}
