package io.mirrorcore.local.cli.live;

import io.mirrorcore.console.Console;
import io.mirrorcore.console.ConsoleOptions;
import io.mirrorcore.console.Setup;
import io.mirrorcore.console.feed.KafkaFeed;
import io.mirrorcore.console.web.ConsoleAccessException;
import io.mirrorcore.jobs.cli.SettingsOptions;
import io.mirrorcore.jobs.config.key.ConsoleKeys;
import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.kafka.TopicLayout;
import io.mirrorcore.jobs.kafka.Topics;
import io.mirrorcore.jobs.topic.Topic;
import io.mirrorcore.jobs.topology.kafka.KafkaPlan;
import io.mirrorcore.local.cli.Interrupt;
import java.io.PrintWriter;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code console}: the live page of a job, for whoever opens it in a browser. */
@Command(
    name = "console",
    description = {
      "Serves the live page of a job: what it holds and why, the proof, and what that has earned.",
      "It reads the topics of the configuration, and writes nothing."
    })
public final class ConsoleCommand implements Callable<Integer> {

  private static final long LOOK_EVERY_MS = 500;

  @Mixin private SettingsOptions options;
  @Spec private CommandSpec spec;

  @Option(names = "--port", paramLabel = "N", description = "Port (console.port); 0 is any free.")
  private Integer port;

  @Option(
      names = "--bind",
      paramLabel = "ADDRESS",
      description = "Address to listen at (console.bind); beyond this machine it needs a token.")
  private String bind;

  @Option(
      names = "--token",
      paramLabel = "REFERENCE",
      description = "Secret that opens it (console.token), as $${file:/path} or $${env:NAME}.")
  private String token;

  @Option(
      names = "--flink",
      paramLabel = "URL",
      description = "REST address of the Flink that runs the job, for its health.")
  private String flink;

  @Override
  public Integer call() throws Exception {
    Settings settings = options.settings().with(given());
    KafkaPlan kafka = KafkaPlan.of(settings);
    Setup setup = setup(settings, kafka);
    Topics.require(TopicLayout.client(settings), List.of(kafka.topic(Topic.WEIGHTS)), List.of());
    KafkaFeed feed = new KafkaFeed(kafka, settings.get(ConsoleKeys.HISTORY), setup.clock());
    try (Interrupt interrupt = Interrupt.watch();
        Console console = Console.start(setup, feed)) {
      PrintWriter out = spec.commandLine().getOut();
      out.println("The console of " + kafka.origin().job() + " is at " + console.link());
      out.flush();
      while (!interrupt.await(LOOK_EVERY_MS)) {
        // until somebody ends it
      }
    }
    return 0;
  }

  private Setup setup(Settings settings, KafkaPlan kafka) {
    try {
      return new ConsoleOptions(settings, kafka.origin().version(), redrive(kafka), flink())
          .setup();
    } catch (ConsoleAccessException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private Map<String, Object> given() {
    Map<String, Object> given = new LinkedHashMap<>();
    put(given, ConsoleKeys.PORT.key(), port);
    put(given, ConsoleKeys.BIND.key(), bind);
    put(given, ConsoleKeys.TOKEN.key(), token);
    return given;
  }

  private static void put(Map<String, Object> given, String key, Object value) {
    if (value != null) {
      given.put(key, value);
    }
  }

  /** What says to another command which Kafka is meant; overrides may hold what is secret. */
  private String redrive(KafkaPlan kafka) {
    return options
        .file()
        .map(file -> "--config " + quoted(file.toString()))
        .orElse("--set kafka.bootstrap.servers=" + kafka.client().get("bootstrap.servers"));
  }

  private static String quoted(String path) {
    return path.matches("[A-Za-z0-9_./+-]+") ? path : "'" + path.replace("'", "'\\''") + "'";
  }

  private Optional<URI> flink() {
    if (flink == null) {
      return Optional.empty();
    }
    try {
      URI url = URI.create(flink);
      if (url.getHost() != null && String.valueOf(url.getScheme()).matches("https?")) {
        return Optional.of(url);
      }
    } catch (IllegalArgumentException e) {
      // said below, as for an address without a host
    }
    throw new ParameterException(
        spec.commandLine(), "--flink must be an address as http://localhost:8081; have " + flink);
  }
}
