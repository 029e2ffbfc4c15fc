package io.mirrorcore.jobs.wire.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.JsonGeneratorDelegate;
import java.io.IOException;

/**
 * A JSON generator that refuses NaN and the infinities, which Jackson would write as the strings
 * "NaN" and "Infinity": a string in the place of a number breaks readers far away from the mistake.
 */
final class FiniteGenerator extends JsonGeneratorDelegate {

  FiniteGenerator(JsonGenerator json) {
    super(json, false);
  }

  @Override
  public void writeNumber(double value) throws IOException {
    check(value);
    super.writeNumber(value);
  }

  @Override
  public void writeNumber(float value) throws IOException {
    check(value);
    super.writeNumber(value);
  }

  @Override
  public void writeArray(double[] values, int offset, int length) throws IOException {
    for (int i = offset; i < offset + length; i++) {
      check(values[i]);
    }
    super.writeArray(values, offset, length);
  }

  private void check(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(
          getOutputContext().pathAsPointer() + " must be finite to be published; have " + value);
    }
  }
}
