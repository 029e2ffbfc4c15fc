package io.mirrorcore.jobs.wire.market;

import static io.mirrorcore.jobs.wire.market.CommonFields.notNegative;
import static io.mirrorcore.jobs.wire.market.CommonFields.positive;

import io.mirrorcore.jobs.wire.FieldSource;
import io.mirrorcore.jobs.wire.ParserSettings;
import io.mirrorcore.jobs.wire.reject.RejectReason;
import io.mirrorcore.jobs.wire.reject.Rejection;
import io.mirrorcore.jobs.wire.reject.WireField;
import io.mirrorcore.jobs.wire.text.NumberText;
import io.mirrorcore.jobs.wire.time.TimeReader;
import io.mirrorcore.market.Bar;

/** Validates one record of the prices topic. */
final class BarReader {

  private BarReader() {}

  static Bar read(FieldSource fields, TimeReader times, ParserSettings settings) throws Rejection {
    String symbol = CommonFields.symbol(fields);
    boolean anySign = !settings.differences().isEmpty() && settings.isDifference(symbol);
    Bar bar =
        new Bar(
            symbol,
            settings.alignment().of(fields.time(times)),
            price(fields, WireField.OPEN, anySign),
            price(fields, WireField.HIGH, anySign),
            price(fields, WireField.LOW, anySign),
            price(fields, WireField.CLOSE, anySign),
            notNegative(fields, WireField.VOLUME));
    if (bar.high() < bar.low()) {
      throw new Rejection(
          RejectReason.HIGH_BELOW_LOW,
          "high must be at least low; have high "
              + NumberText.of(bar.high())
              + " and low "
              + NumberText.of(bar.low()));
    }
    return bar;
  }

  private static double price(FieldSource fields, WireField field, boolean anySign)
      throws Rejection {
    return anySign ? CommonFields.ofAnySign(fields, field) : positive(fields, field);
  }
}
