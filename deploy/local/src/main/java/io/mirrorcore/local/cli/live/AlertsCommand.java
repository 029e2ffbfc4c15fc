package io.mirrorcore.local.cli.live;

import io.mirrorcore.jobs.cli.SettingsOptions;
import io.mirrorcore.jobs.config.key.PipelineKeys;
import io.mirrorcore.jobs.config.secret.SecretText;
import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.kafka.BrokerException;
import io.mirrorcore.jobs.kafka.TopicLayout;
import io.mirrorcore.jobs.kafka.Topics;
import io.mirrorcore.jobs.topic.Topic;
import io.mirrorcore.jobs.topology.kafka.KafkaPlan;
import io.mirrorcore.local.cli.DurationConverter;
import io.mirrorcore.local.cli.Interrupt;
import io.mirrorcore.local.deliver.AlertQueue;
import io.mirrorcore.local.deliver.Attempts;
import io.mirrorcore.local.deliver.Delivery;
import io.mirrorcore.local.deliver.Program;
import io.mirrorcore.local.deliver.Receiver;
import io.mirrorcore.local.deliver.Webhook;
import io.mirrorcore.portfolio.record.Alert;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code alerts}: to whoever has to know. */
@Command(
    name = "alerts",
    description = {
      "Delivers every alert, when it begins (FIRING) and when it ends (RESOLVED), to a web address"
          + " or a program.",
      "None is lost: what arrived is committed to a consumer group, and the next start goes on from"
          + " there, however the one before ended. One that comes twice has the same id."
    })
public final class AlertsCommand implements Callable<Integer> {

  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration LONGEST = Duration.ofHours(1);
  private static final int MOST_PORT = 65_535;
  private static final int MOST_ATTEMPTS = 100;

  @Mixin private SettingsOptions options;
  @Spec private CommandSpec spec;

  @ArgGroup(multiplicity = "1")
  private To to;

  /** One of the two. */
  private static final class To {
    @Option(
        names = "--webhook",
        paramLabel = "URL",
        description =
            "Posts each as JSON, with its id as Idempotency-Key; any answer from 200 to 299 is a"
                + " receipt. A secret may stand in it as a reference: $${env:NAME}, $${file:/path}.")
    private String webhook;

    @Option(
        names = "--exec",
        paramLabel = "CMD",
        description =
            "Runs it by the shell for each, with the JSON on standard input and the id in"
                + " MIRRORCORE_ALERT_ID; exit code 0 is a receipt.")
    private String exec;
  }

  @Option(
      names = "--header",
      paramLabel = "NAME=VALUE",
      description = "Of the request, several times; the value may have references as the address.")
  private Map<String, String> headers = new TreeMap<>();

  @Option(
      names = "--level",
      defaultValue = "INFO",
      description = "The least that is delivered: ${COMPLETION-CANDIDATES} (default: INFO).")
  private Alert.Level level;

  @Option(
      names = "--attempts",
      defaultValue = "5",
      paramLabel = "N",
      description =
          "How often each is tried, with pauses of 1 s, 2 s, 4 s and so on to a minute"
              + " (default: ${DEFAULT-VALUE}).")
  private int attempts;

  @Option(
      names = "--pause",
      defaultValue = "1s",
      converter = DurationConverter.class,
      description = "The first pause (default: ${DEFAULT-VALUE}).")
  private Duration pause;

  @Option(
      names = "--timeout",
      defaultValue = "10s",
      converter = DurationConverter.class,
      description = "Of one attempt (default: ${DEFAULT-VALUE}).")
  private Duration timeout;

  @Option(
      names = "--skip-dead",
      description =
          "Goes on after one that was tried in vain, and prints it; without it the command ends, and"
              + " the next start begins with that one.")
  private boolean skipDead;

  @Option(
      names = "--group",
      paramLabel = "ID",
      description = "Consumer group (default: job.name with -alerts behind it).")
  private String group;

