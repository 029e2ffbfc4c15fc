package io.mirrorcore.jobs.wire.avro;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.avro.Schema;

/** The published Avro schemas of topics, which follow from their JSON Schemas. */
public final class AvroSchemas {

  private static final String PLACE = "/io/mirrorcore/avro/%s.avsc";

  private AvroSchemas() {}

  /**
   * The schema of the records of a topic.
   *
   * @param word of the topic: options-flow
   */
  public static Schema of(String word) {
    String name = PLACE.formatted(word);
    try (InputStream in = AvroSchemas.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalArgumentException("topic " + word + " must have a schema, " + name);
      }
      return new Schema.Parser().parse(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a resource of our own
    }
  }
}
