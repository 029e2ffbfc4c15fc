package io.mirrorcore.jobs.wire.avro;

import com.fasterxml.jackson.databind.JsonNode;
import io.mirrorcore.jobs.wire.reject.Rejection;
import io.mirrorcore.jobs.wire.text.NumberText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;

/**
 * Writes a record by the schema of its topic, from the tree of its JSON: what a field is called and
 * when it is absent is decided in one place for both. A text that is a number counts as one, as it
 * does in JSON.
 */
final class AvroWriter {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
  private BinaryEncoder out;

  /**
   * @param prefix that goes before the value; may be empty
   * @throws Rejection where the record is none of the schema
   */
  byte[] of(Schema schema, JsonNode record, byte[] prefix) throws Rejection {
    bytes.reset();
    bytes.writeBytes(prefix);
    try {
      out = EncoderFactory.get().binaryEncoder(bytes, out);
      write(schema, record, "record");
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // nothing is written but memory
    }
    return bytes.toByteArray();
  }

  private void write(Schema schema, JsonNode value, String name) throws IOException, Rejection {
    switch (schema.getType()) {
      case UNION -> writeOptional(schema, value, name);
      case STRING -> out.writeString(text(value, name));
      case LONG -> out.writeLong(whole(value, name));
      case DOUBLE -> out.writeDouble(number(value, name));
      case BOOLEAN -> out.writeBoolean(flag(value, name));
      case BYTES -> out.writeBytes(binary(value, name));
      case ARRAY -> writeArray(schema, value, name);
      case MAP -> writeMap(schema, value, name);
      case RECORD -> writeRecord(schema, value, name);
      default ->
          throw new IllegalArgumentException("schemas of topics have no " + schema.getType());
    }
  }

  /** Every union of ours is null or something. */
  private void writeOptional(Schema schema, JsonNode value, String name)
      throws IOException, Rejection {
    boolean absent = value == null || value.isNull();
    out.writeIndex(absent ? 0 : 1);
    if (!absent) {
      write(schema.getTypes().get(1), value, name);
    }
  }

  private void writeRecord(Schema schema, JsonNode value, String name)
      throws IOException, Rejection {
    require(value != null && value.isObject(), name, "an object");
    for (Schema.Field field : schema.getFields()) {
      write(field.schema(), value.get(field.name()), field.name());
    }
  }

  private void writeArray(Schema schema, JsonNode value, String name)
      throws IOException, Rejection {
    require(value != null && value.isArray(), name, "an array");
    out.writeArrayStart();
    out.setItemCount(value.size());
    for (JsonNode item : value) {
      out.startItem();
      write(schema.getElementType(), item, name);
    }
    out.writeArrayEnd();
  }

  private void writeMap(Schema schema, JsonNode value, String name) throws IOException, Rejection {
    require(value != null && value.isObject(), name, "an object");
    out.writeMapStart();
    out.setItemCount(value.size());
    for (Map.Entry<String, JsonNode> entry : value.properties()) {
      out.startItem();
      out.writeString(entry.getKey());
      write(schema.getValueType(), entry.getValue(), name);
    }
    out.writeMapEnd();
  }

  private static String text(JsonNode value, String name) throws Rejection {
    require(value != null && (value.isTextual() || value.isNumber()), name, "a text");
    return value.asText();
  }

  private static long whole(JsonNode value, String name) throws Rejection {
    require(value != null && value.canConvertToExactIntegral(), name, "a whole number");
    require(value.canConvertToLong(), name, "a number of 64 bits");
    return value.longValue();
  }

  private static double number(JsonNode value, String name) throws Rejection {
    if (value != null && value.isTextual()) {
      String text = value.textValue();
      require(NumberText.isJsonNumber(text) || NumberText.isNotFinite(text), name, "a number");
      return NumberText.isNotFinite(text) ? Double.NaN : NumberText.parse(text);
    }
    require(value != null && value.isNumber(), name, "a number");
    return finite(value.doubleValue(), name);
  }

  /** A number that this program has reckoned: no topic ever carries another. */
  private static double finite(double value, String name) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(name + " must be finite to be published; have " + value);
    }
    return value;
  }

  private static boolean flag(JsonNode value, String name) throws Rejection {
    require(value != null && value.isBoolean(), name, "true or false");
    return value.booleanValue();
  }

  private static byte[] binary(JsonNode value, String name) throws IOException, Rejection {
    require(value != null && (value.isBinary() || value.isTextual()), name, "bytes");
    return value.binaryValue();
  }

  private static void require(boolean rule, String name, String what) throws Rejection {
    if (!rule) {
      throw Rejection.malformed(name + " must be " + what + " to be written as Avro");
    }
  }
}
