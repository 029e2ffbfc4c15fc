package io.mirrorcore.jobs.config;

import io.mirrorcore.regime.Cadence;
import java.util.List;
import java.util.Locale;

/**
 * What may be set for one regime of the market.
 *
 * @param name lower case, as in the keys: {@code trending}
 * @param lambda risk aversion, for daily returns
 * @param eta price of turnover, for daily returns
 * @param cap largest weight of a strategy
 * @param every how often a rebalance is due
 * @param hold whether weights stay as they are in this regime, whatever is due
 */
public record RegimeOptions(
    String name,
    Option<Double> lambda,
    Option<Double> eta,
    Option<Double> cap,
    Option<Cadence> every,
    Option<Boolean> hold) {

  static RegimeOptions of(
      String name, String lambda, String eta, String cap, String every, String hold) {
    String prefix = "regimes." + name + ".";
    String when = " while the market is " + name.toUpperCase(Locale.ROOT) + ".";
    return new RegimeOptions(
        name,
        Option.of(
            prefix + "lambda",
            ValueType.above(0, 1e6),
            lambda,
            "Risk aversion, stated for daily returns," + when),
        Option.of(
            prefix + "eta",
            ValueType.real(0, 100),
            eta,
            "Price of turnover, stated for daily returns," + when),
        Option.of(prefix + "cap", ValueType.above(0, 1), cap, "Largest weight" + when),
        Option.of(
            prefix + "every", ValueType.cadence(), every, "How often a rebalance is due" + when),
        Option.of(
            prefix + "hold", ValueType.bool(), hold, "Whether weights stay as they are" + when));
  }

  List<Option<?>> all() {
    return List.of(lambda, eta, cap, every, hold);
  }
}
