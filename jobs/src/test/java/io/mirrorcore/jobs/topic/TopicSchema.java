package io.mirrorcore.jobs.topic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The published schema of one topic. */
public final class TopicSchema {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final JsonNode document;
  private final JsonSchema schema;

  private TopicSchema(JsonNode document) {
    this.document = document;
    schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(document);
  }

  public static TopicSchema of(Topic topic) {
    return of(topic.word());
  }

  static TopicSchema of(String word) {
    String name = "/io/mirrorcore/schema/" + word + ".json";
    try (InputStream in = TopicSchema.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new AssertionError("topic " + word + " must have a schema, " + name);
      }
      return new TopicSchema(JSON.readTree(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public JsonNode document() {
    return document;
  }

  /** What the schema has against a record; empty where nothing. */
  public List<String> faults(String json) {
    try {
      return schema.validate(JSON.readTree(json)).stream()
          .map(ValidationMessage::getMessage)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(json, e);
    }
  }

  /** Names of the fields of a record, in their order. */
  public List<String> fieldNames() {
    List<String> names = new ArrayList<>();
    document.get("properties").fieldNames().forEachRemaining(names::add);
    return names;
  }

  /** The schemas of the fields, by name. */
  public JsonNode properties() {
    return document.get("properties");
  }

  /** Names of the fields that every record has. */
  public List<String> required() {
    List<String> names = new ArrayList<>();
    document.get("required").forEach(name -> names.add(name.textValue()));
    return names;
  }

  /** Values that a field may have. */
  public List<String> values(String field) {
    List<String> values = new ArrayList<>();
    document
        .get("properties")
        .get(field)
        .get("enum")
        .forEach(value -> values.add(value.textValue()));
    return values;
  }

  /** The fields as rows of a table: name, type, whether it may be absent, description. */
  List<String> rows() {
    List<String> rows = new ArrayList<>();
    rows(document, "", rows);
    return rows;
  }

  private static void rows(JsonNode object, String path, List<String> rows) {
    List<String> required = new ArrayList<>();
    object.get("required").forEach(name -> required.add(name.textValue()));
    for (Map.Entry<String, JsonNode> field : object.get("properties").properties()) {
      JsonNode of = field.getValue();
      rows.add(
          "| `%s%s` | %s%s | %s |"
              .formatted(
                  path,
                  field.getKey(),
                  type(of),
                  required.contains(field.getKey()) ? "" : "?",
                  of.get("description").textValue().replace("|", "\\|")));
      JsonNode inside = of.has("items") ? of.get("items") : of;
      if (inside.has("properties")) {
        rows(inside, path + field.getKey() + (of.has("items") ? "[]." : "."), rows);
      }
    }
  }

  private static String type(JsonNode of) {
    if (of.has("enum")) {
      List<String> values = new ArrayList<>();
      of.get("enum").forEach(value -> values.add(value.textValue()));
      return String.join(", ", values);
    }
    if (of.path("additionalProperties").has("type")) {
      return of.get("additionalProperties").get("type").textValue()
          + " by name"
          + range(of.get("additionalProperties"));
    }
    if (of.has("items")) {
      return "array";
    }
    List<String> types = new ArrayList<>();
    if (of.get("type").isArray()) {
      of.get("type").forEach(type -> types.add(type.textValue()));
    } else {
      types.add(of.get("type").textValue());
    }
    return String.join(" or ", types) + range(of);
  }

  private static String range(JsonNode of) {
    if (of.has("minimum") && of.has("maximum")) {
      return " in [%s, %s]".formatted(of.get("minimum").asText(), of.get("maximum").asText());
    }
    return of.has("minimum") ? " from " + of.get("minimum").asText() : "";
  }
}
