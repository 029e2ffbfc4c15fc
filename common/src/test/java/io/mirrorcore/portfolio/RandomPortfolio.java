package io.mirrorcore.portfolio;

import io.mirrorcore.portfolio.ledger.LedgerSettings;
import io.mirrorcore.portfolio.ledger.StrategyReturnsLedger;
import io.mirrorcore.portfolio.ledger.SymbolPositions;
import io.mirrorcore.portfolio.record.PortfolioBar;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * A seeded market of a few symbols, daily bars with gaps and a stormy stretch now and then, and
 * strategies that change their minds now and then; some never trade.
 */
public final class RandomPortfolio {

  public static final long DAY = 86_400_000L;

  private final SplittableRandom random;
  private final List<String> strategies = new ArrayList<>();
  private final TreeMap<String, Double> closes = new TreeMap<>();
  private final TreeMap<String, double[]> positions = new TreeMap<>();
  private StrategyReturnsLedger ledger;
  private int bar;

  public RandomPortfolio(long seed, int symbols, int strategyCount) {
    random = new SplittableRandom(seed);
    for (int k = 0; k < strategyCount; k++) {
      strategies.add("S" + k);
    }
    for (int s = 0; s < symbols; s++) {
      closes.put("SYM" + s, 100.0);
      positions.put("SYM" + s, new double[strategyCount]);
    }
    ledger = newLedger();
  }

  private StrategyReturnsLedger newLedger() {
    return new StrategyReturnsLedger("random", strategies, LedgerSettings.defaults());
  }

  List<String> strategies() {
    return strategies;
  }

  public void restore() {
    ledger = Restored.from(ledger, newLedger());
  }

  public PortfolioBar next() {
    bar++;
    double storm = bar / 60 % 3 == 2 ? 4 : 1;
    double drift = bar / 45 % 2 == 0 ? 0.004 : -0.001;
    double market = drift + 0.01 * storm * (random.nextDouble() - 0.5);
    List<SymbolPositions> bars = new ArrayList<>();
    for (Map.Entry<String, Double> close : closes.entrySet()) {
      double own = 0.02 * storm * (random.nextDouble() - 0.5);
      close.setValue(close.getValue() * (1 + market + own));
      double[] minds = positions.get(close.getKey());
      changeMinds(minds);
      if (bars.isEmpty() || random.nextInt(20) > 0) {
        bars.add(new SymbolPositions(close.getKey(), close.getValue(), minds.clone()));
      }
    }
    return ledger.onBar(bar * DAY, bars);
  }

  /** Strategy k trades every k + 2 bars or so; the last never does. */
  private void changeMinds(double[] minds) {
    for (int k = 0; k < minds.length - 1; k++) {
      if (random.nextInt(k + 2) == 0) {
        minds[k] = random.nextInt(3) - 1;
      }
    }
  }

  public List<PortfolioBar> bars(int count) {
    PortfolioBar[] bars = new PortfolioBar[count];
    Arrays.setAll(bars, i -> next());
    return List.of(bars);
  }
}
