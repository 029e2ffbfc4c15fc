package io.mirrorcore.jobs.wire.avro;

import com.fasterxml.jackson.databind.JsonNode;
import io.mirrorcore.jobs.wire.format.ValueFormat;
import io.mirrorcore.jobs.wire.json.Json;
import io.mirrorcore.jobs.wire.reject.Rejection;
import org.apache.avro.Schema;

/** Writes the values of one topic in its format. */
public final class ValueWriter {

  private final ValueFormat format;
  private final AvroWriter avro = new AvroWriter();
  private Schema schema;
  private byte[] prefix;

  public ValueWriter(ValueFormat format) {
    this.format = format;
  }

  /**
   * The bytes of a record.
   *
   * @throws IllegalArgumentException when it holds NaN or an infinity, which no topic ever carries
   * @throws io.mirrorcore.jobs.wire.format.RegistryException where the registry gives no id for its
   *     schema
   */
  public byte[] of(Object record) {
    if (!format.isAvro()) {
      return Json.encode(record);
    }
    try {
      return write(Json.tree(record));
    } catch (Rejection e) {
      throw new IllegalStateException(format.schema() + " has records unlike its schema", e);
    }
  }

  /**
   * The bytes of a record that is there as JSON. One that cannot be written in Avro stays what it
   * is: the job refuses it with a reason, as it would have done.
   *
   * @throws io.mirrorcore.jobs.wire.format.RegistryException where the registry gives no id for its
   *     schema
   */
  public byte[] ofJson(byte[] json) {
    if (!format.isAvro()) {
      return json;
    }
    try {
      return write(Json.decode(json, JsonNode.class));
    } catch (Rejection | IllegalArgumentException e) {
      return json;
    }
  }

  /** Asks for what is needed beforehand, so that a registry that is not there is known at once. */
  public void prepare() {
    if (format.isAvro() && schema == null) {
      Schema ours = AvroSchemas.of(format.schema());
      prefix =
          format.registry() == null
              ? new byte[0]
              : Framing.prefix(format.registry().open().idOf(format.subject(), ours));
      schema = ours;
    }
  }

  private byte[] write(JsonNode record) throws Rejection {
    prepare();
    return avro.of(schema, record, prefix);
  }
}
