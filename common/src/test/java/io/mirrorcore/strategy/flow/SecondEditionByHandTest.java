package io.mirrorcore.strategy.flow;

import static io.mirrorcore.strategy.Run.says;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorcore.market.Bar;
import io.mirrorcore.market.option.BlackScholes;
import io.mirrorcore.market.option.OptionBar;
import io.mirrorcore.market.option.OptionContract;
import io.mirrorcore.market.option.OptionFold;
import io.mirrorcore.market.option.OptionPrint;
import io.mirrorcore.market.option.OptionType;
import io.mirrorcore.market.tick.Aggressor;
import io.mirrorcore.market.tick.Tick;
import io.mirrorcore.market.tick.TickBar;
import io.mirrorcore.market.tick.TickFold;
import io.mirrorcore.market.tick.TradeClassifier;
import io.mirrorcore.signal.Signal;
import io.mirrorcore.strategy.MarketBar;
import io.mirrorcore.strategy.Run;
import io.mirrorcore.strategy.SymbolStrategy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The second editions of strategies on what lies behind the bars, each by hand. */
class SecondEditionByHandTest {

  private static final long SECOND = 1000;
  private static final long DAY = 86_400_000;

  private final TradeClassifier classifier = new TradeClassifier();
  private long time;

  private static Run second(SymbolStrategy strategy, Map<String, Double> set) {
    Map<String, Double> all = new HashMap<>(set);
    all.put("edition", 2.0);
    return Run.of(strategy, all);
  }

  private TickFold fold() {
    return new TickFold(100, 100, true);
  }

  /** A book of {@code bid} against {@code ask} that is one tick wide for the whole bar. */
  private Signal book(Run run, double bid, double ask) {
    TickFold fold = fold();
    Tick quote = Tick.quote("S", time + 1, new double[] {9.99, bid}, new double[] {10, ask});
    fold.add(quote, classifier);
    return close(run, fold);
  }

  private Signal close(Run run, TickFold fold) {
    time += SECOND;
    fold.close(time, null);
    return run.on(new MarketBar(new Bar("S", time, 10, 10, 10, 10, 1), fold, OptionBar.EMPTY));
  }

  @Test
  void liquidityFlowTradesWhereTheSpreadIsAlwaysOneTickByHand() {
    Run run = second(new LiquidityFlow(), Map.of("rank_window", 5.0));
    for (int i = 1; i <= 4; i++) {
      assertThat(book(run, i, i).isWarmup()).isTrue();
    }
    // Depth 20 is the deepest of five: mid-rank 0.9. The spread's is 0.5: liquidity 0.7 exactly,
    // which is not above 0.7; with 50 bars of history it would be.
    Signal signal = book(run, 19, 1);
    assertThat(signal.attributes()).containsExactly(0.9, 0.7, 20, 10 - 9.99);
    assertThat(says(signal)).isEqualTo("HOLD 0.0");
    Run looser = second(new LiquidityFlow(), Map.of("rank_window", 5.0, "liquidity", 0.69));
    for (int i = 1; i <= 4; i++) {
      book(looser, i, i);
    }
    assertThat(says(book(looser, 19, 1))).isEqualTo("BUY 1.0");
    assertThat(says(book(looser, 2, 38))).isEqualTo("SELL -1.0");
    assertThat(says(book(looser, 50, 50))).isEqualTo("HOLD 0.0");
  }

  @Test
  void liquidityFlowKnowsWhatIsALargeImbalanceInAShareThatHasNone() {
    Run run = second(new LiquidityFlow(), Map.of("rank_window", 40.0, "liquidity", 0.5));
    for (int i = 1; i <= 39; i++) {
      book(run, 10 + i % 2, 10 + i % 2); // an imbalance of 0
    }
    // 0.2 is far below 0.6 and above the 0.95-quantile of its own history.
    assertThat(says(book(run, 12, 8))).isEqualTo("HOLD 0.0"); // no deeper than usual
    assertThat(says(book(run, 18, 12))).isEqualTo("BUY 1.0");
  }

