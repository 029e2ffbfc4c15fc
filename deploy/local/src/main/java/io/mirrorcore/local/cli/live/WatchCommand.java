package io.mirrorcore.local.cli.live;

import io.mirrorcore.jobs.cli.SettingsOptions;
import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.kafka.TopicLayout;
import io.mirrorcore.jobs.kafka.Topics;
import io.mirrorcore.jobs.topic.Topic;
import io.mirrorcore.jobs.topology.kafka.KafkaPlan;
import io.mirrorcore.jobs.wire.json.Json;
import io.mirrorcore.local.cli.Interrupt;
import io.mirrorcore.local.cli.OutputFormat;
import io.mirrorcore.local.feed.OutputTail;
import io.mirrorcore.portfolio.record.Alert;
import io.mirrorcore.portfolio.record.EnsembleWeights;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code watch}: weights and alerts as they come. */
@Command(
    name = "watch",
    description = "Prints weights and alerts from Kafka as they come (read-committed).")
public final class WatchCommand implements Callable<Integer> {

  private static final Duration POLL = Duration.ofMillis(200);

  @Mixin private SettingsOptions options;
  @Spec private CommandSpec spec;

  @Option(names = "--from-beginning", description = "Also prints what is on the topics already.")
  private boolean fromBeginning;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "Ends after N records (default: at Ctrl-C).")
  private long limit = Long.MAX_VALUE;

  @Option(
      names = "--format",
      defaultValue = "text",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private OutputFormat format;

  @Override
  public Integer call() {
    Settings settings = options.settings();
    KafkaPlan kafka = KafkaPlan.of(settings);
    List<String> topics = List.of(kafka.topic(Topic.WEIGHTS), kafka.topic(Topic.ALERTS));
    Topics.require(TopicLayout.client(settings), topics, List.of());
    long left = limit;
    try (Interrupt interrupt = Interrupt.watch();
        OutputTail tail = new OutputTail(kafka, topics, fromBeginning)) {
      while (left > 0 && !interrupt.isAsked()) {
        for (ConsumerRecord<byte[], byte[]> record : tail.poll(POLL)) {
          if (left-- > 0) {
            print(record, topics.get(0));
          }
        }
      }
    }
    return 0;
  }

  private void print(ConsumerRecord<byte[], byte[]> record, String weightsTopic) {
    PrintWriter out = spec.commandLine().getOut();
    WeightsText text = new WeightsText(Ansi.AUTO);
    if (format == OutputFormat.JSON) {
      out.println(new String(record.value(), StandardCharsets.UTF_8));
    } else if (record.topic().equals(weightsTopic)) {
      out.println(text.weights(Json.decode(record.value(), EnsembleWeights.class)));
    } else {
      out.println(text.alert(Json.decode(record.value(), Alert.class)));
    }
    out.flush();
  }
}
