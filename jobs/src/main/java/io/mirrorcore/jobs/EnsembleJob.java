package io.mirrorcore.jobs;

import io.mirrorcore.jobs.config.key.PipelineKeys;
import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.kafka.TopicLayout;
import io.mirrorcore.jobs.topology.EnsembleTopology;
import io.mirrorcore.jobs.topology.JobEnvironment;
import io.mirrorcore.jobs.topology.kafka.KafkaOutputs;
import io.mirrorcore.jobs.topology.kafka.KafkaReturnsInputs;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Weights for strategies that live elsewhere: reads their returns from Kafka, for submission to a
 * Flink cluster: {@code --config FILE}.
 */
public final class EnsembleJob {

  private EnsembleJob() {}

  /** Builds the graph from the configuration file and runs it until it is stopped. */
  public static void main(String[] arguments) throws Exception {
    Settings settings = JobArguments.of(EnsembleJob.class, arguments).settings();
    TopicLayout.requireForReturns(settings);
    StreamExecutionEnvironment env = JobEnvironment.submitted(settings);
    EnsembleTopology.define(
        env, settings, new KafkaReturnsInputs(settings), new KafkaOutputs(settings));
    env.execute(settings.get(PipelineKeys.JOB_NAME));
  }
}
