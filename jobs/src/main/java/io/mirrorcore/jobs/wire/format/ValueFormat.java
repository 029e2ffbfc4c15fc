package io.mirrorcore.jobs.wire.format;

import java.io.Serializable;

/**
 * How the values of one topic are written.
 *
 * @param schema word of the topic, by which its Avro schema is found; null for JSON
 * @param subject under which the registry has the schema; null without one
 * @param registry where the schemas of writers are looked up; null where every value has the one
 *     schema of its topic and nothing before it
 */
public record ValueFormat(String schema, String subject, SchemaBook.Opener registry)
    implements Serializable {

  /** UTF-8 text, the default. */
  public static final ValueFormat JSON = new ValueFormat(null, null, null);

  /** Avro without a registry. */
  public static ValueFormat avro(String schema) {
    return new ValueFormat(schema, null, null);
  }

  /**
   * Avro whose writer's schema is named before each value.
   *
   * @param topic its name, from which its subject follows
   */
  public static ValueFormat avro(String schema, String topic, SchemaBook.Opener registry) {
    return new ValueFormat(schema, topic + "-value", registry);
  }

  public boolean isAvro() {
    return schema != null;
  }
}
