package io.mirrorcore.local.cli.live;

import io.mirrorcore.jobs.cli.SettingsOptions;
import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.kafka.IntervalPeek;
import io.mirrorcore.jobs.kafka.TopicLayout;
import io.mirrorcore.jobs.plan.JobPlan;
import io.mirrorcore.jobs.topic.Role;
import io.mirrorcore.jobs.topology.JobEnvironment;
import io.mirrorcore.jobs.topology.kafka.KafkaInputs;
import io.mirrorcore.jobs.topology.kafka.KafkaOutputs;
import io.mirrorcore.jobs.topology.kafka.KafkaPlan;
import io.mirrorcore.local.cli.Interrupt;
import io.mirrorcore.local.job.LocalJob;
import java.io.PrintWriter;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code run}: the pipeline against the Kafka of the configuration. */
@Command(
    name = "run",
    description = "Runs the pipeline against the Kafka of the configuration, in this process.")
public final class RunCommand implements Callable<Integer> {

  private static final long LOOK_EVERY_MS = 200;

  @Mixin private SettingsOptions options;
  @Spec private CommandSpec spec;

  @Option(
      names = "--replay",
      description =
          "Reads the topics from the beginning to their present end, then stops with a summary.")
  private boolean replay;

  @Override
  public Integer call() throws Exception {
    Settings settings = options.settings();
    if (replay) {
      settings = settings.with(Map.of("job.mode", "replay"));
    }
    TopicLayout.require(settings, Role.PIPELINE, Optional.empty(), err()::println);
    settings = IntervalPeek.over(settings, err()::println);
    JobPlan plan = JobPlan.of(settings);
    KafkaPlan kafka = KafkaPlan.of(settings);
    try (Interrupt interrupt = Interrupt.watch();
        LocalJob job =
            LocalJob.start(
                JobEnvironment.live(plan.run()),
                plan,
                new KafkaInputs(kafka, plan),
                new KafkaOutputs(kafka))) {
      err()
          .println(
              plan.run().name()
                  + " is running on "
                  + kafka.client().get("bootstrap.servers")
                  + (kafka.replay() ? "" : "; Ctrl-C ends it"));
      err().flush();
      boolean interrupted = false;
      while (!job.isOver() && !interrupted) {
        interrupted = interrupt.await(LOOK_EVERY_MS);
      }
      if (!interrupted) {
        err().println(job.await().sentence());
        err().flush();
      }
    }
    return 0;
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }
}
