package io.mirrorcore.jobs.wire.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mirrorcore.jobs.topic.Topic;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.SchemaFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The published schemas follow from those of JSON: one fact stands in one place. */
class AvroSchemasTest {

  @ParameterizedTest
  @EnumSource(Topic.class)
  void followFromTheJsonSchema(Topic topic) throws IOException {
    String expected = SchemaFormatter.format("json/pretty", PublishedSchema.of(topic)) + "\n";
    Path right = Files.createDirectories(Path.of("target", "avro")).resolve(topic.word() + ".avsc");
    Files.writeString(right, expected);
    try (InputStream in =
        AvroSchemas.class.getResourceAsStream("/io/mirrorcore/avro/" + topic.word() + ".avsc")) {
      assertThat(in).as("copy %s into io/mirrorcore/avro of common", right).isNotNull();
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
          .as("copy %s into io/mirrorcore/avro of common", right)
          .isEqualTo(expected);
    }
  }

  /** What a registry asks of the schema of a release that has one field more. */
  @ParameterizedTest
  @EnumSource(Topic.class)
  void areReadByReadersOfAFieldMoreAndOfAFieldLess(Topic topic) {
    Schema now = AvroSchemas.of(topic.word());
    Schema more = new Schema.Parser().parse(withAnOptionalField(now));
    assertThat(compatible(more, now)).isEqualTo(SchemaCompatibilityType.COMPATIBLE);
    assertThat(compatible(now, more)).isEqualTo(SchemaCompatibilityType.COMPATIBLE);
  }

  private static String withAnOptionalField(Schema schema) {
    String text = schema.toString();
    String field = "{\"name\":\"later\",\"type\":[\"null\",\"double\"],\"default\":null},";
    return text.replaceFirst("\"fields\":\\[", "\"fields\":[" + field);
  }

  private static SchemaCompatibilityType compatible(Schema reader, Schema writer) {
    return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer).getType();
  }

  @Test
  void aTopicWithoutOneIsNamed() {
    assertThatThrownBy(() -> AvroSchemas.of("rumours")).hasMessageContaining("rumours");
  }
}
