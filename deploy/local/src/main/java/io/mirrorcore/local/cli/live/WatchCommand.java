package io.mirrorcore.local.cli.live;

import com.fasterxml.jackson.databind.JsonNode;
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
import io.mirrorcore.portfolio.record.TargetPositions;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code watch}: weights and alerts as they come, and positions where they are asked for. */
@Command(
    name = "watch",
    description = {
      "Prints weights and alerts from Kafka as they come (read-committed).",
      "With --positions also what is held, and how old the weights behind it are."
    })
public final class WatchCommand implements Callable<Integer> {

  private static final Duration POLL = Duration.ofMillis(200);

  @Mixin private SettingsOptions options;
  @Spec private CommandSpec spec;

  private final PositionsText ages = new PositionsText(Ansi.AUTO);

  @Option(names = "--from-beginning", description = "Also prints what is on the topics already.")
  private boolean fromBeginning;

  @Option(
      names = "--positions",
      description =
          "Also prints positions, with the age of the weights in force, and STALE where newer ones"
              + " were due.")
  private boolean positions;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description =
          "Ends after N records were printed, of whatever kind (default: at Ctrl-C). Deleted keys"
              + " are not printed.")
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
    List<String> topics = topics(kafka);
    Topics.require(TopicLayout.client(settings), topics, List.of());
    if (positions && !fromBeginning) {
      standing(kafka);
    }
    long left = limit;
    try (Interrupt interrupt = Interrupt.watch();
        OutputTail tail = new OutputTail(kafka, topics, fromBeginning)) {
      while (left > 0 && !interrupt.isAsked()) {
        for (ConsumerRecord<byte[], byte[]> record : tail.poll(POLL)) {
          if (record.value() != null && left > 0 && shown(record, kafka)) {
            left--;
          }
        }
      }
    }
    return 0;
  }

  private void note(byte[] weights) {
    try {
      ages.weights(Json.decode(weights, EnsembleWeights.class));
    } catch (IllegalArgumentException e) {
      return; // no weights in force: there is nothing to judge positions by
    }
  }

  /** Whether it could be printed; of what cannot be read a line says where it is. */
  private boolean shown(ConsumerRecord<byte[], byte[]> record, KafkaPlan kafka) {
    try {
      print(record, kafka);
      return true;
    } catch (IllegalArgumentException e) {
      PrintWriter err = spec.commandLine().getErr();
      err.println(
          "%s-%d@%d is passed over: %s (of a topic in Avro, set format.TOPIC=avro)"
              .formatted(record.topic(), record.partition(), record.offset(), e.getMessage()));
      err.flush();
      return false;
    }
  }

  private List<String> topics(KafkaPlan kafka) {
    List<String> topics = new ArrayList<>();
    topics.add(kafka.topic(Topic.WEIGHTS));
    topics.add(kafka.topic(Topic.ALERTS));
    if (positions) {
      topics.add(kafka.topic(Topic.POSITIONS));
    }
    return topics;
  }

  /** The weights that are in force already: positions are judged by them. */
  private void standing(KafkaPlan kafka) {
    List<String> topic = List.of(kafka.topic(Topic.WEIGHTS));
    try (OutputTail tail = new OutputTail(kafka, topic, true)) {
      while (!tail.hasReadWhatWasThere()) {
        for (ConsumerRecord<byte[], byte[]> record : tail.poll(POLL)) {
          if (record.value() != null) {
            note(record.value());
          }
        }
      }
    }
  }

  private void print(ConsumerRecord<byte[], byte[]> record, KafkaPlan kafka) {
    PrintWriter out = spec.commandLine().getOut();
    WeightsText text = new WeightsText(Ansi.AUTO);
    if (format == OutputFormat.JSON) {
      Json.decode(
          record.value(), JsonNode.class); // throws where a program could not read it either
      out.println(new String(record.value(), StandardCharsets.UTF_8));
    } else if (record.topic().equals(kafka.topic(Topic.WEIGHTS))) {
      EnsembleWeights weights = Json.decode(record.value(), EnsembleWeights.class);
      ages.weights(weights);
      out.println(text.weights(weights));
    } else if (record.topic().equals(kafka.topic(Topic.POSITIONS))) {
      out.println(ages.positions(Json.decode(record.value(), TargetPositions.class)));
    } else {
      out.println(text.alert(Json.decode(record.value(), Alert.class)));
    }
    out.flush();
  }
}
