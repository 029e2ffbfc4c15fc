package io.mirrorcore.jobs.wire.avro;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;

/** What programs of others mean by bytes and numbers: decimals, and days. */
final class AvroLogical {

  private AvroLogical() {}

  /** Whether bytes are a decimal number. */
  static boolean isDecimal(Schema schema) {
    return schema.getLogicalType() instanceof LogicalTypes.Decimal;
  }

  /** The double next to a decimal: the same as that of its text. */
  static double decimal(Schema schema, byte[] unscaled) {
    LogicalTypes.Decimal type = (LogicalTypes.Decimal) schema.getLogicalType();
    return unscaled.length == 0
        ? 0
        : new BigDecimal(new BigInteger(unscaled), type.getScale()).doubleValue();
  }

  static boolean isDay(Schema schema) {
    LogicalType type = schema.getLogicalType();
    return type != null && type.getName().equals("date");
  }

  /** A day as records write it, 2024-01-19; the last digits of an absurd one are its number. */
  static String day(long sinceEpoch) {
    boolean known = sinceEpoch == (int) sinceEpoch;
    return known ? LocalDate.ofEpochDay(sinceEpoch).toString() : Long.toString(sinceEpoch);
  }
}
