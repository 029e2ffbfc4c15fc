package io.mirrorcore.local.cli.live;

import io.mirrorcore.jobs.cli.SettingsOptions;
import io.mirrorcore.jobs.config.key.PipelineKeys;
import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.intake.HistoryFile;
import io.mirrorcore.jobs.kafka.IntervalPeek;
import io.mirrorcore.jobs.kafka.PublishedRecords;
import io.mirrorcore.jobs.kafka.TopicLayout;
import io.mirrorcore.jobs.plan.JobPlan;
import io.mirrorcore.jobs.topic.Role;
import io.mirrorcore.jobs.topology.JobEnvironment;
import io.mirrorcore.jobs.topology.kafka.KafkaInputs;
import io.mirrorcore.jobs.topology.kafka.KafkaOutputs;
import io.mirrorcore.jobs.topology.kafka.KafkaPlan;
import io.mirrorcore.local.cli.Interrupt;
import io.mirrorcore.local.job.LocalJob;
import io.mirrorcore.local.resume.CheckpointPlace;
import io.mirrorcore.local.resume.Continuation;
import io.mirrorcore.local.resume.OwnDirectory;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code run}: the pipeline against the Kafka of the configuration. */
@Command(
    name = "run",
    description = {
      "Runs the pipeline against the Kafka of the configuration, in this process.",
      "It goes on from its own last checkpoint, where there is one."
    })
public final class RunCommand implements Callable<Integer> {

  private static final long LOOK_EVERY_MS = 200;

  @Mixin private SettingsOptions options;
  @Spec private CommandSpec spec;

  @Option(
      names = "--replay",
      description =
          "Reads the topics from the beginning to their present end, then stops with a summary.")
  private boolean replay;

  @Option(
      names = "--history",
      paramLabel = "FILE",
      description =
          "Bars as CSV (plain or .gz) that are taken in before those of the topics, once; the"
              + " topics count from its last close on (job.history).")
  private Path history;

  @Option(
      names = "--fresh",
      description =
          "Begins anew although there is a checkpoint of this job, which stays where it is.")
  private boolean fresh;

  @Option(
      names = "--append",
      description =
          "Begins anew beside what is on the output topics; weights come when they are newer.")
  private boolean append;

  @Override
  public Integer call() throws Exception {
    Settings settings = options.settings();
    if (history != null) {
      settings = settings.with(PipelineKeys.JOB_HISTORY.key(), history);
    }
    if (replay) {
      settings = settings.with(Map.of("job.mode", "replay"));
    }
    TopicLayout.require(settings, Role.PIPELINE, Optional.empty(), err()::println);
    Optional<HistoryFile> before = HistoryFile.of(settings);
    settings = IntervalPeek.over(settings, before, err()::println);
    JobPlan plan = JobPlan.of(settings);
    KafkaPlan kafka = KafkaPlan.of(settings);
    Configuration flink = JobEnvironment.live(plan.run());
    if (kafka.replay()) {
      new Continuation(fresh, append).requireAppend(settings, Role.PIPELINE);
      flink.removeConfig(CheckpointingOptions.CHECKPOINTS_DIRECTORY); // those of the live job
    } else {
      goOn(settings, flink);
    }
    before.map(HistoryFile::sentence).ifPresent(this::say);
    KafkaOutputs outputs = new KafkaOutputs(kafka, PublishedRecords.newestWeights(settings));
    try (Interrupt interrupt = Interrupt.watch();
        LocalJob job = LocalJob.start(flink, plan, new KafkaInputs(kafka, plan, before), outputs)) {
      say(
          plan.run().name()
              + " is running on "
              + kafka.client().get("bootstrap.servers")
              + (kafka.replay() ? "" : "; Ctrl-C ends it"));
      follow(job, interrupt);
    }
    return 0;
  }

  private void follow(LocalJob job, Interrupt interrupt) throws Exception {
    boolean interrupted = false;
    while (!job.isOver() && !interrupted) {
      interrupted = interrupt.await(LOOK_EVERY_MS);
    }
    if (!interrupted) {
      say(job.await().sentence());
    }
  }

  /** From the job's own newest checkpoint, where it has one. */
  private void goOn(Settings settings, Configuration flink) {
    CheckpointPlace place =
        new CheckpointPlace(
            OwnDirectory.of(
                settings,
                System.getenv("XDG_STATE_HOME"),
                Path.of(System.getProperty("user.home"))),
            Optional.empty());
    say(new Continuation(fresh, append).into(flink, place, settings, Role.PIPELINE));
  }

  private void say(String sentence) {
    err().println(sentence);
    err().flush();
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }
}
