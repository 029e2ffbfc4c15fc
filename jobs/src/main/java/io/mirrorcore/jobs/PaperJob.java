package io.mirrorcore.jobs;

import io.mirrorcore.jobs.cli.JobProgram;
import io.mirrorcore.jobs.cli.SettingsOptions;
import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.kafka.IntervalPeek;
import io.mirrorcore.jobs.kafka.TopicLayout;
import io.mirrorcore.jobs.paper.PaperPlan;
import io.mirrorcore.jobs.plan.JobPlan;
import io.mirrorcore.jobs.topic.Role;
import io.mirrorcore.jobs.topology.JobEnvironment;
import io.mirrorcore.jobs.topology.PaperTopology;
import io.mirrorcore.jobs.topology.kafka.KafkaInputs;
import io.mirrorcore.jobs.topology.kafka.KafkaOutputs;
import io.mirrorcore.jobs.topology.kafka.KafkaPaperInputs;
import io.mirrorcore.jobs.topology.kafka.KafkaPlan;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Paper trading over Kafka, beside the pipeline, for submission to a Flink cluster. */
@Command(
    name = "PaperJob",
    description = "Trades on paper to the positions of the configuration's Kafka until stopped.")
public final class PaperJob implements Callable<Integer> {

  @Mixin private SettingsOptions options;

  PaperJob() {}

  public static void main(String[] arguments) throws Exception {
    JobProgram.run(new PaperJob(), arguments);
  }

  @Override
  public Integer call() throws Exception {
    Settings given = options.settings();
    StreamExecutionEnvironment env = JobEnvironment.submitted(JobPlan.of(given).run());
    TopicLayout.require(given, Role.PAPER, JobEnvironment.fixedJobId(env), System.err::println);
    Settings settings =
        PaperPlan.of(given).needsPrices()
            ? IntervalPeek.over(given, Optional.empty(), System.err::println)
            : given;
    JobPlan plan = JobPlan.of(settings);
    KafkaPlan kafka = KafkaPlan.of(settings, Role.PAPER);
    PaperTopology.define(
        env,
        plan,
        PaperPlan.of(settings),
        new KafkaInputs(kafka, plan),
        new KafkaPaperInputs(kafka, plan.portfolios().names()),
        new KafkaOutputs(kafka));
    env.execute(plan.run().name() + "-paper");
    return 0;
  }
}
