package io.mirrorcore.local.cli.operate;

import io.mirrorcore.jobs.cli.CommandFailure;
import io.mirrorcore.jobs.cli.SettingsOptions;
import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.kafka.TopicDetails;
import io.mirrorcore.jobs.kafka.TopicLayout;
import io.mirrorcore.jobs.kafka.TopicSpec;
import io.mirrorcore.jobs.kafka.Topics;
import io.mirrorcore.jobs.plan.JobPlan;
import io.mirrorcore.jobs.topology.kafka.KafkaPlan;
import io.mirrorcore.local.feed.StampCheck;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code topics create} and {@code topics describe}. */
@Command(
    name = "topics",
    description = "Makes or describes the Kafka topics of the configuration.",
    synopsisSubcommandLabel = "COMMAND")
public final class TopicsCommand {

  @Spec private CommandSpec spec;

  @Command(name = "create", description = "Makes the topics that do not exist yet.")
  int create(
      @Mixin SettingsOptions options,
      @Option(
              names = "--partitions",
              defaultValue = "4",
              description = "Partitions of each topic (default: ${DEFAULT-VALUE}).")
          int partitions,
      @Option(
              names = "--replication",
              paramLabel = "<replicas>",
              description =
                  "Copies of each partition, at most one a broker (default: the broker's).")
          Short replication) {
    atLeastOne("--partitions", partitions);
    atLeastOne("--replication", replication == null ? 1 : replication);
    Settings settings = options.settings();
    List<TopicSpec> wanted = TopicLayout.of(settings, partitions, Optional.ofNullable(replication));
    List<String> made = Topics.create(TopicLayout.client(settings), wanted);
    for (TopicSpec topic : wanted) {
      out()
          .printf(
              "%-20s %s%n", topic.name(), made.contains(topic.name()) ? "created" : "was there");
    }
    out().flush();
    return 0;
  }

  private static void atLeastOne(String option, int value) {
    if (value < 1) {
      throw new CommandFailure(option + " must be at least 1; have " + value);
    }
  }

  @Command(
      name = "describe",
      description =
          "Shows the topics with partitions and settings, and what of it should be otherwise.")
  int describe(@Mixin SettingsOptions options) {
    Settings settings = options.settings();
    List<TopicSpec> wanted = TopicLayout.of(settings, 1);
    List<TopicDetails> topics =
        Topics.describe(
            TopicLayout.client(settings), wanted.stream().map(TopicSpec::name).toList());
    out().printf("%-20s %10s %8s  %s%n", "topic", "partitions", "replicas", "settings");
    topics.forEach(this::print);
    for (int i = 0; i < topics.size(); i++) {
      topics.get(i).differences(wanted.get(i)).forEach(out()::println);
    }
    KafkaPlan kafka = KafkaPlan.of(settings);
    StampCheck stamps = new StampCheck(kafka, JobPlan.of(settings));
    kafka.inputs().forEach(kind -> stamps.problem(kind).ifPresent(out()::println));
    out().flush();
    return 0;
  }

  private void print(TopicDetails topic) {
    out()
        .printf(
            "%-20s %10d %8d  %s%n",
            topic.name(), topic.partitions(), topic.replicas(), topic.config());
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
