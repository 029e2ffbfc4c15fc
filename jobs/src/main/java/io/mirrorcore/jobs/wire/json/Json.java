package io.mirrorcore.jobs.wire.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.mirrorcore.jobs.wire.reject.Rejection;
import io.mirrorcore.jobs.wire.text.OneLine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * The JSON of every published record: equal records give equal bytes, on every JDK (whose own
 * {@code Double.toString} has changed between releases). Maps are written in the order of their
 * keys, nulls are left out, byte arrays become base64; unknown fields are skipped when reading, and
 * a key that comes twice, or text behind the value, is an error. The wide records are nested in
 * Java and flat here, see {@link FlatForm}.
 */
public final class Json {

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
                  .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .addModule(FlatForms.module())
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
          .build();

  private Json() {}

  /**
   * The bytes of a record.
   *
   * @throws IllegalArgumentException when it holds NaN or an infinity, which no topic ever carries
   */
  public static byte[] encode(Object value) {
    try (ByteArrayBuilder bytes = new ByteArrayBuilder();
        JsonGenerator json = generator(bytes)) {
      MAPPER.writeValue(json, value);
      json.flush();
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new IllegalArgumentException(
          value.getClass().getSimpleName() + " cannot be written as JSON: " + e.getMessage(), e);
    }
  }

  /** What {@link #encode} would write, as a tree: other formats are made of it. */
  public static JsonNode tree(Object value) {
    return MAPPER.valueToTree(value);
  }

  public static JsonGenerator generator(ByteArrayBuilder bytes) throws IOException {
    return new FiniteGenerator(MAPPER.createGenerator(bytes));
  }

  /**
   * The record that {@code json} holds; a field that is absent becomes null or 0.
   *
   * @throws IllegalArgumentException when it is no JSON, or not of that type
   */
  public static <T> T decode(byte[] json, Class<T> type) {
    T value;
    try {
      value = MAPPER.readValue(json, type);
    } catch (IOException e) {
      throw new IllegalArgumentException(noJson(json, type), e);
    }
    if (value == null) {
      throw new IllegalArgumentException(noJson(json, type)); // the JSON null
    }
    return value;
  }

  private static String noJson(byte[] json, Class<?> type) {
    String have = Rejection.quoted(new String(json, StandardCharsets.UTF_8));
    return OneLine.of("no JSON of a " + type.getSimpleName() + ": " + have);
  }
}
