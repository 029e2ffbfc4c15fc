package io.mirrorcore.strategy.flow;

import io.mirrorcore.market.option.AmericanOption;
import io.mirrorcore.market.option.BlackScholes;
import io.mirrorcore.market.option.OptionContract;

/**
 * What the options of one underlying are valued by, where the feed has no volatility or gamma.
 *
 * @param rate risk-free rate per year, continuously compounded
 * @param dividend dividend yield per year, continuously compounded
 * @param american whether they may be exercised before they expire
 */
record OptionTerms(double rate, double dividend, boolean american) {

  /** One option, priced. */
  interface Model {

    /** Per year; NaN where none gives this value. */
    double impliedVolatility(double value);

    /** Change of delta per unit of spot. */
    double gamma(double volatility);
  }

  Model model(OptionContract contract, double spot, double years) {
    BlackScholes european = european(contract, spot, years);
    return american
        ? new EarlyExercise(new AmericanOption(european, contract.type()))
        : new AtExpiry(european, contract);
  }

  /** The same option without early exercise. */
  BlackScholes european(OptionContract contract, double spot, double years) {
    return new BlackScholes(spot, contract.strike(), years, rate, dividend);
  }

  private record AtExpiry(BlackScholes option, OptionContract contract) implements Model {

    @Override
    public double impliedVolatility(double value) {
      return option.impliedVolatility(contract.type(), value);
    }

    @Override
    public double gamma(double volatility) {
      return option.gamma(volatility);
    }
  }

  private record EarlyExercise(AmericanOption option) implements Model {

    @Override
    public double impliedVolatility(double value) {
      return option.impliedVolatility(value);
    }

    @Override
    public double gamma(double volatility) {
      return option.gamma(volatility);
    }
  }
}
