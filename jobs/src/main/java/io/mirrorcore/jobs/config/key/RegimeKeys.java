package io.mirrorcore.jobs.config.key;

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
public record RegimeKeys(
    String name,
    ConfigKey<Double> lambda,
    ConfigKey<Double> eta,
    ConfigKey<Double> cap,
    ConfigKey<Cadence> every,
    ConfigKey<Boolean> hold) {

  static RegimeKeys of(
      String name, String lambda, String eta, String cap, String every, String hold) {
    String prefix = "regimes." + name + ".";
    String when = " while the market is " + name.toUpperCase(Locale.ROOT) + ".";
    return new RegimeKeys(
        name,
        ConfigKey.of(
            prefix + "lambda",
            ValueType.above(0, 1e6),
            lambda,
            "Risk aversion, stated for daily returns," + when),
        ConfigKey.of(
            prefix + "eta",
            ValueType.real(0, 100),
            eta,
            "Price of turnover, stated for daily returns," + when),
        ConfigKey.of(prefix + "cap", ValueType.above(0, 1), cap, "Largest weight" + when),
        ConfigKey.of(
            prefix + "every", ValueType.cadence(), every, "How often a rebalance is due" + when),
        ConfigKey.of(
            prefix + "hold", ValueType.bool(), hold, "Whether weights stay as they are" + when));
  }

  public List<ConfigKey<?>> all() {
    return List.of(lambda, eta, cap, every, hold);
  }
}
