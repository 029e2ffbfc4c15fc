package io.mirrorcore.jobs.kafka;

import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A topic as it is.
 *
 * @param name the topic's name
 * @param partitions number of partitions
 * @param replicas copies of each partition
 * @param config the settings made for this topic, by name; the broker's defaults are left out
 * @param inForce every setting that counts for this topic, the broker's defaults too; those that
 *     are secret are left out
 */
public record TopicDetails(
    String name,
    int partitions,
    int replicas,
    SortedMap<String, String> config,
    SortedMap<String, String> inForce) {

  /**
   * Where its settings are not those that it should have, one sentence a setting; settings that are
   * left to the broker are not looked at.
   */
  public List<String> differences(TopicSpec wanted) {
    return new TreeMap<>(wanted.config())
        .entrySet().stream()
            .filter(setting -> !Objects.equals(setting.getValue(), inForce.get(setting.getKey())))
            .map(
                setting ->
                    "%s of topic %s is %s, should be %s: "
                            .formatted(
                                setting.getKey(),
                                name,
                                inForce.getOrDefault(setting.getKey(), "unknown"),
                                setting.getValue())
                        + "kafka-configs --alter --topic %s --add-config %s=%s"
                            .formatted(name, setting.getKey(), setting.getValue()))
            .toList();
  }
}
