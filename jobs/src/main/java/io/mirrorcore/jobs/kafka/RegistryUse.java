package io.mirrorcore.jobs.kafka;

import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.topic.Role;
import io.mirrorcore.jobs.topic.Topic;
import io.mirrorcore.jobs.topology.kafka.TopicNames;
import io.mirrorcore.jobs.wire.avro.ValueWriter;
import io.mirrorcore.jobs.wire.format.ValueFormat;

/** Insists that the schema registry of a job answers before the job starts. */
final class RegistryUse {

  private RegistryUse() {}

  /**
   * Registers what the job writes, where that is not there yet.
   *
   * @throws io.mirrorcore.jobs.wire.format.RegistryException saying what is wrong
   */
  static void require(Settings settings, Role job) {
    TopicNames.read(settings, job).stream()
        .map(settings::format)
        .map(ValueFormat::registry)
        .filter(registry -> registry != null)
        .distinct()
        .forEach(registry -> registry.open().require());
    for (Topic topic : job.writes()) {
      new ValueWriter(settings.format(topic)).prepare();
    }
  }
}
