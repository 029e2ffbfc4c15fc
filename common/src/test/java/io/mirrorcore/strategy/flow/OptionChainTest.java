package io.mirrorcore.strategy.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorcore.market.option.BlackScholes;
import io.mirrorcore.market.option.OptionContract;
import io.mirrorcore.market.option.OptionPrint;
import io.mirrorcore.market.option.OptionType;
import io.mirrorcore.state.Saved;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptionChainTest {

  private static final double NONE = Double.NaN;
  private static final long HALF_YEAR = 365L * 12 * 3600 * 1000;

  private final OptionChain chain = new OptionChain(3, new OptionTerms(0.05, 0.01, false));

  private static OptionContract put(double strike) {
    return new OptionContract(HALF_YEAR, strike, OptionType.PUT);
  }

  private static OptionContract call(double strike) {
    return new OptionContract(HALF_YEAR, strike, OptionType.CALL);
  }

  private static OptionPrint quoted(OptionContract contract, double spot, double value) {
    return new OptionPrint(
        "S", 0, contract, spot, value - 0.01, value + 0.01, NONE, 1, 10, NONE, NONE);
  }

  private static OptionPrint known(OptionContract contract, double openInterest) {
    return new OptionPrint("S", 0, contract, 100, NONE, NONE, NONE, 1, openInterest, 0.3, 0.01);
  }

  private static double price(OptionContract contract, double volatility) {
    return new BlackScholes(100, contract.strike(), 0.5, 0.05, 0.01)
        .price(contract.type(), volatility);
  }

  @Test
  void solvesWhatTheFeedLacks() {
    List<OptionPrint> prints =
        List.of(
            quoted(put(90), 100, price(put(90), 0.35)),
            quoted(call(110), 100, price(call(110), 0.25)));
    chain.advance(1, prints, 77);
    assertThat(chain.skew(100)).isCloseTo(0.10, within(1e-10));
    double gamma =
        new BlackScholes(100, 110, 0.5, 0.05, 0.01).gamma(0.25)
            - new BlackScholes(100, 90, 0.5, 0.05, 0.01).gamma(0.35);
    assertThat(chain.signedGamma(1, -1)).isCloseTo(10 * gamma, within(1e-10));
  }

  /** A put at 11.42 of which 1.23 are worth the right to exercise it early. */
  @Test
  void solvesAmericanOptionsByTheTreeWhereTheTermsSaySo() {
    long year = 30_002_340_000L;
    OptionContract put = new OptionContract(year, 100, OptionType.PUT);
    List<OptionPrint> prints = List.of(quoted(put, 90, 11.4226));
    OptionChain american = new OptionChain(3, new OptionTerms(0.05, 0, true));
    OptionChain european = new OptionChain(3, new OptionTerms(0.05, 0, false));
    american.advance(1, prints, 90);
    european.advance(1, prints, 90);
    assertThat(american.signedGamma(1, -1)).isCloseTo(-10 * 0.031696, within(10 * 1e-4));
    assertThat(european.signedGamma(1, -1)).isCloseTo(-10 * 0.019105, within(10 * 1e-6));
  }

  @Test
  void aContractTakes49Bytes() {
    assertThat(Saved.bytes(chain)).hasSize(4);
    chain.advance(1, List.of(known(put(90), 10), known(put(91), 10)), 100);
    assertThat(Saved.bytes(chain)).hasSize(4 + 2 * 49);
  }

  @Test
  void takesTheBarsCloseWhereAPrintHasNoSpot() {
    chain.advance(1, List.of(quoted(put(90), NONE, price(put(90), 0.35))), 100);
    chain.advance(1, List.of(quoted(call(110), NONE, price(call(110), 0.25))), 100);
    assertThat(chain.skew(100)).isCloseTo(0.10, within(1e-10));
  }

  @Test
  void aQuoteBelowIntrinsicValueLeavesWhatWasKnown() {
    chain.advance(1, List.of(known(put(90), 5), known(call(110), 5)), 100);
    double before = chain.signedGamma(1, 0);
    chain.advance(2, List.of(quoted(call(110), 150, 1)), 100);
    assertThat(chain.skew(100)).isZero();
    assertThat(chain.signedGamma(1, 0)).isCloseTo(2 * before, within(1e-15));
  }

  @Test
  void changesOfOpenInterestAreThoseOfKnownContracts() {
    assertThat(chain.advance(1, List.of(known(put(90), 50)), 100)).isZero();
    assertThat(chain.advance(2, List.of(known(put(90), 70), known(call(110), 9)), 100))
        .isEqualTo(20);
    assertThat(chain.advance(3, List.of(known(put(90), NONE)), 100)).isZero();
    assertThat(chain.advance(4, List.of(known(put(90), 60)), 100)).isEqualTo(-10);
  }

  @Test
  void theLongestUnseenLeaveWhenThereAreTooMany() {
    chain.advance(1, List.of(known(put(80), 1), known(put(90), 1)), 100);
    chain.advance(2, List.of(known(call(110), 1)), 100);
    chain.advance(3, List.of(known(put(80), 1)), 100);
    chain.advance(4, List.of(known(call(120), 1)), 100); // put 90, last seen at 1, leaves
    assertThat(chain.size()).isEqualTo(3);
    assertThat(chain.signedGamma(1, 0)).isEqualTo(0.02);
    assertThat(chain.signedGamma(0, 1)).isEqualTo(0.01);
    // Of equally old ones the first in order: only the put, at 3, is older than call 130 and 140.
    chain.advance(5, List.of(known(call(130), 1), known(call(140), 1)), 100);
    assertThat(chain.size()).isEqualTo(3);
    assertThat(chain.signedGamma(0, 1)).isZero();
  }

  @Test
  void expiredContractsAreGoneAndDoNotComeBack() {
    chain.advance(HALF_YEAR - 1, List.of(known(put(90), 1)), 100);
    assertThat(chain.isEmpty()).isFalse();
    chain.advance(HALF_YEAR, List.of(known(call(90), 1)), 100);
    assertThat(chain.isEmpty()).isTrue();
  }

  @Test
  void loadsWhatItSaved() {
    chain.advance(1, List.of(known(put(80), 1), quoted(call(110), 100, 3)), 100);
    OptionChain copy = Saved.copy(chain, new OptionChain(3, new OptionTerms(0.05, 0.01, false)));
    assertThat(Saved.bytes(copy)).isEqualTo(Saved.bytes(chain));
    assertThat(copy.skew(100)).isEqualTo(chain.skew(100)).isNotZero();
  }
}
