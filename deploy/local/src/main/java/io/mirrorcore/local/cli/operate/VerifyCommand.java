package io.mirrorcore.local.cli.operate;

import io.mirrorcore.consumer.WeightsConsumer;
import io.mirrorcore.consumer.WeightsVerification;
import io.mirrorcore.consumer.WeightsVerification.Outcome;
import io.mirrorcore.jobs.cli.CommandFailure;
import io.mirrorcore.jobs.cli.SettingsOptions;
import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.kafka.TopicLayout;
import io.mirrorcore.jobs.kafka.Topics;
import io.mirrorcore.jobs.topic.Topic;
import io.mirrorcore.jobs.topology.kafka.KafkaPlan;
import io.mirrorcore.jobs.wire.json.Json;
import io.mirrorcore.local.cli.OutputFormat;
import io.mirrorcore.local.verify.ProofCount;
import io.mirrorcore.local.verify.WeightsLines;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code verify}: whether published weights prove what they say. */
@Command(
    name = "verify",
    description = {
      "Checks the proof that weights carry: of the topic, of files or of a pipe.",
      "A record is proven where its target satisfies the conditions of optimality of the problem it"
          + " carries to 1e-8, and its weights in force are what its decision makes of the target"
          + " and of the weights before, to 1e-9. Nothing is solved, and nothing but the record is"
          + " asked.",
      "Ends with 1 where a record is refused or carries no proof, or where there is none."
    })
public final class VerifyCommand implements Callable<Integer> {

  private static final String PIPE = "-";

  @Mixin private SettingsOptions options;
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "FILE",
      arity = "0..*",
      description =
          "Records one a line, plain or .gz; - is standard input. Without any the topic weights of"
              + " the configuration.")
  private List<String> files = List.of();

  @Option(
      names = "--portfolio",
      paramLabel = "NAME",
      description = "Only records of this portfolio (default: of all).")
  private String portfolio;

  @Option(
      names = "--allow-unproven",
      description = "Records that carry no proof are counted, and are no failure.")
  private boolean allowUnproven;

  @Option(
      names = "--format",
      defaultValue = "text",
      description =
          "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}): what fails and the counts, or every"
              + " record as one JSON object.")
  private OutputFormat format;

  private final ProofCount count = new ProofCount();

  @Override
  public Integer call() {
    if (files.isEmpty()) {
      topic();
    } else {
      files.forEach(this::file);
    }
    PrintWriter summary =
        format == OutputFormat.JSON ? spec.commandLine().getErr() : spec.commandLine().getOut();
    summary.println(count.sentence());
    summary.flush();
    return count.holds(allowUnproven) ? 0 : 1;
  }

  private void topic() {
    Settings settings = options.settings();
    KafkaPlan kafka = KafkaPlan.of(settings);
    String topic = kafka.topic(Topic.WEIGHTS);
    Topics.require(TopicLayout.client(settings), List.of(topic), List.of());
    try (WeightsConsumer consumer =
        WeightsConsumer.open(TopicLayout.client(settings), topic, kafka.values())) {
      consumer.verify(this::checked);
    }
  }

  private void file(String name) {
    try {
      if (name.equals(PIPE)) {
        WeightsLines.verify(System.in, "standard input", this::checked);
      } else if (Files.isRegularFile(Path.of(name))) {
        WeightsLines.verify(Path.of(name), this::checked);
      } else {
        throw new CommandFailure(
            "there is no file %s: give one with a record of weights a line, or - for a pipe"
                .formatted(name));
      }
    } catch (IOException e) {
      throw new CommandFailure("%s cannot be read: %s".formatted(name, e.getMessage()));
    }
  }

  private void checked(String place, WeightsVerification record) {
    if (portfolio != null && !portfolio.equals(record.portfolio()) && isSound(record)) {
      return;
    }
    count.add(record);
    PrintWriter out = spec.commandLine().getOut();
    if (format == OutputFormat.JSON) {
      out.println(new String(Json.encode(fields(place, record)), StandardCharsets.UTF_8));
    } else if (record.outcome() == Outcome.REFUSED || record.outcome() == Outcome.UNPROVEN) {
      out.println(
          "%s %s: %s%s"
              .formatted(
                  record.outcome() == Outcome.REFUSED ? "refused" : "no proof",
                  place,
                  occasion(record),
                  record.why()));
    }
  }

  /** What has no name of a portfolio may be of any. */
  private static boolean isSound(WeightsVerification record) {
    return !record.portfolio().isEmpty() || record.outcome() == Outcome.FOREIGN;
  }

  private static String occasion(WeightsVerification record) {
    return record.time() == Long.MIN_VALUE
        ? ""
        : record.portfolio() + " " + Instant.ofEpochMilli(record.time()) + ": ";
  }

  private static Map<String, Object> fields(String place, WeightsVerification record) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("place", place);
    fields.put("outcome", record.outcome().name());
    if (record.time() != Long.MIN_VALUE) {
      fields.put("portfolio", record.portfolio());
      fields.put("time", record.time());
    }
    if (Double.isFinite(record.residual())) {
      fields.put("residual", record.residual());
    }
    if (!record.why().isEmpty()) {
      fields.put("why", record.why());
    }
    return fields;
  }
}
