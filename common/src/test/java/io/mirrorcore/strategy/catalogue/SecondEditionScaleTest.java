package io.mirrorcore.strategy.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.market.Bar;
import io.mirrorcore.market.option.OptionBar;
import io.mirrorcore.market.tick.Aggressor;
import io.mirrorcore.market.tick.Tick;
import io.mirrorcore.market.tick.TickFold;
import io.mirrorcore.market.tick.TradeClassifier;
import io.mirrorcore.signal.Signal;
import io.mirrorcore.strategy.CrossAssetStrategy;
import io.mirrorcore.strategy.Edition;
import io.mirrorcore.strategy.MarketBar;
import io.mirrorcore.strategy.PairStrategy;
import io.mirrorcore.strategy.Parameters;
import io.mirrorcore.strategy.Strategy;
import io.mirrorcore.strategy.SymbolStrategy;
import io.mirrorcore.strategy.kit.AllShards;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A price in cents or in dollars is the same market: scaling all prices by a power of two, which is
 * exact in binary, changes no rank and so nothing that a second edition says.
 */
class SecondEditionScaleTest {

  private static final Set<String> RANKS =
      Set.of("liquidity", "entropy_rank", "momentum_rank", "average_correlation");
  private static final int BARS = 900;

  private static List<Definition> definitions() {
    return Definition.of(Edition.SECOND).stream()
        .filter(definition -> definition.strategy().hasEditions())
        .filter(definition -> definition.strategy().input() != Strategy.Input.OPTIONS)
        .toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("definitions")
  void aScaleOfAPowerOfTwoChangesNothing(Definition definition) {
    List<Signal> signals = run(definition, 1);
    assertThat(signals).anyMatch(signal -> signal.position() != 0);
    for (double scale : new double[] {0.125, 64}) {
      List<Signal> scaled = run(definition, scale);
      for (int i = 0; i < signals.size(); i++) {
        assertThat(said(definition, scaled.get(i))).isEqualTo(said(definition, signals.get(i)));
      }
    }
  }

  private static String said(Definition definition, Signal signal) {
    StringBuilder said = new StringBuilder();
    said.append(signal.action()).append(' ').append(signal.label()).append(' ');
    said.append(signal.position() == 0 ? "" : Math.signum(signal.position()));
    List<String> names = definition.strategy().attributes(definition.parameters());
    for (int i = 0; i < signal.attributes().length; i++) {
      if (RANKS.contains(names.get(i))) {
        said.append(' ').append(names.get(i)).append('=').append(signal.attributes()[i]);
      }
    }
    return said.toString();
  }

  private static List<Signal> run(Definition definition, double scale) {
    Parameters parameters = definition.parameters();
    if (definition.strategy() instanceof SymbolStrategy single) {
      SymbolStrategy.Machine machine = single.machine(parameters);
      return market(single, parameters, scale).stream().map(machine::onBar).toList();
    }
    CrossAssetStrategy.Machine machine =
        definition.strategy() instanceof PairStrategy pairs
            ? new AllShards(pairs, parameters, 2)
            : ((CrossAssetStrategy) definition.strategy()).machine(parameters);
    List<Signal> signals = new ArrayList<>();
    for (List<Bar> bars : related(scale)) {
      signals.addAll(machine.onBars(bars));
    }
    return signals;
  }

  /** Prices in ticks of a cent, a spread of one tick or two, flow that leans for a while. */
  private static List<MarketBar> market(
      SymbolStrategy strategy, Parameters parameters, double scale) {
    SplittableRandom random = new SplittableRandom(12);
    TradeClassifier classifier = new TradeClassifier();
    List<MarketBar> market = new ArrayList<>();
    int cents = 10_000;
    double lean = 0.5;
    for (int t = 1; t <= BARS; t++) {
      lean = random.nextInt(15) == 0 ? new double[] {0.02, 0.5, 0.98}[random.nextInt(3)] : lean;
      int open = cents;
      int reach = t / 150 % 2 == 0 ? 30 : 150; // calm and rough by turns
      cents += random.nextInt(-reach, reach + 1);
      TickFold fold =
          new TickFold(
              strategy.tradeCapacity(parameters), strategy.quoteCapacity(parameters), true);
      long start = (t - 1) * 60_000L;
      for (int i = 1; i <= 12; i++) {
        int spread = random.nextInt(6) == 0 ? 2 : 1;
        fold.add(quote(start + 1000L * i, cents, spread, lean, scale, random), classifier);
        for (int trades = 0; trades < 3; trades++) {
          Aggressor side = random.nextDouble() < lean ? Aggressor.BUY : Aggressor.SELL;
          double price = scale * (cents / 100.0);
          fold.add(Tick.trade("S", start + 1000L * i + 500, price, 1, side), classifier);
        }
      }
      fold.close(start + 60_000, null);
      int high = Math.max(open, cents) + random.nextInt(30);
      int low = Math.min(open, cents) - random.nextInt(30);
      Bar bar =
          new Bar(
              "S",
              start + 60_000,
              scale * (open / 100.0),
              scale * (high / 100.0),
              scale * (low / 100.0),
              scale * (cents / 100.0),
              1 + random.nextInt(1000));
      market.add(new MarketBar(bar, fold, OptionBar.EMPTY));
    }
    return market;
  }

  private static Tick quote(
      long time, int cents, int spread, double lean, double scale, SplittableRandom random) {
    double bid = scale * (cents / 100.0);
    double ask = scale * ((cents + spread) / 100.0);
    double size = 1 + 20 * random.nextDouble();
    return Tick.quote(
        "S", time, new double[] {bid, size * lean}, new double[] {ask, size * (1 - lean)});
  }

  /** Four symbols: the second follows the first by a bar, the fourth belongs to the third. */
  private static List<List<Bar>> related(double scale) {
    SplittableRandom random = new SplittableRandom(9);
    double[] logs = new double[4];
    double before = 0;
    double spread = 0;
    List<List<Bar>> closes = new ArrayList<>();
    for (int t = 0; t < BARS; t++) {
      logs[1] += 0.8 * before + random.nextDouble(-0.005, 0.005);
      before = random.nextDouble(-0.01, 0.01);
      logs[0] += before;
      logs[2] += random.nextDouble(-0.01, 0.01);
      spread = 0.8 * spread + random.nextDouble(-0.004, 0.004);
      logs[3] = logs[2] + spread;
      List<Bar> bars = new ArrayList<>();
      for (int i = 0; i < logs.length; i++) {
        double price = scale * (Math.rint(10_000 * Math.exp(logs[i])) / 100);
        bars.add(new Bar("S" + i, t * 60_000L, price, price, price, price, 1));
      }
      closes.add(bars);
    }
    return closes;
  }
}