  @Option(
      names = "--from-beginning",
      description = "A group that is new begins with what is on the topic, not with what comes.")
  private boolean fromBeginning;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "Ends after N deliveries (default: at Ctrl-C).")
  private long limit = Long.MAX_VALUE;

  @Override
  public Integer call() throws Exception {
    Receiver receiver = receiver();
    Attempts tries = attempts();
    Settings settings = options.settings();
    KafkaPlan kafka = KafkaPlan.of(settings);
    Topics.require(TopicLayout.client(settings), List.of(kafka.topic(Topic.ALERTS)), List.of());
    String id = group != null ? group : settings.get(PipelineKeys.JOB_NAME) + "-alerts";
    Delivery delivery = new Delivery(receiver, tries, level, skipDead, this::say);
    try (Interrupt interrupt = Interrupt.watch();
        AlertQueue queue = new AlertQueue(kafka, id, fromBeginning, tries.longest(timeout))) {
      say("delivers alerts to " + receiver.name() + " as " + id);
      return run(queue, delivery, interrupt);
    } catch (KafkaException e) {
      throw new BrokerException(
          "Kafka did not let topic %s be read by group %s (%s)"
              .formatted(kafka.topic(Topic.ALERTS), id, BrokerException.innermost(e)),
          e);
    }
  }

  private int run(AlertQueue queue, Delivery delivery, Interrupt interrupt)
      throws InterruptedException {
    long delivered = 0;
    while (delivered < limit && !interrupt.isAsked()) {
      Optional<ConsumerRecord<byte[], byte[]>> record = queue.next(POLL);
      if (record.isEmpty()) {
        continue;
      }
      Delivery.Verdict verdict =
          delivery.deliver(record.get(), wait -> interrupt.await(wait.toMillis()));
      if (verdict == Delivery.Verdict.STOP) {
        say("delivered %d".formatted(delivered));
        return interrupt.isAsked() ? 0 : 1;
      }
      queue.done(record.get());
      delivered += verdict == Delivery.Verdict.DELIVERED ? 1 : 0;
    }
    say("delivered %d".formatted(delivered));
    return 0;
  }

  private Attempts attempts() {
    require(
        attempts >= 1 && attempts <= MOST_ATTEMPTS,
        "--attempts must be in [1, " + MOST_ATTEMPTS + "]; have " + attempts);
    require(
        timeout.compareTo(LONGEST) <= 0 && pause.compareTo(LONGEST) <= 0,
        "--timeout and --pause must be at most 1h");
    require(limit >= 1, "--limit must be at least 1; have " + limit);
    return new Attempts(attempts, pause);
  }

  private Receiver receiver() {
    if (to.exec != null) {
      require(!to.exec.isBlank(), "--exec must be a command; have none");
      require(headers.isEmpty(), "--header is of --webhook: --exec sends none");
      return new Program(to.exec, timeout);
    }
    Map<String, String> read = new TreeMap<>();
    headers.forEach((name, value) -> read.put(name, secret("--header " + name, value)));
    read.forEach(
        (name, value) ->
            require(
                Webhook.isHeader(name, value),
                "--header " + name + " cannot be sent: another name, and a value of one line"));
    return new Webhook(address(secret("--webhook", to.webhook)), read, timeout);
  }

  private static String secret(String option, String text) {
    return SecretText.read(option, text, System::getenv);
  }

  /** Says nothing of the address itself: a secret may stand in it. */
  private URI address(String text) {
    try {
      URI address = new URI(text.strip());
      String scheme = address.getScheme();
      require(
          address.getHost() != null
              && ("http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme)),
          "--webhook must be an address of http or https with a host");
      require(address.getPort() <= MOST_PORT, "--webhook must have a port of at most 65535");
      return address;
    } catch (URISyntaxException e) {
      throw new ParameterException(
          spec.commandLine(), "--webhook must be an address of http or https with a host");
    }
  }

  private void require(boolean rule, String sentence) {
    if (!rule) {
      throw new ParameterException(spec.commandLine(), sentence);
    }
  }

  private void say(String sentence) {
    spec.commandLine().getErr().println(sentence);
    spec.commandLine().getErr().flush();
  }
}
