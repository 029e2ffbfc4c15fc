package io.mirrorcore.market.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.special.Erf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalDistributionTest {

  /** By mpmath, rounded to double; on both sides of the seams at 0.663 and 5.657. */
  @ParameterizedTest
  @CsvSource({
    "0, 0.5",
    "1e-09, 0.5000000003989423",
    "0.3, 0.6179114221889527",
    "-0.5, 0.3085375387259869",
    "0.662, 0.7460143891548866",
    "-0.664, 0.2533451555430268",
    "1, 0.8413447460685429",
    "-1, 0.15865525393145705",
    "1.96, 0.9750021048517795",
    "-3, 0.0013498980316300946",
    "5.6, 0.9999999892824097",
    "-5.65, 8.022391850663514e-09",
    "-5.66, 7.56864975199772e-09",
    "-8, 6.220960574271784e-16",
    "8, 0.9999999999999993",
    "-20, 2.7536241186062337e-89",
    "-37, 5.725571222524577e-300"
  })
  void isFullyPreciseEverywhere(double z, double expected) {
    assertThat(NormalDistribution.cdf(z)).isCloseTo(expected, within(3e-15 * expected));
  }

  @Test
  void agreesWithAContinuedFraction() {
    for (int i = -600; i <= 600; i++) {
      double z = i / 64.0;
      double expected = 0.5 * Erf.erfc(-z / Math.sqrt(2));
      assertThat(NormalDistribution.cdf(z)).isCloseTo(expected, within(1e-13 * expected));
    }
  }

  @Test
  void isZeroAndOneAtTheEnds() {
    assertThat(NormalDistribution.cdf(-50)).isZero();
    assertThat(NormalDistribution.cdf(50)).isEqualTo(1);
    assertThat(NormalDistribution.cdf(Double.NEGATIVE_INFINITY)).isZero();
    assertThat(NormalDistribution.cdf(Double.POSITIVE_INFINITY)).isEqualTo(1);
    assertThat(NormalDistribution.cdf(Double.NaN)).isNaN();
  }
}
