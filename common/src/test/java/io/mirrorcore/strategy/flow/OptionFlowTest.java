package io.mirrorcore.strategy.flow;

import static io.mirrorcore.strategy.Run.says;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorcore.market.Bar;
import io.mirrorcore.market.option.OptionContract;
import io.mirrorcore.market.option.OptionFold;
import io.mirrorcore.market.option.OptionPrint;
import io.mirrorcore.market.option.OptionType;
import io.mirrorcore.market.tick.TickBar;
import io.mirrorcore.signal.Signal;
import io.mirrorcore.strategy.MarketBar;
import io.mirrorcore.strategy.Run;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OptionFlowTest {

  private static final double NONE = Double.NaN;
  private static final long EXPIRY = 1_000_000;
  private static final OptionContract PUT = new OptionContract(EXPIRY, 90, OptionType.PUT);
  private static final OptionContract CALL = new OptionContract(EXPIRY, 110, OptionType.CALL);

  private Run run = run(Map.of());
  private long time;

  private static Run run(Map<String, Double> set) {
    Map<String, Double> all = new HashMap<>(set);
    all.putIfAbsent("window", 1.0);
    all.putIfAbsent("skew_history", 2.0);
    all.putIfAbsent("gamma_history", 2.0);
    return Run.first(new OptionFlow(), all);
  }

  private OptionPrint print(
      OptionContract contract, double volume, double openInterest, double iv, double gamma) {
    return new OptionPrint(
        "S", time + 1, contract, 100, NONE, NONE, NONE, volume, openInterest, iv, gamma);
  }

  private Signal bar(OptionPrint... prints) {
    OptionFold fold = new OptionFold("S");
    for (OptionPrint print : prints) {
      fold.add(print);
    }
    time += 1000;
    Bar bar = new Bar("S", time, 100, 100, 100, 100, 1);
    return run.on(new MarketBar(bar, TickBar.EMPTY, fold.toBar()));
  }

  /** A bar with a skew of {@code putIv} - 0.2. */
  private Signal bar(double puts, double calls, double putIv) {
    return bar(print(PUT, puts, 1000, putIv, 0.01), print(CALL, calls, 500, 0.2, 0.02));
  }

  @Test
  void followsTheFlowWhereTheSkewAgreesByHand() {
    assertThat(bar(10, 10, 0.30).isWarmup()).isTrue();
    // pcr 0.5; skew 0.08 below the median 0.09 of 0.10 and 0.08. Gamma exposure
    // (0.02 * 500 - 0.01 * 1000) * 100 * 100^2 * 0.01 = 0: nothing to pin.
    Signal buy = bar(10, 20, 0.28);
    assertThat(says(buy)).isEqualTo("BUY 1.0");
    assertThat(buy.confidence()).isCloseTo(Math.log(2), within(1e-15));
    assertThat(buy.attributes()[0]).isEqualTo(0.5);
    assertThat(buy.attributes()[1]).isCloseTo(0.08, within(1e-15));
    assertThat(buy.attributes()[2]).isZero();
    // pcr 2; skew 0.2 above 0.05 and above the median 0.14.
    Signal sell = bar(20, 10, 0.40);
    assertThat(says(sell)).isEqualTo("SELL -1.0");
    assertThat(sell.confidence()).isCloseTo(Math.log(2), within(1e-15));
    // Puts dominate, but the skew falls.
    assertThat(says(bar(20, 10, 0.30))).isEqualTo("HOLD NEUTRAL 0.0");
    // Calls dominate, but the skew rises.
    assertThat(says(bar(10, 20, 0.32))).isEqualTo("HOLD NEUTRAL 0.0");
    // Steeper than before, but not steep: 0.01 and then 0.04.
    bar(10, 10, 0.21);
    assertThat(says(bar(20, 10, 0.24))).isEqualTo("HOLD NEUTRAL 0.0");
  }

  @Test
  void aLargeGammaExposureIsARiskOfPinning() {
    bar(10, 10, 0.3);
    // (0.02 * 800 - 0.01 * 1000) * 100 * 100^2 * 0.01 = 60,000 per 1 %, the highest of two.
    Signal pin = bar(print(CALL, 10, 800, 0.2, 0.02), print(PUT, 10, 1000, 0.3, 0.01));
    assertThat(says(pin)).isEqualTo("HOLD PIN_RISK 0.0");
    assertThat(pin.attributes()[2]).isCloseTo(60_000, within(1e-6));
    assertThat(pin.attributes()[3]).isEqualTo(300);
    assertThat(pin.confidence()).isZero();
    Signal less = bar(print(CALL, 10, 700, 0.2, 0.02));
    assertThat(says(less)).isEqualTo("HOLD NEUTRAL 0.0");
    assertThat(less.attributes()[3]).isEqualTo(-100);
  }

  @Test
  void theDealersSideIsConfiguration() {
    run = run(Map.of("call_sign", -1.0, "put_sign", 0.0, "multiplier", 10.0));
    bar(10, 10, 0.3);
    assertThat(bar(10, 10, 0.3).attributes()[2]).isCloseTo(-0.02 * 500 * 1000, within(1e-9));
  }

  @Test
  void volumesCountOverTheWindow() {
    run = run(Map.of("window", 2.0));
    bar(10, 10, 0.3);
    assertThat(bar(5, 20, 0.3).attributes()[0]).isEqualTo(0.5);
    assertThat(bar(20, 5, 0.3).attributes()[0]).isEqualTo(1);
    assertThat(bar(20, 5, 0.3).attributes()[0]).isEqualTo(4);
  }

  @Test
  void withoutCallsTheRatioIsNeutralAndWithoutPutsItIsSure() {
    bar(10, 10, 0.3);
    Signal noCalls = bar(10, 0, 0.28);
    assertThat(noCalls.attributes()[0]).isEqualTo(1);
    assertThat(says(noCalls)).isEqualTo("HOLD NEUTRAL 0.0");
    assertThat(noCalls.confidence()).isZero();
    Signal noPuts = bar(0, 10, 0.27);
    assertThat(noPuts.attributes()[0]).isZero();
    assertThat(noPuts.confidence()).isEqualTo(1);
    assertThat(says(noPuts)).isEqualTo("BUY 1.0");
  }

  @Test
  void aSkewWithOneSideOnlyIsNoSignal() {
    run = run(Map.of());
    bar(print(PUT, 1, 1000, 0.3, 0.01));
    bar(print(PUT, 1, 1000, 0.4, 0.01));
    Signal signal = bar(print(PUT, 50, 900, 0.5, 0.01));
    assertThat(signal.attributes()[1]).isZero();
    assertThat(signal.position()).isZero();
    assertThat(signal.isWarmup()).isFalse();
  }

  @Test
  void optionsBetweenTheWingsAreNoPartOfTheSkew() {
    bar(10, 10, 0.3);
    OptionContract atTheMoney = new OptionContract(EXPIRY, 95, OptionType.PUT);
    OptionContract inTheMoney = new OptionContract(EXPIRY, 90, OptionType.CALL);
    Signal signal = bar(print(atTheMoney, 1, 1, 9, 0.01), print(inTheMoney, 1, 1, 9, 0.01));
    assertThat(signal.attributes()[1]).isCloseTo(0.1, within(1e-15));
  }

  @Test
  void contractsLeaveAtTheirExpiry() {
    bar(10, 10, 0.3);
    bar(10, 10, 0.3);
    time = EXPIRY - 1000; // the bar that closes at the instant of expiry
    Signal signal = bar();
    assertThat(signal.attributes()).containsExactly(1, 0, 0, 0);
    assertThat(says(signal)).isEqualTo("HOLD NEUTRAL 0.0");
  }

  @Test
  void withoutOptionsItStaysInWarmUp() {
    for (int i = 0; i < 600; i++) {
      assertThat(bar().isWarmup()).isTrue();
    }
  }

  @Test
  void holdsDuringWarmUp() {
    run = Run.first(new OptionFlow());
    for (int i = 0; i < 59; i++) {
      assertThat(bar(10, 20, 0.3).isWarmup()).isTrue();
    }
    assertThat(bar(10, 20, 0.3).isWarmup()).isFalse();
  }

  @Test
  void ratiosThatExcludeEachOtherAreRefused() {
    OptionFlow strategy = new OptionFlow();
    assertThat(strategy.check(Run.firstEdition(strategy, Map.of("low_pcr", 1.3))))
        .hasSize(1)
        .first()
        .asString()
        .contains("low-pcr", "high-pcr");
  }
}
