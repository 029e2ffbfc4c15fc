package io.mirrorcore.local.demo;

import io.mirrorcore.console.Console;
import io.mirrorcore.console.ConsoleException;
import io.mirrorcore.console.ConsoleOptions;
import io.mirrorcore.console.Setup;
import io.mirrorcore.console.feed.KafkaFeed;
import io.mirrorcore.jobs.config.key.ConsoleKeys;
import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.topology.kafka.KafkaPlan;
import java.util.Map;
import java.util.Optional;

/** The live page over the demo's broker. */
final class DemoConsole {

  private DemoConsole() {}

  /** At the usual port, or where that is taken at any other: a demo is not to fail by it. */
  static Console open(Settings settings, KafkaPlan kafka) {
    try {
      return start(settings, kafka);
    } catch (ConsoleException e) {
      return start(settings.with(Map.of(ConsoleKeys.PORT.key(), "0")), kafka);
    }
  }

  private static Console start(Settings settings, KafkaPlan kafka) {
    String redrive = "--set kafka.bootstrap.servers=" + kafka.client().get("bootstrap.servers");
    Setup setup =
        new ConsoleOptions(settings, kafka.origin().version(), redrive, Optional.empty()).setup();
    return Console.start(
        setup, new KafkaFeed(kafka, settings.get(ConsoleKeys.HISTORY), setup.clock()));
  }
}
