package io.mirrorcore.market.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmericanOptionTest {

  private static AmericanOption option(
      double spot, double strike, double years, double rate, double dividend, OptionType type) {
    return new AmericanOption(new BlackScholes(spot, strike, years, rate, dividend), type);
  }

  /**
   * Another tree (Broadie and Detemple 1996: binomial with a last step by Black-Scholes, Richardson
   * extrapolation of 4,000 and 8,000 steps, numpy).
   */
  @ParameterizedTest
  @CsvSource({
    "90, 100, 0.9513679604261797, 0.05, 0, 0.2, PUT, 11.42275729, 0.03169176",
    "36, 40, 1, 0.06, 0, 0.2, PUT, 4.48667579, 0.0867208",
    "44, 40, 2, 0.06, 0, 0.4, PUT, 5.64673381, 0.01552352",
    "110, 100, 1, 0.05, 0.08, 0.25, CALL, 14.21643972, 0.01546092",
    "100, 100, 3, 0.03, 0.07, 0.2, CALL, 9.06604011, 0.01482649",
    "100, 120, 0.25, 0.01, 0.03, 0.5, CALL, 3.57231036, 0.0130987",
    "80, 100, 0.5, -0.01, -0.03, 0.3, CALL, 1.57659639, 0.01593477",
    "50, 50, 0.4166666666666667, 0.1, 0, 0.4, PUT, 4.28421915, 0.03336124"
  })
  void agreesWithAnotherTree(
      double spot,
      double strike,
      double years,
      double rate,
      double dividend,
      double volatility,
      OptionType type,
      double price,
      double gamma) {
    AmericanOption option = option(spot, strike, years, rate, dividend, type);
    assertThat(option.price(volatility)).isCloseTo(price, within(1e-4 * strike));
    assertThat(option.gamma(volatility)).isCloseTo(gamma, within(4e-3 * gamma));
  }

  @Test
  void isWorthAtLeastTheEuropeanOptionAndWhatExerciseBrings() {
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 300; i++) {
      OptionType type = random.nextBoolean() ? OptionType.CALL : OptionType.PUT;
      AmericanOption option = random(random, type);
      double volatility = random.nextDouble(0.02, 1.5);
      double spot = option.european().spot();
      double strike = option.european().strike();
      double intrinsic = type == OptionType.CALL ? spot - strike : strike - spot;
      double price = option.price(volatility);
      assertThat(price).isGreaterThanOrEqualTo(intrinsic);
      assertThat(price)
          .isGreaterThanOrEqualTo(option.european().price(type, volatility) - 1e-4 * strike);
      assertThat(option.gamma(volatility)).isNotNegative().isFinite();
    }
  }

  private static AmericanOption random(SplittableRandom random, OptionType type) {
    double spot = Math.exp(random.nextDouble(-3, 6));
    return option(
        spot,
        spot * Math.exp(random.nextDouble(-0.7, 0.7)),
        random.nextDouble(0.002, 3),
        random.nextDouble(-0.02, 0.1),
        random.nextDouble(-0.01, 0.06),
        type);
  }

  @Test
  void solvesTheVolatilityOfItsOwnPrices() {
    SplittableRandom random = new SplittableRandom(4);
    int solved = 0;
    for (int i = 0; i < 150; i++) {
      AmericanOption option = random(random, i % 2 == 0 ? OptionType.CALL : OptionType.PUT);
      double strike = option.european().strike();
      double price = option.price(random.nextDouble(0.05, 1));
      double implied = option.impliedVolatility(price);
      if (price > option.certain() + 1e-6 * strike) {
        assertThat(option.price(implied)).isCloseTo(price, within(1e-9 * strike));
        solved++;
      }
    }
    assertThat(solved).isGreaterThan(100);
  }

  @Test
  void withoutAGainFromExerciseIsTheEuropeanOptionToTheLastBit() {
    AmericanOption call = option(100, 90, 0.5, 0.05, 0, OptionType.CALL);
    assertThat(call.price(0.3)).isEqualTo(call.european().price(OptionType.CALL, 0.3));
    assertThat(call.gamma(0.3)).isEqualTo(call.european().gamma(0.3));
    AmericanOption put = option(100, 110, 0.5, 0, 0, OptionType.PUT);
    assertThat(put.impliedVolatility(13))
        .isEqualTo(put.european().impliedVolatility(OptionType.PUT, 13));
  }

  @Test
  void noVolatilityGivesIntrinsicValueOrLess() {
    AmericanOption put = option(60, 100, 1, 0.05, 0, OptionType.PUT);
    assertThat(put.impliedVolatility(40)).isNaN();
    assertThat(put.impliedVolatility(39)).isNaN();
    assertThat(put.impliedVolatility(100)).isNaN();
    assertThat(put.impliedVolatility(Double.NaN)).isNaN();
    assertThat(put.impliedVolatility(40.05)).isBetween(0.05, 0.6);
    assertThat(option(60, 100, 0, 0.05, 0, OptionType.PUT).impliedVolatility(41)).isNaN();
  }

  @Test
  void hasNoGammaWhereItIsExercisedAtOnce() {
    AmericanOption put = option(40, 100, 1, 0.1, 0, OptionType.PUT);
    assertThat(put.price(0.1)).isCloseTo(60, within(1e-10));
    assertThat(put.gamma(0.1)).isZero();
    assertThat(put.price(1e-5)).isEqualTo(60);
    assertThat(put.gamma(1e-5)).isZero();
  }
}
