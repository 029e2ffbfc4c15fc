package io.mirrorcore.jobs;

import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.kafka.TopicLayout;
import io.mirrorcore.jobs.plan.JobPlan;
import io.mirrorcore.jobs.topology.EnsembleTopology;
import io.mirrorcore.jobs.topology.JobEnvironment;
import io.mirrorcore.jobs.topology.kafka.KafkaOutputs;
import io.mirrorcore.jobs.topology.kafka.KafkaPlan;
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
    JobPlan plan = JobPlan.of(settings);
    KafkaPlan kafka = KafkaPlan.of(settings);
    StreamExecutionEnvironment env = JobEnvironment.submitted(plan.run());
    EnsembleTopology.define(
        env, plan, new KafkaReturnsInputs(kafka, plan.parser()), new KafkaOutputs(kafka));
    env.execute(plan.run().name());
  }
}
