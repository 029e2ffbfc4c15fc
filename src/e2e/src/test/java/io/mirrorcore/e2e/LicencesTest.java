package io.mirrorcore.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The product may be redistributed: every component of the bill of materials, which the build makes
 * before this module, is under one of these licences, or under a choice of licences that includes
 * one.
 */
class LicencesTest {

  private static final Path BILL = Path.of("..", "..", "target", "bom.json");

  private static final Set<String> ALLOWED =
      Set.of(
          "Apache-2.0",
          "MIT",
          "MIT-0",
          "BSD-2-Clause",
          "BSD-3-Clause",
          "Go License", // Google's name for BSD-3-Clause
          "EPL-1.0",
          "EPL-2.0",
          "CC0-1.0",
          "Public Domain");

  @Test
  void everyComponentMayBeGivenOn() throws IOException {
    assumeTrue(Files.exists(BILL), "made by mvn package; there is none yet: skipped");
    List<JsonNode> components = new ArrayList<>();
    new ObjectMapper().readTree(BILL.toFile()).path("components").forEach(components::add);

    assertThat(components)
        .extracting(component -> component.path("name").asText())
        .hasSizeGreaterThan(50)
        .contains("kafka-clients", "avro", "flink-runtime", "jackson-databind", "log4j-core")
        .doesNotContain("junit-jupiter", "jmh-core", "mirrorcore-e2e");
    assertThat(components)
        .allSatisfy(
            component ->
                assertThat(licences(component))
                    .as("licences of " + component.path("purl").asText())
                    .anyMatch(ALLOWED::contains));
  }

  private static List<String> licences(JsonNode component) {
    List<String> names = new ArrayList<>();
    for (JsonNode entry : component.path("licenses")) {
      JsonNode licence = entry.path("license");
      names.add(licence.path("id").asText(licence.path("name").asText()));
    }
    return names;
  }
}
