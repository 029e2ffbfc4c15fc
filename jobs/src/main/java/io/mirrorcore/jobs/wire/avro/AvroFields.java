package io.mirrorcore.jobs.wire.avro;

import io.mirrorcore.jobs.wire.FieldSlots;
import io.mirrorcore.jobs.wire.FieldSource;
import io.mirrorcore.jobs.wire.SideBuffer;
import io.mirrorcore.jobs.wire.reject.Rejection;
import io.mirrorcore.jobs.wire.reject.WireField;
import org.apache.avro.Schema;

/**
 * Reads the fields of one record of market data by the schema of its writer, in one pass and
 * without a tree. Fields are found by their names, whatever their order, and a number is a number
 * whether it was written as int, long, float, double, decimal or text; unknown fields are skipped.
 */
final class AvroFields {

  private final FieldSlots slots = new FieldSlots();
  private final AvroCursor in = new AvroCursor();

  /**
   * The fields of a record; good until the next is read.
   *
   * @param writer schema of a record
   * @param from where it begins in the bytes
   */
  FieldSource read(Schema writer, byte[] value, int from) throws Rejection {
    slots.clear();
    in.over(value, from);
    for (Schema.Field field : writer.getFields()) {
      WireField known = WireField.of(field.name());
      if (known == null) {
        AvroSkip.value(field.schema(), in, AvroCursor.DEEPEST);
      } else {
        store(known, field.schema(), AvroCursor.DEEPEST);
      }
    }
    in.requireEnd();
    return slots;
  }

  private void store(WireField field, Schema schema, int depth) throws Rejection {
    if (depth == 0) {
      throw AvroSkip.tooDeep();
    }
    switch (schema.getType()) {
      case NULL -> slots.absent(field);
      case UNION -> store(field, AvroSkip.branch(schema, in), depth - 1);
      case STRING -> slots.text(field, in.readText());
      case ENUM -> slots.text(field, symbol(schema));
      case INT, LONG -> storeWhole(field, schema, in.readLong());
      case FLOAT -> slots.number(field, in.readFloat());
      case DOUBLE -> slots.number(field, in.readDouble());
      case BYTES, FIXED -> storeBytes(field, schema);
      case ARRAY -> storeArray(field, schema);
      default -> storeOther(field, schema, depth);
    }
  }

  private String symbol(Schema schema) throws Rejection {
    return schema.getEnumSymbols().get(in.choice(schema.getEnumSymbols().size()));
  }

  private void storeWhole(WireField field, Schema schema, long number) {
    if (AvroLogical.isDay(schema)) {
      slots.text(field, AvroLogical.day(number));
    } else if (field == WireField.TIME) {
      slots.time(number);
    } else if (field == WireField.ID) { // as in JSON: a double would not hold all digits
      slots.text(field, Long.toString(number));
    } else {
      slots.number(field, (double) number);
    }
  }

  private void storeBytes(WireField field, Schema schema) throws Rejection {
    byte[] bytes =
        schema.getType() == Schema.Type.FIXED
            ? in.readFixed(schema.getFixedSize())
            : in.readBytes();
    if (AvroLogical.isDecimal(schema)) {
      slots.number(field, AvroLogical.decimal(schema, bytes));
    } else {
      slots.other(field);
    }
  }

  private void storeArray(WireField field, Schema schema) throws Rejection {
    if (field.type() != WireField.Type.SIDE) {
      storeOther(field, schema, AvroCursor.DEEPEST);
      return;
    }
    SideBuffer side = slots.levels(field);
    Schema level = schema.getElementType();
    for (long count = in.block(); count > 0; count = in.block()) {
      for (long i = 0; i < count; i++) {
        readLevel(field, side, level);
      }
    }
  }

  private void readLevel(WireField field, SideBuffer side, Schema level) throws Rejection {
    switch (level.getType()) {
      case ARRAY -> readPair(field, side, level.getElementType());
      case RECORD -> readNamed(field, side, level);
      default -> {
        AvroSkip.value(level, in, AvroCursor.DEEPEST);
        side.fail(FieldSlots.notLevels(field));
      }
    }
  }

  /** A level as JSON has it: [price, size]. */
  private void readPair(WireField field, SideBuffer side, Schema item) throws Rejection {
    long numbers = 0;
    for (long count = in.block(); count > 0; count = in.block()) {
      for (long i = 0; i < count; i++) {
        side.add(field, number(field, side, item));
      }
      numbers += count;
    }
    if (numbers != 2) {
      side.fail(FieldSlots.notLevels(field));
    }
  }

  /** A level as programs of others have it: a record with price and size. */
  private void readNamed(WireField field, SideBuffer side, Schema level) throws Rejection {
    if (level.getField("price") == null || level.getField("size") == null) {
      side.fail(FieldSlots.notLevels(field));
    }
    double price = 0;
    double size = 0;
    for (Schema.Field part : level.getFields()) {
      switch (part.name()) {
        case "price" -> price = number(field, side, part.schema());
        case "size" -> size = number(field, side, part.schema());
        default -> AvroSkip.value(part.schema(), in, AvroCursor.DEEPEST);
      }
    }
    side.add(field, price);
    side.add(field, size);
  }

  private double number(WireField field, SideBuffer side, Schema schema) throws Rejection {
    return switch (schema.getType()) {
      case DOUBLE -> in.readDouble();
      case FLOAT -> in.readFloat();
      case INT, LONG -> (double) in.readLong();
      default -> {
        AvroSkip.value(schema, in, AvroCursor.DEEPEST);
        side.fail(FieldSlots.notLevels(field));
        yield 0;
      }
    };
  }

  private void storeOther(WireField field, Schema schema, int depth) throws Rejection {
    AvroSkip.value(schema, in, depth);
    slots.other(field);
  }
}
