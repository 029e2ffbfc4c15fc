package io.mirrorcore.console.state;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.util.List;

/**
 * One change of the tree. In a frame its path is {@code p}, and it is told by what stands beside
 * it.
 */
sealed interface Operation {

  List<String> path();

  /** Writes it as one object. */
  void write(JsonGenerator json) throws IOException;

  /** The value at the path becomes this one as a whole: {@code v}. */
  record Put(List<String> path, JsonNode value) implements Operation {
    @Override
    public void write(JsonGenerator json) throws IOException {
      begin(json, path);
      json.writeFieldName("v");
      json.writeTree(value);
      json.writeEndObject();
    }
  }

  /**
   * The array at the path is followed by these elements, {@code a}, and then keeps its last ones.
   *
   * @param limit how many it keeps, {@code m}
   */
  record Append(List<String> path, ArrayNode elements, int limit) implements Operation {
    @Override
    public void write(JsonGenerator json) throws IOException {
      begin(json, path);
      json.writeFieldName("a");
      json.writeTree(elements);
      json.writeNumberField("m", limit);
      json.writeEndObject();
    }
  }

  /** The key is no more: nothing stands beside the path. */
  record Remove(List<String> path) implements Operation {
    @Override
    public void write(JsonGenerator json) throws IOException {
      begin(json, path);
      json.writeEndObject();
    }
  }

  private static void begin(JsonGenerator json, List<String> path) throws IOException {
    json.writeStartObject();
    json.writeArrayFieldStart("p");
    for (String key : path) {
      json.writeString(key);
    }
    json.writeEndArray();
  }
}
