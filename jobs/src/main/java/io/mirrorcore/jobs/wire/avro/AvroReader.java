package io.mirrorcore.jobs.wire.avro;

import io.mirrorcore.jobs.wire.FieldSource;
import io.mirrorcore.jobs.wire.format.SchemaBook;
import io.mirrorcore.jobs.wire.format.ValueFormat;
import io.mirrorcore.jobs.wire.reject.Rejection;
import org.apache.avro.Schema;

/**
 * Reads the Avro values of one topic, each by the schema of its writer. What is no such value is a
 * {@link Rejection}; a registry that does not answer is a {@link
 * io.mirrorcore.jobs.wire.format.RegistryException}.
 */
public final class AvroReader {

  private final Schema fixed;
  private final SchemaBook book;
  private final AvroFields fields = new AvroFields();
  private final AvroJson json = new AvroJson();
  private Schema writer;
  private int from;

  public AvroReader(ValueFormat format) {
    boolean isFixed = format.registry() == null;
    this.fixed = isFixed ? AvroSchemas.of(format.schema()) : null;
    this.book = isFixed ? null : format.registry().open();
  }

  /**
   * The fields of a record of market data; good until the next is read.
   *
   * @param header value of the Kafka header {@link Framing#HEADER}, or null
   */
  public FieldSource fields(byte[] value, byte[] header) throws Rejection {
    locate(value, header);
    return fields.read(writer, value, from);
  }

  /**
   * The same record as JSON.
   *
   * @param header value of the Kafka header {@link Framing#HEADER}, or null
   */
  public byte[] json(byte[] value, byte[] header) throws Rejection {
    locate(value, header);
    return json.of(writer, value, from);
  }

  private void locate(byte[] value, byte[] header) throws Rejection {
    if (fixed != null) {
      found(fixed, 0);
    } else if (header != null) {
      found(book.byGuid(Framing.guid(header)), 0);
    } else {
      found(book.byId(Framing.id(value)), Framing.PREFIX_BYTES);
    }
  }

  private void found(Schema schema, int begin) throws Rejection {
    if (schema.getType() != Schema.Type.RECORD) {
      throw Rejection.malformed(
          "the schema of a value must be a record; this one is " + schema.getType().getName());
    }
    writer = schema;
    from = begin;
  }
}
