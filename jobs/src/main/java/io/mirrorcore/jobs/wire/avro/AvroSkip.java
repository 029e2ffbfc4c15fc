package io.mirrorcore.jobs.wire.avro;

import io.mirrorcore.jobs.wire.reject.Rejection;
import org.apache.avro.Schema;

/** Passes over a value that nobody has asked for. */
final class AvroSkip {

  private AvroSkip() {}

  /**
   * @param depth levels that are left
   */
  static void value(Schema schema, AvroCursor in, int depth) throws Rejection {
    if (depth == 0) {
      throw tooDeep();
    }
    switch (schema.getType()) {
      case NULL -> {}
      case BOOLEAN -> in.readBoolean();
      case INT, LONG, ENUM -> in.readLong();
      case FLOAT -> in.skip(Float.BYTES);
      case DOUBLE -> in.skip(Double.BYTES);
      case STRING, BYTES -> in.skip(in.length());
      case FIXED -> in.skip(schema.getFixedSize());
      case UNION -> value(branch(schema, in), in, depth - 1);
      case ARRAY -> items(schema.getElementType(), false, in, depth);
      case MAP -> items(schema.getValueType(), true, in, depth);
      case RECORD -> {
        for (Schema.Field field : schema.getFields()) {
          value(field.schema(), in, depth - 1);
        }
      }
    }
  }

  private static void items(Schema item, boolean named, AvroCursor in, int depth) throws Rejection {
    for (long count = in.block(); count > 0; count = in.block()) {
      for (long i = 0; i < count; i++) {
        if (named) {
          in.skip(in.length());
        }
        value(item, in, depth - 1);
      }
    }
  }

  /** The schema of what follows, of those of a union. */
  static Schema branch(Schema union, AvroCursor in) throws Rejection {
    return union.getTypes().get(in.choice(union.getTypes().size()));
  }

  static Rejection tooDeep() {
    return Rejection.malformed(
        "no Avro of a record: more than " + AvroCursor.DEEPEST + " levels within each other");
  }
}
