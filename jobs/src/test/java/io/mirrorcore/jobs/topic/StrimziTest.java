package io.mirrorcore.jobs.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Topics and rights for Strimzi, as they follow from the one list. A file that differs is put right
 * by what the failure prints.
 */
class StrimziTest {

  private static final Path MANIFESTS = Path.of("../deploy/kubernetes");
  private static final String JOB = "mirrorcore";
  private static final String HEAD =
      "# Made from the one list of topics in the code, with which a test compares it.\n";

  @Test
  void topicsAreThoseOfTheList() throws IOException {
    StringBuilder expected = new StringBuilder(HEAD);
    for (Topic topic : Topic.values()) {
      expected.append(
          """
          ---
          apiVersion: kafka.strimzi.io/v1
          kind: KafkaTopic
          metadata:
            name: %s
            labels: {strimzi.io/cluster: kafka}
          spec:
            partitions: 4
            replicas: 3
          """
              .formatted(topic.word()));
      Map<String, String> settings = new TreeMap<>(topic.settings());
      if (!settings.isEmpty()) {
        expected.append("  config:\n");
        settings.forEach((key, value) -> expected.append("    %s: \"%s\"%n".formatted(key, value)));
      }
    }
    assertThat(Files.readString(MANIFESTS.resolve("topics.yaml"))).isEqualTo(expected.toString());
  }

  @Test
  void theUserHasTheRightsOfThePipelineAndNoOther() throws IOException {
    StringBuilder expected = new StringBuilder(HEAD);
    expected.append(
        """
        apiVersion: kafka.strimzi.io/v1
        kind: KafkaUser
        metadata:
          name: %s
          labels: {strimzi.io/cluster: kafka}
        spec:
          authentication: {type: scram-sha-512}
          authorization:
            type: simple
            acls:
        """
            .formatted(JOB));
    for (Topic topic : Topic.values()) {
      List<String> operations = operations(topic);
      if (!operations.isEmpty()) {
        expected.append(acl("topic", topic.word(), operations));
      }
    }
    expected.append(acl("group", JOB, List.of("Read")));
    expected.append(acl("group", JOB + "-claim", List.of("Read")));
    expected.append(
        acl("transactionalId", JOB, List.of("Describe", "Write"))
            .replace("name: " + JOB, "name: " + JOB + ", patternType: prefix"));
    assertThat(Files.readString(MANIFESTS.resolve("user.yaml"))).isEqualTo(expected.toString());
  }

  /** A sink that is exactly once looks for transactions left open on its topic: it reads too. */
  private static List<String> operations(Topic topic) {
    boolean writes = Role.PIPELINE.writes().contains(topic);
    List<String> operations = new ArrayList<>();
    if (writes || Role.PIPELINE.reads().contains(topic)) {
      operations.add("Describe");
      operations.add("Read");
    }
    if (writes) {
      operations.add("Write");
    }
    return operations;
  }

  private static String acl(String type, String name, List<String> operations) {
    return "      - resource: {type: %s, name: %s}%n        operations: [%s]%n"
        .formatted(type, name, String.join(", ", operations));
  }
}
