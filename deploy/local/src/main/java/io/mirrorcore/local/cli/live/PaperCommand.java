package io.mirrorcore.local.cli.live;

import io.mirrorcore.jobs.cli.SettingsOptions;
import io.mirrorcore.jobs.config.ConfigurationException;
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
import io.mirrorcore.local.cli.Interrupt;
import io.mirrorcore.local.job.LocalJob;
import io.mirrorcore.local.paper.PaperTail;
import io.mirrorcore.local.resume.CheckpointPlace;
import io.mirrorcore.local.resume.Continuation;
import io.mirrorcore.local.resume.OwnDirectory;
import java.nio.file.Files;
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

/** {@code paper}: trades on paper to the positions of the pipeline. */
@Command(
    name = "paper",
    description = {
      "Trades on paper to the positions of the configuration's Kafka, in this process.",
      "Orders, fills and the account are topics; the options are under paper."
    })
public final class PaperCommand implements Callable<Integer> {

  private static final long LOOK_EVERY_MS = 200;
  private static final String BEHIND = "-paper";

  @Mixin private SettingsOptions options;
  @Spec private CommandSpec spec;

  @Option(
      names = "--replay",
      description = "Reads the topics from the beginning to their present end, then stops.")
  private boolean replay;

  @Option(
      names = "--fresh",
      description =
          "Begins anew although there is a checkpoint of this job, which stays where it is.")
  private boolean fresh;

  @Option(names = "--append", description = "Begins anew beside what is on the output topics.")
  private boolean append;

  @Override
  public Integer call() throws Exception {
    Settings given = options.settings();
    Settings settings = replay ? given.with(Map.of("job.mode", "replay")) : given;
    TopicLayout.require(
        settings, Role.PAPER, Optional.empty(), spec.commandLine().getErr()::println);
    if (PaperPlan.of(settings).needsPrices()) {
      settings =
          IntervalPeek.over(settings, Optional.empty(), spec.commandLine().getErr()::println);
    }
    requireReachable(PaperPlan.of(settings).killFile());
    JobPlan plan = JobPlan.of(settings);
    KafkaPlan kafka = KafkaPlan.of(settings, Role.PAPER);
    Configuration flink = JobEnvironment.live(plan.run());
    if (kafka.replay()) {
      new Continuation(fresh, append).requireAppend(settings, Role.PAPER);
      flink.removeConfig(CheckpointingOptions.CHECKPOINTS_DIRECTORY); // those of the live job
    } else {
      goOn(settings, flink);
    }
    run(PaperPlan.of(settings), plan, kafka, flink);
    return 0;
  }

  /** A switch that nobody could throw is worse than none. */
  private static void requireReachable(String killFile) {
    Path directory = killFile == null ? null : Path.of(killFile).toAbsolutePath().getParent();
    if (directory != null && !Files.isDirectory(directory)) {
      throw new ConfigurationException(
          "paper.kill-file is %s, whose directory %s does not exist: make it, or name another"
              .formatted(killFile, directory));
    }
  }

  private void run(PaperPlan paper, JobPlan plan, KafkaPlan kafka, Configuration flink)
      throws Exception {
    KafkaPaperInputs inputs = new KafkaPaperInputs(kafka, plan.portfolios().names());
    LocalJob.Graph graph =
        env ->
            PaperTopology.define(
                env, plan, paper, new KafkaInputs(kafka, plan), inputs, new KafkaOutputs(kafka));
    try (Interrupt interrupt = Interrupt.watch();
        PaperTail tail = new PaperTail(kafka);
        LocalJob job = LocalJob.start(flink, plan.run(), graph)) {
      say(
          plan.run().name()
              + BEHIND
              + " trades on paper on "
              + kafka.client().get("bootstrap.servers")
              + (kafka.replay() ? "" : "; Ctrl-C ends it"));
      boolean interrupted = false;
      while (!job.isOver() && !interrupted) {
        interrupted = interrupt.await(LOOK_EVERY_MS);
      }
      if (!interrupted) {
        job.await();
        tail.read().lines().forEach(this::say);
      }
    }
  }

  /** From the job's own newest checkpoint, in a directory beside the pipeline's. */
  private void goOn(Settings settings, Configuration flink) {
    Path pipelines =
        OwnDirectory.of(
            settings, System.getenv("XDG_STATE_HOME"), Path.of(System.getProperty("user.home")));
    CheckpointPlace place =
        new CheckpointPlace(
            pipelines.resolveSibling(pipelines.getFileName() + BEHIND), Optional.empty());
    say(new Continuation(fresh, append).into(flink, place, settings, Role.PAPER));
  }

  private void say(String sentence) {
    spec.commandLine().getErr().println(sentence);
    spec.commandLine().getErr().flush();
  }
}
