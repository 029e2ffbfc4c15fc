package io.mirrorcore.console.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What a reader keeps: a snapshot, and every frame since, applied as the page does. */
public final class Copy {

  private final ObjectNode snapshot;

  /**
   * @param json a snapshot
   */
  public Copy(byte[] json) {
    snapshot = read(json);
  }

  public long seq() {
    return snapshot.path("seq").asLong();
  }

  public long epoch() {
    return snapshot.path("epoch").asLong();
  }

  /** Applies one frame; one that is not next is refused. */
  public void apply(String json) {
    ObjectNode frame = read(json.getBytes(StandardCharsets.UTF_8));
    long seq = frame.path("seq").asLong();
    if (seq <= seq()) {
      return;
    }
    if (seq != seq() + 1) {
      throw new IllegalStateException("frame " + seq + " does not follow " + seq());
    }
    frame.path("ops").forEach(this::apply);
    snapshot.put("seq", seq);
  }

  private void apply(JsonNode operation) {
    JsonNode path = operation.path("p");
    ObjectNode parent = (ObjectNode) snapshot.path("panels");
    for (int i = 0; i < path.size() - 1; i++) {
      String key = path.get(i).asText();
      JsonNode child = parent.get(key);
      parent = child instanceof ObjectNode object ? object : parent.putObject(key);
    }
    String key = path.get(path.size() - 1).asText();
    if (operation.has("v")) {
      parent.set(key, operation.get("v"));
    } else if (operation.has("a")) {
      ArrayNode array = parent.withArrayProperty(key);
      operation.get("a").forEach(array::add);
      while (array.size() > operation.get("m").asInt()) {
        array.remove(0);
      }
    } else {
      parent.remove(key);
    }
  }

  /** As the server would write it. */
  public byte[] bytes() {
    try {
      return Tree.JSON.writeValueAsBytes(snapshot);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ObjectNode read(byte[] json) {
    try {
      return (ObjectNode) Tree.JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
