package io.mirrorcore.local.deliver;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mirrorcore.jobs.wire.json.Json;
import io.mirrorcore.portfolio.record.Alert;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * One alert as it is delivered.
 *
 * @param id 16 hex digits that follow from the record alone: of two deliveries of one alert, and of
 *     one that a job published a second time, it is the same
 * @param alert what began or ended
 * @param body the record as JSON with {@code id} before its fields
 */
public record Notice(String id, Alert alert, String body) {

  private static final int ID_BYTES = 8;

  /** Of a record's value; empty where it is no alert. */
  public static Optional<Notice> of(byte[] value) {
    try {
      Alert alert = Json.decode(value, Alert.class);
      ObjectNode fields = Json.decode(value, ObjectNode.class);
      if (alert.key() == null || alert.state() == null || alert.level() == null) {
        return Optional.empty();
      }
      String id = id(value);
      ObjectNode body = JsonNodeFactory.instance.objectNode().put("id", id).setAll(fields);
      return Optional.of(
          new Notice(id, alert, new String(Json.encode(body), StandardCharsets.UTF_8)));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // another record on the topic
    }
  }

  private static String id(byte[] value) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(value);
      return HexFormat.of().formatHex(hash, 0, ID_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "%s %s of %s (id %s)".formatted(alert.key(), alert.state(), alert.portfolio(), id);
  }
}
