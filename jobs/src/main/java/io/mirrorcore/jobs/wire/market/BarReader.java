package io.mirrorcore.jobs.wire.market;

import static io.mirrorcore.jobs.wire.market.CommonFields.notNegative;
import static io.mirrorcore.jobs.wire.market.CommonFields.positive;

import io.mirrorcore.jobs.wire.FieldSource;
import io.mirrorcore.jobs.wire.reject.RejectReason;
import io.mirrorcore.jobs.wire.reject.Rejection;
import io.mirrorcore.jobs.wire.reject.WireField;
import io.mirrorcore.jobs.wire.text.NumberText;
import io.mirrorcore.jobs.wire.time.BarAlignment;
import io.mirrorcore.jobs.wire.time.TimeReader;
import io.mirrorcore.market.Bar;

/** Validates one record of the prices topic. */
final class BarReader {

  private BarReader() {}

  static Bar read(FieldSource fields, TimeReader times, BarAlignment alignment) throws Rejection {
    Bar bar =
        new Bar(
            CommonFields.symbol(fields),
            alignment.of(fields.time(times)),
            positive(fields, WireField.OPEN),
            positive(fields, WireField.HIGH),
            positive(fields, WireField.LOW),
            positive(fields, WireField.CLOSE),
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
}
