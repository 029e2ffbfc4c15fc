package io.mirrorcore.jobs.wire.avro;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import io.mirrorcore.jobs.wire.reject.Rejection;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.Schema;

/**
 * Writes an Avro record as the JSON of its topic. Nothing is lost on the way: a double is written
 * by its shortest digits, which give the same bits. What is null is left out, bytes become base64,
 * and NaN a text, so that whoever judges the JSON says the same of it.
 */
final class AvroJson {

  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER).build();

  private final AvroCursor in = new AvroCursor();

  /**
   * @param writer schema of a record
   * @param from where it begins in the bytes
   */
  byte[] of(Schema writer, byte[] value, int from) throws Rejection {
    in.over(value, from);
    try (ByteArrayBuilder bytes = new ByteArrayBuilder();
        JsonGenerator json = FACTORY.createGenerator(bytes)) {
      write(writer, json, AvroCursor.DEEPEST);
      in.requireEnd();
      json.flush();
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // nothing is written but memory
    }
  }

  private void write(Schema schema, JsonGenerator json, int depth) throws IOException, Rejection {
    if (depth == 0) {
      throw AvroSkip.tooDeep();
    }
    switch (schema.getType()) {
      case NULL -> json.writeNull();
      case BOOLEAN -> json.writeBoolean(in.readBoolean());
      case INT, LONG -> writeWhole(schema, json);
      case FLOAT -> json.writeNumber((double) in.readFloat());
      case DOUBLE -> json.writeNumber(in.readDouble());
      case STRING -> json.writeString(in.readText());
      case ENUM ->
          json.writeString(schema.getEnumSymbols().get(in.choice(schema.getEnumSymbols().size())));
      case BYTES -> writeBytes(schema, in.readBytes(), json);
      case FIXED -> writeBytes(schema, in.readFixed(schema.getFixedSize()), json);
      case UNION -> write(AvroSkip.branch(schema, in), json, depth - 1);
      case ARRAY -> writeArray(schema, json, depth);
      case MAP -> writeMap(schema, json, depth);
      case RECORD -> writeRecord(schema, json, depth);
    }
  }

  private void writeWhole(Schema schema, JsonGenerator json) throws IOException, Rejection {
    long number = in.readLong();
    if (AvroLogical.isDay(schema)) {
      json.writeString(AvroLogical.day(number));
    } else {
      json.writeNumber(number);
    }
  }

  private static void writeBytes(Schema schema, byte[] bytes, JsonGenerator json)
      throws IOException {
    if (AvroLogical.isDecimal(schema)) {
      json.writeNumber(AvroLogical.decimal(schema, bytes));
    } else {
      json.writeBinary(bytes);
    }
  }

  private void writeArray(Schema schema, JsonGenerator json, int depth)
      throws IOException, Rejection {
    json.writeStartArray();
    for (long count = in.block(); count > 0; count = in.block()) {
      for (long i = 0; i < count; i++) {
        write(schema.getElementType(), json, depth - 1);
      }
    }
    json.writeEndArray();
  }

  private void writeMap(Schema schema, JsonGenerator json, int depth)
      throws IOException, Rejection {
    json.writeStartObject();
    for (long count = in.block(); count > 0; count = in.block()) {
      for (long i = 0; i < count; i++) {
        json.writeFieldName(in.readText());
        write(schema.getValueType(), json, depth - 1);
      }
    }
    json.writeEndObject();
  }

  private void writeRecord(Schema schema, JsonGenerator json, int depth)
      throws IOException, Rejection {
    json.writeStartObject();
    for (Schema.Field field : schema.getFields()) {
      Schema of = field.schema();
      Schema now = of.getType() == Schema.Type.UNION ? AvroSkip.branch(of, in) : of;
      if (now.getType() != Schema.Type.NULL) {
        json.writeFieldName(field.name());
        write(now, json, depth - 1);
      }
    }
    json.writeEndObject();
  }
}
