package io.mirrorcore.jobs;

import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.kafka.TopicLayout;
import io.mirrorcore.jobs.plan.JobPlan;
import io.mirrorcore.jobs.topology.JobEnvironment;
import io.mirrorcore.jobs.topology.PipelineTopology;
import io.mirrorcore.jobs.topology.kafka.KafkaInputs;
import io.mirrorcore.jobs.topology.kafka.KafkaOutputs;
import io.mirrorcore.jobs.topology.kafka.KafkaPlan;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The whole pipeline over Kafka, for submission to a Flink cluster: {@code [--config FILE] [--set
 * KEY=VALUE]...}, as the commands of {@code deploy/local} have them.
 */
public final class PipelineJob {

  private PipelineJob() {}

  /** Builds the graph from the configuration file and runs it until it is stopped. */
  public static void main(String[] arguments) throws Exception {
    Settings settings = JobArguments.of(PipelineJob.class, arguments).settings();
    TopicLayout.require(settings);
    JobPlan plan = JobPlan.of(settings);
    KafkaPlan kafka = KafkaPlan.of(settings);
    StreamExecutionEnvironment env = JobEnvironment.submitted(plan.run());
    PipelineTopology.define(env, plan, new KafkaInputs(kafka, plan), new KafkaOutputs(kafka));
    env.execute(plan.run().name());
  }
}
