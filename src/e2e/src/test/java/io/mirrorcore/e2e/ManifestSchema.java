package io.mirrorcore.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;

/** What a deployment file must look like, by whoever reads it in production. */
final class ManifestSchema {

  private final JsonSchema schema;

  private ManifestSchema(JsonNode schema, SpecVersion.VersionFlag version) {
    this.schema = JsonSchemaFactory.getInstance(version).getSchema(schema);
  }

  /**
   * Of a custom resource of the Flink operator. Its server drops a field that it does not know,
   * without a word: here such a field is an error.
   */
  static ManifestSchema ofResource(String name) throws IOException {
    JsonNode schema =
        new YAMLMapper()
            .readTree(open(name))
            .at("/spec/versions/0/schema/openAPIV3Schema")
            .deepCopy();
    ((ObjectNode) schema.path("properties"))
        .putObject("apiVersion")
        .put("const", "flink.apache.org/v1beta1");
    ((ObjectNode) schema.path("properties")).putObject("kind");
    ((ObjectNode) schema.path("properties")).putObject("metadata");
    close(schema);
    return new ManifestSchema(schema, SpecVersion.VersionFlag.V6);
  }

  static ManifestSchema ofCompose() throws IOException {
    ObjectNode schema = (ObjectNode) new ObjectMapper().readTree(open("compose-spec.json.gz"));
    schema.remove("$id"); // a name without a scheme, which this validator does not take
    return new ManifestSchema(schema, SpecVersion.VersionFlag.V7);
  }

  private static InputStream open(String name) throws IOException {
    return new GZIPInputStream(
        Objects.requireNonNull(ManifestSchema.class.getResourceAsStream("/schemas/" + name), name));
  }

  private static void close(JsonNode node) {
    if (node instanceof ObjectNode object
        && object.path("properties").isObject()
        && object.path("type").asText().equals("object")
        && !object.path("x-kubernetes-preserve-unknown-fields").asBoolean()
        && !object.has("additionalProperties")) {
      object.put("additionalProperties", false);
    }
    node.forEach(ManifestSchema::close);
  }

  /** What is wrong with it; nothing where it is valid. */
  Set<String> faults(JsonNode manifest) {
    Set<String> faults = new TreeSet<>();
    schema.validate(manifest).stream().map(ValidationMessage::getMessage).forEach(faults::add);
    return faults;
  }
}
