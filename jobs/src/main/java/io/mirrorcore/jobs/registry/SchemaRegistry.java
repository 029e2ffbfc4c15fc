package io.mirrorcore.jobs.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.mirrorcore.jobs.wire.format.SchemaBook;
import io.mirrorcore.jobs.wire.reject.Rejection;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.NameValidator;
import org.apache.avro.Schema;

/**
 * The schemas of a registry, each asked for once. That an id is unknown is remembered, too, of some
 * hundreds: a flood of garbage must not become one of questions.
 */
final class SchemaRegistry implements SchemaBook {

  private static final int UNKNOWN_SUBJECT = 40401;
  private static final int UNKNOWN_VERSION = 40402;
  private static final int UNKNOWN_SCHEMA = 40403;
  private static final int MOST_UNKNOWN = 500;

  private final RegistryHttp http;
  private final Map<String, Schema> known = new HashMap<>();
  private final Map<String, Rejection> unknown =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Rejection> eldest) {
          return size() > MOST_UNKNOWN;
        }
      };

  SchemaRegistry(RegistryHttp http) {
    this.http = http;
  }

  @Override
  public Schema byId(int id) throws Rejection {
    return schema("/schemas/ids/" + Integer.toUnsignedString(id), "id " + id);
  }

  @Override
  public Schema byGuid(String guid) throws Rejection {
    return schema("/schemas/guids/" + guid, "GUID " + guid);
  }

  private Schema schema(String path, String name) throws Rejection {
    Schema schema = known.get(path);
    if (schema != null) {
      return schema;
    }
    Rejection refused = unknown.get(path);
    if (refused != null) {
      throw refused;
    }
    try {
      Schema found = ask(path, name);
      known.put(path, found);
      return found;
    } catch (Rejection e) {
      unknown.put(path, e);
      throw e;
    }
  }

  private Schema ask(String path, String name) throws Rejection {
    RegistryHttp.Answer answer = http.get(path);
    if (answer.isUnknown(UNKNOWN_SCHEMA, UNKNOWN_SUBJECT, UNKNOWN_VERSION)) {
      throw Rejection.malformed("the schema registry has no schema with " + name);
    }
    JsonNode text = answer.body().path("schema");
    if (answer.status() != 200 || !text.isTextual()) {
      throw http.failure(
          "answers %s with HTTP %d and no schema: is its address right?"
              .formatted(path, answer.status()),
          null);
    }
    String type = answer.body().path("schemaType").asText("AVRO");
    if (!type.equals("AVRO")) {
      throw Rejection.malformed(
          "the schema with %s must be of Avro; the registry says %s".formatted(name, type));
    }
    return parsed(text.textValue(), name);
  }

  private static Schema parsed(String text, String name) throws Rejection {
    try {
      return new Schema.Parser(NameValidator.UTF_VALIDATOR).parse(text);
    } catch (AvroRuntimeException e) {
      throw Rejection.malformed(
          "the schema with %s cannot be read: %s".formatted(name, e.getMessage()));
    }
  }

  @Override
  public void require() {
    http.get("/schemas/types"); // which every registry lets anybody read
  }

  /** Looked up first: who may only read needs no more where somebody else has registered it. */
  @Override
  public int idOf(String subject, Schema schema) {
    String path = "/subjects/" + URLEncoder.encode(subject, StandardCharsets.UTF_8);
    JsonNode body = JsonNodeFactory.instance.objectNode().put("schema", schema.toString());
    RegistryHttp.Answer answer = http.post(path, body);
    if (answer.isUnknown(UNKNOWN_SUBJECT, UNKNOWN_VERSION, UNKNOWN_SCHEMA)) {
      answer = http.post(path + "/versions", body);
    }
    JsonNode id = answer.body().path("id");
    if (answer.status() != 200 || !id.canConvertToInt() || !id.isInt()) {
      throw http.failure(
          "gives no id for %s (HTTP %d): is its address right?".formatted(subject, answer.status()),
          null);
    }
    return id.intValue();
  }
}
