package io.mirrorcore.portfolio.record;

import java.util.List;

/**
 * What the strategies of a portfolio earned over one bar. Nobody may change the arrays.
 *
 * @param byStrategy R_{k,t}, simple return net of cost
 * @param deployed whether the strategy had a position in any symbol during the bar
 * @param market mean of the returns of the symbols that have a bar now and had one before; 0 where
 *     there is none
 */
@SuppressWarnings("ArrayRecordComponent") // numbers in bulk, read in place by one consumer
public record BarReturns(double[] byStrategy, boolean[] deployed, double market) {

  void check(List<String> strategies, long time) {
    length("returns", byStrategy.length, strategies.size());
    length("deployed", deployed.length, strategies.size());
    for (int k = 0; k < byStrategy.length; k++) {
      finite("return of " + strategies.get(k), byStrategy[k], time);
    }
    finite("market return", market, time);
  }

  static void length(String name, int length, int expected) {
    if (length != expected) {
      throw new IllegalArgumentException(
          name + " must have " + expected + " elements; has " + length);
    }
  }

  static void finite(String what, double value, long time) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(what + " at " + time + " must be finite; have " + value);
    }
  }
}
