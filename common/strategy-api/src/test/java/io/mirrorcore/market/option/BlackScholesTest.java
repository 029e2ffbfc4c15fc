package io.mirrorcore.market.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlackScholesTest {

  /** J. Hull, "Options, Futures and Other Derivatives", example 15.6: call 4.76, put 0.81. */
  private static final BlackScholes HULL = new BlackScholes(42, 40, 0.5, 0.1, 0);

  @Test
  void pricesHullsExample() {
    assertThat(HULL.price(OptionType.CALL, 0.2)).isCloseTo(4.76, within(0.005));
    assertThat(HULL.price(OptionType.PUT, 0.2)).isCloseTo(0.81, within(0.005));
    // The same formula with 40 digits (mpmath).
    assertThat(HULL.price(OptionType.CALL, 0.2)).isCloseTo(HULL_CALL, within(1e-13));
    assertThat(HULL.price(OptionType.PUT, 0.2)).isCloseTo(HULL_PUT, within(1e-13));
    assertThat(HULL.gamma(0.2)).isCloseTo(HULL_GAMMA, within(1e-15));
  }

  private static final double HULL_CALL = 4.759422392871533;
  private static final double HULL_PUT = 0.8085993729000935;
  private static final double HULL_GAMMA = 0.04996267040591185;

  @Test
  void putAndCallKeepParity() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 1000; i++) {
      BlackScholes option = random(random);
      double volatility = random.nextDouble(0.01, 2);
      double forward =
          option.spot() * Math.exp(-option.dividend() * option.years())
              - option.strike() * Math.exp(-option.rate() * option.years());
      double difference =
          option.price(OptionType.CALL, volatility) - option.price(OptionType.PUT, volatility);
      assertThat(difference).isCloseTo(forward, within(1e-12 * option.spot()));
    }
  }

  private static BlackScholes random(SplittableRandom random) {
    double spot = Math.exp(random.nextDouble(-3, 6));
    return new BlackScholes(
        spot,
        spot * Math.exp(random.nextDouble(-0.7, 0.7)),
        random.nextDouble(0.002, 3),
        random.nextDouble(-0.02, 0.1),
        random.nextDouble(0, 0.06));
  }

  @Test
  void gammaIsTheSecondDifferenceOfThePrice() {
    SplittableRandom random = new SplittableRandom(2);
    for (int i = 0; i < 200; i++) {
      double strike = random.nextDouble(80, 120);
      double years = random.nextDouble(0.1, 2);
      double h = 0.01;
      double second =
          price(100 + h, strike, years)
              - 2 * price(100, strike, years)
              + price(100 - h, strike, years);
      assertThat(new BlackScholes(100, strike, years, 0.03, 0.02).gamma(0.3))
          .isCloseTo(second / (h * h), within(1e-7));
    }
  }

  private static double price(double spot, double strike, double years) {
    return new BlackScholes(spot, strike, years, 0.03, 0.02).price(OptionType.PUT, 0.3);
  }

  /**
   * From volatility to price and back. A price carries a relative rounding error of some 1e-15 of
   * the underlying, which is all that vega lets the volatility be known to.
   */
  @Test
  void impliedVolatilityUndoesThePrice() {
    SplittableRandom random = new SplittableRandom(3);
    int solved = 0;
    for (int i = 0; i < 20_000; i++) {
      BlackScholes option = random(random);
      OptionType type = random.nextBoolean() ? OptionType.CALL : OptionType.PUT;
      double volatility = random.nextDouble(0.03, 2.5);
      double h = 1e-4 * volatility;
      double vega =
          (option.price(type, volatility + h) - option.price(type, volatility - h)) / (2 * h);
      if (vega > 1e-6 * option.spot()) {
        double implied = option.impliedVolatility(type, option.price(type, volatility));
        double scale = Math.max(option.spot(), option.strike());
        assertThat(implied).isCloseTo(volatility, within(1e-13 + 2e-14 * scale / vega));
        solved++;
      }
    }
    assertThat(solved).isGreaterThan(15_000);
  }

  @ParameterizedTest
  @CsvSource({
    "100, 100, 1e-5, 0.2", "100, 130, 0.02, 0.5", "100, 40, 5, 0.1", "1e8, 1e8, 1, 1",
    "1e-8, 1.1e-8, 1, 0.3", "100, 100, 1, 8", "100, 100, 10, 1e-4", "100, 1000, 1, 0.4"
  })
  void impliedVolatilityOfUnusualOptions(double spot, double strike, double years, double sigma) {
    BlackScholes option = new BlackScholes(spot, strike, years, 0, 0);
    OptionType out = strike > spot ? OptionType.CALL : OptionType.PUT;
    assertThat(option.impliedVolatility(out, option.price(out, sigma)))
        .isCloseTo(sigma, within(1e-11 * sigma));
  }

  @Test
  void noVolatilityGivesAPriceOutsideTheArbitrageBounds() {
    double intrinsic = 42 - 40 * Math.exp(-0.05);
    for (double value : new double[] {intrinsic, 1, 0, -1, 42, 50, Double.NaN}) {
      assertThat(HULL.impliedVolatility(OptionType.CALL, value)).as("%s", value).isNaN();
    }
    for (double value : new double[] {0, -1, 40 * Math.exp(-0.05), 41, Double.NaN}) {
      assertThat(HULL.impliedVolatility(OptionType.PUT, value)).as("%s", value).isNaN();
    }
    assertThat(HULL.impliedVolatility(OptionType.CALL, intrinsic + 1e-3)).isPositive();
    assertThat(HULL.impliedVolatility(OptionType.CALL, 41.99)).isPositive().isFinite();
  }

  @Test
  void anExpiredOptionIsWorthItsPayoffAndImpliesNothing() {
    for (double years : new double[] {0, -0.1}) {
      BlackScholes expired = new BlackScholes(42, 40, years, 0, 0);
      assertThat(expired.price(OptionType.CALL, 0.2)).isEqualTo(2);
      assertThat(expired.price(OptionType.PUT, 0.2)).isZero();
      assertThat(expired.gamma(0.2)).isZero();
      assertThat(expired.impliedVolatility(OptionType.CALL, 3)).isNaN();
    }
  }

  @Test
  void refusesPricesThatAreNone() {
    assertThatThrownBy(() -> new BlackScholes(Double.NaN, 40, 1, 0, 0))
        .hasMessage("spot must be positive and finite; have NaN");
    assertThatThrownBy(() -> new BlackScholes(42, 0, 1, 0, 0))
        .hasMessage("strike must be positive and finite; have 0.0");
  }
}