  /** Trades of one side after the other, and a one-tick quote before them. */
  private Signal trades(Run run, int buys, int sells, double spread) {
    TickFold fold = fold();
    Tick quote = Tick.quote("S", time + 1, new double[] {10 - spread, 1}, new double[] {10, 1});
    fold.add(quote, classifier);
    for (int i = 0; i < buys + sells; i++) {
      Aggressor side = i < buys ? Aggressor.BUY : Aggressor.SELL;
      fold.add(Tick.trade("S", time + 2 + i, 10, 1, side), classifier);
    }
    return close(run, fold);
  }

  private static final Map<String, Double> SHORT =
      Map.of("history", 10.0, "rate-window", 10.0, "imbalance-window", 10.0);

  @Test
  void microstructureLooksAtTheTradesOfTheBarByHand() {
    Run run = second(new Microstructure(), SHORT);
    for (int i = 0; i < 12; i++) {
      trades(run, 15, 10, 0.01); // 0.2
    }
    Signal bar = trades(run, 21, 3, 0.01); // 0.75 of 24 trades, the largest of ten
    assertThat(bar.attributes()[0]).isEqualTo(0.75);
    assertThat(says(bar)).isEqualTo("BUY 1.0");
    // Ten trades are too few. The newest 100 of the last ten bars: these ten, the 24 before, two
    // bars of 25, and of a third its 10 sellers and 6 of its buyers: 10 + 18 + 10 - 4.
    Signal few = trades(run, 10, 0, 0.01);
    assertThat(few.attributes()[0]).isEqualTo(0.34);
    assertThat(says(few)).isEqualTo("HOLD 0.0");
  }

  @Test
  void microstructureSaysWhereThereAreTooFewTrades() {
    Run run = second(new Microstructure(), SHORT);
    for (int i = 0; i < 12; i++) {
      trades(run, 15, 10, 0.01);
    }
    for (int i = 0; i < 9; i++) {
      trades(run, 1, 1, 0.01);
    }
    // Ten bars of two trades: twenty, just enough; nine of them and one of one are not.
    assertThat(trades(run, 1, 1, 0.01).label()).isEmpty();
    assertThat(says(trades(run, 1, 0, 0.01))).isEqualTo("HOLD FEW_TRADES 0.0");
  }

  @Test
  void microstructureWaivesTheCompressionOfAMarketBoundToItsTick() {
    Run run = second(new Microstructure(), SHORT);
    Run wide = second(new Microstructure(), SHORT);
    for (int i = 0; i < 12; i++) {
      trades(run, 15, 10, 0.01);
      trades(wide, 15, 10, 0.01 * (1 + i)); // no spread equals another
    }
    // A spread of two ticks is not compressed, but most of the history is one tick.
    assertThat(says(trades(run, 24, 1, 0.02))).isEqualTo("BUY 1.0");
    assertThat(says(trades(wide, 24, 1, 0.20))).isEqualTo("HOLD 0.0");
    assertThat(says(trades(wide, 24, 1, 0.01))).isEqualTo("BUY 1.0");
  }

  private static OptionPrint print(
      long at, double days, double strike, OptionType type, double openInterest, double iv) {
    long expiry = 1000 * DAY + (long) (days * DAY);
    OptionContract contract = new OptionContract(expiry, strike, type);
    double none = Double.NaN;
    return new OptionPrint("S", at, contract, 100, none, none, none, 1, openInterest, iv, 0.01);
  }

  private static MarketBar options(long time, OptionPrint... prints) {
    OptionFold fold = new OptionFold("S");
    for (OptionPrint print : prints) {
      fold.add(print);
    }
    return new MarketBar(new Bar("S", time, 100, 100, 100, 100, 1), TickBar.EMPTY, fold.toBar());
  }

  private static Run optionFlow() {
    return second(
        new OptionFlow(),
        Map.of("window", 1.0, "min_history", 2.0, "skew_history", 50.0, "gamma_history", 50.0));
  }

