package io.mirrorcore.power;

/** The same weights for ever: equal ones, the market, or those of somebody who knows the truth. */
@SuppressWarnings("ArrayRecordComponent") // numbers in bulk; never compared as a whole
record FixedWeights(double[] weights) implements Allocator {

  @Override
  public Run start() {
    return row -> {
      double sum = 0;
      for (int i = 0; i < weights.length; i++) {
        sum += weights[i] * row[i];
      }
      return sum;
    };
  }
}
