package io.mirrorcore.console.state;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/**
 * All that the page shows, as one tree of JSON. Every change is made in the tree and noted for the
 * next frame, so that a snapshot and the frames behind it are a fresh snapshot, byte for byte,
 * whatever was changed in between. Objects are written by name, so that bytes can be compared.
 *
 * <p>Used by several threads: whoever writes, the clock that makes frames, and the readers.
 */
public final class Tree {

  /** Frames that a reader may have missed. */
  static final int FRAMES = 1_000;

  /** And no more than this, however large they are. */
  static final long BYTES = 8L << 20;

  static final ObjectMapper JSON =
      JsonMapper.builder().enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED).build();

  private final long epoch;
  private final ObjectNode panels = JSON.createObjectNode();
  private final Changes changes = new Changes();
  private final FrameRing ring = new FrameRing(FRAMES, BYTES);
  private long seq;

  /**
   * @param epoch when its numbers began, epoch milliseconds: those of another are of no use
   */
  public Tree(long epoch) {
    this.epoch = epoch;
  }

  public long epoch() {
    return epoch;
  }

  /** Sets the value at a path, as a whole; the tree keeps it, and nobody else may change it. */
  public synchronized void put(List<String> path, JsonNode value) {
    ObjectNode parent = parent(path);
    String key = path.get(path.size() - 1);
    if (value.equals(parent.get(key))) {
      return;
    }
    parent.set(key, value);
    changes.put(path, value);
  }

  /** Sets the value at a path to anything that is a record, a map, a list, a text or a number. */
  public void put(List<String> path, Object value) {
    put(path, JSON.<JsonNode>valueToTree(value));
  }

  /** Adds to the end of the array at a path, of which the last {@code limit} stay. */
  public synchronized void append(List<String> path, Object element, int limit) {
    JsonNode node = JSON.valueToTree(element);
    ArrayNode array = parent(path).withArrayProperty(path.get(path.size() - 1));
    array.add(node);
    while (array.size() > limit) {
      array.remove(0);
    }
    changes.append(path, node, limit);
  }

  /** Takes the key away, where it is there. */
  public synchronized void remove(List<String> path) {
    JsonNode parent = panels;
    for (String key : path.subList(0, path.size() - 1)) {
      parent = parent.path(key);
    }
    if (parent instanceof ObjectNode object && object.remove(path.get(path.size() - 1)) != null) {
      changes.remove(path);
    }
  }

  private ObjectNode parent(List<String> path) {
    ObjectNode node = panels;
    for (String key : path.subList(0, path.size() - 1)) {
      JsonNode child = node.get(key);
      node = child instanceof ObjectNode object ? object : node.putObject(key);
    }
    return node;
  }

  /** Makes a frame of what has changed since the last one; none where nothing has. */
  public synchronized boolean flush() {
    if (changes.isEmpty()) {
      return false;
    }
    seq++;
    ring.add(Frame.delta(seq, frame()));
    return true;
  }

  private byte[] frame() {
    return bytes(
        json -> {
          json.writeStartObject();
          json.writeNumberField("seq", seq);
          json.writeArrayFieldStart("ops");
          for (Operation operation : changes.take()) {
            operation.write(json);
          }
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  /** All of it, UTF-8, with the number that the next frame is one more than. */
  public synchronized byte[] snapshot() {
    flush();
    return bytes(
        json -> {
          json.writeStartObject();
          json.writeNumberField("epoch", epoch);
          json.writeFieldName("panels");
          json.writeTree(panels);
          json.writeNumberField("seq", seq);
          json.writeEndObject();
        });
  }

  /** Number of the newest frame. */
  public synchronized long seq() {
    return seq;
  }

  /**
   * What a reader is to be sent next.
   *
   * @param known number of the last frame that it has
   * @return empty where it has all; where a frame between is no longer known, that it has to begin
   *     anew
   */
  public synchronized Optional<Frame> after(long known) {
    if (known == seq) {
      return Optional.empty();
    }
    Frame next = ring.get(known + 1);
    return Optional.of(next == null ? Frame.resync(seq) : next);
  }

  /** Bytes of the frames that are kept. */
  public synchronized long keptBytes() {
    return ring.bytes();
  }

  private interface Writing {
    void write(JsonGenerator json) throws IOException;
  }

  private static byte[] bytes(Writing writing) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(4096);
    try (JsonGenerator json = JSON.createGenerator(out)) {
      writing.write(json);
    } catch (IOException e) {
      throw new UncheckedIOException("bytes in memory cannot fail to be written", e);
    }
    return out.toByteArray();
  }
}
