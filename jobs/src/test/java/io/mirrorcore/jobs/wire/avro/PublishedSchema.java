package io.mirrorcore.jobs.wire.avro;

import com.fasterxml.jackson.databind.JsonNode;
import io.mirrorcore.jobs.topic.Topic;
import io.mirrorcore.jobs.topic.TopicSchema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.avro.Schema;

/**
 * The Avro schema that follows from a topic's JSON Schema, by one rule a type: what may be absent
 * is a union with null, whose default is null; an enumeration is a text, so that a value which is
 * added breaks no reader; of several types the first is the one that is written.
 */
final class PublishedSchema {

  private static final String NAMESPACE = "io.mirrorcore";

  private PublishedSchema() {}

  static Schema of(Topic topic) {
    return record(name(topic.word()), TopicSchema.of(topic).document());
  }

  private static Schema record(String name, JsonNode object) {
    List<String> required = new ArrayList<>();
    object.get("required").forEach(field -> required.add(field.textValue()));
    List<Schema.Field> fields = new ArrayList<>();
    for (Map.Entry<String, JsonNode> field : object.get("properties").properties()) {
      JsonNode of = field.getValue();
      Schema schema = value(name + name(field.getKey()), of);
      boolean always = required.contains(field.getKey());
      String about = of.get("description").textValue();
      fields.add(
          always
              ? new Schema.Field(field.getKey(), schema, about)
              : new Schema.Field(
                  field.getKey(),
                  Schema.createUnion(Schema.create(Schema.Type.NULL), schema),
                  about,
                  Schema.NULL_VALUE));
    }
    String about = object.path("description").asText(null);
    return Schema.createRecord(name, about, NAMESPACE, false, fields);
  }

  private static Schema value(String name, JsonNode of) {
    JsonNode types = of.get("type");
    return switch (types.isArray() ? types.get(0).textValue() : types.textValue()) {
      case "string" ->
          Schema.create(of.has("contentEncoding") ? Schema.Type.BYTES : Schema.Type.STRING);
      case "integer" -> Schema.create(Schema.Type.LONG);
      case "number" -> Schema.create(Schema.Type.DOUBLE);
      case "boolean" -> Schema.create(Schema.Type.BOOLEAN);
      case "array" -> Schema.createArray(value(name, item(of)));
      case "object" ->
          of.has("properties")
              ? record(name, of)
              : Schema.createMap(value(name, of.get("additionalProperties")));
      default -> throw new AssertionError("no rule for " + of);
    };
  }

  /** Of a list that has a fixed length, a level of a book, the items are of one kind. */
  private static JsonNode item(JsonNode array) {
    return array.has("items") ? array.get("items") : array.get("prefixItems").get(0);
  }

  private static String name(String word) {
    return Arrays.stream(word.split("-", -1))
        .map(part -> Character.toUpperCase(part.charAt(0)) + part.substring(1))
        .collect(Collectors.joining());
  }
}