  @Test
  void optionFlowWeighsTheVolatilitiesOfABandByVegaByHand() {
    long noon = 1000 * DAY - DAY / 2;
    OptionPrint[] prints = {
      print(noon, 30, 90, OptionType.PUT, 10, 0.30),
      print(noon, 60, 85, OptionType.PUT, 10, 0.40),
      print(noon, 30, 110, OptionType.CALL, 10, 0.20),
      print(noon, 30, 79, OptionType.PUT, 10, 9), // too far out
      print(noon, 3, 90, OptionType.PUT, 10, 9), // too soon
      print(noon, 95, 110, OptionType.CALL, 10, 9), // too late
      print(noon, 30, 104, OptionType.CALL, 10, 9) // too near the money
    };
    Run run = optionFlow();
    run.on(options(noon, prints));
    Signal signal = run.on(options(noon + 1, prints));
    double near = new BlackScholes(100, 90, 30.5 / 365, 0, 0).vega(0.30);
    double far = new BlackScholes(100, 85, 60.5 / 365, 0, 0).vega(0.40);
    double expected = (0.30 * near + 0.40 * far) / (near + far) - 0.20;
    assertThat(signal.attributes()[1]).isCloseTo(expected, within(1e-9));
  }

  @Test
  void optionFlowsSkewDoesNotKnowOfContractsThatExpireWithinAWeek() {
    SplittableRandom random = new SplittableRandom(1);
    Run whole = optionFlow();
    Run pruned = optionFlow();
    int skews = 0;
    for (long bar = 0; bar < 200; bar++) {
      long time = 950 * DAY + bar * DAY / 8;
      List<OptionPrint> prints = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        double strike = 75 + random.nextInt(51);
        OptionType type = random.nextBoolean() ? OptionType.PUT : OptionType.CALL;
        double iv = random.nextDouble(0.1, 0.6);
        prints.add(print(time, random.nextInt(-30, 60), strike, type, 10, iv));
      }
      OptionPrint[] later =
          prints.stream()
              .filter(p -> p.contract().expiry() - time >= 7 * DAY)
              .toArray(OptionPrint[]::new);
      Signal signal = whole.on(options(time, prints.toArray(OptionPrint[]::new)));
      Signal other = pruned.on(options(time, later));
      if (!signal.isWarmup() && !other.isWarmup()) {
        assertThat(other.attributes()[1]).isEqualTo(signal.attributes()[1]);
        skews += signal.attributes()[1] != 0 ? 1 : 0;
      }
    }
    assertThat(skews).isGreaterThan(100);
  }

  @Test
  void optionFlowComparesOpenInterestWithTheDayBeforeByHand() {
    long day = 1000 * DAY;
    Run run = optionFlow();
    run.on(options(day - 2, print(day - 2, 30, 90, OptionType.PUT, 100, 0.3)));
    Signal first = run.on(options(day, print(day, 30, 90, OptionType.PUT, 150, 0.3)));
    assertThat(first.attributes()[3]).isZero(); // no day has ended: the bar at midnight is its last
    Signal next =
        run.on(
            options(
                day + 1,
                print(day + 1, 30, 90, OptionType.PUT, 130, 0.3),
                print(day + 1, 0.5, 100, OptionType.CALL, 40, 0.3)));
    assertThat(next.attributes()[3]).isEqualTo(20); // 20 closed, 40 opened
    // Gamma of today's expiry counts now and not later.
    double perContract = 0.01 * 100 * 100 * 100 * 0.01;
    assertThat(next.attributes()[2]).isCloseTo((40 - 130) * perContract, within(1e-6));
    assertThat(next.attributes()[4]).isCloseTo(-130 * perContract, within(1e-6));
    Signal expired = run.on(options(day + DAY, print(day + DAY, 30, 90, OptionType.PUT, 130, 0.3)));
    assertThat(expired.attributes()[3]).isEqualTo(20); // who leaves at expiry closes nothing
  }

  @Test
  void optionFlowSeesNoRiskOfPinningBeforeThereAreTwoDays() {
    long day = 1000 * DAY;
    Run run = optionFlow();
    for (int i = 9; i >= 0; i--) {
      Signal signal =
          run.on(options(day - i, print(day - i, 30, 100, OptionType.CALL, 1000 - i, 0.3)));
      assertThat(signal.label()).isNotEqualTo("PIN_RISK");
    }
    Signal next = run.on(options(day + 1, print(day + 1, 30, 100, OptionType.CALL, 2000, 0.3)));
    assertThat(next.label()).isEqualTo("PIN_RISK");
  }
}
