package io.mirrorcore.local.simulator.market;

import java.util.EnumMap;
import java.util.Map;

/**
 * A Markov chain of regimes that stays in each for {@value #SHORTEST} to {@value #LONGEST} bars:
 * long enough for a strategy to be right about it, short enough for all to be seen in an hour of a
 * demonstration.
 */
public final class RegimeChain {

  static final int SHORTEST = 60;
  static final int LONGEST = 300;

  private static final MarketRegime[] REGIMES = MarketRegime.values();

  /** Probability of each regime after each, in the order of the enum. */
  private static final Map<MarketRegime, double[]> NEXT =
      new EnumMap<>(
          Map.of(
              MarketRegime.TRENDING_UP, new double[] {0.00, 0.25, 0.45, 0.30},
              MarketRegime.TRENDING_DOWN, new double[] {0.30, 0.00, 0.30, 0.40},
              MarketRegime.RANGING, new double[] {0.40, 0.30, 0.00, 0.30},
              MarketRegime.VOLATILE, new double[] {0.30, 0.30, 0.40, 0.00}));

  private final RandomStream random;
  private MarketRegime current;
  private int barsLeft;
  private boolean justBegun;

  public RegimeChain(RandomStream random) {
    this.random = random;
    begin(REGIMES[random.below(REGIMES.length)]);
  }

  /** The regime of the next bar. */
  public MarketRegime next() {
    justBegun = barsLeft == 0;
    if (justBegun) {
      begin(successor());
    }
    barsLeft--;
    return current;
  }

  /** Whether the bar that {@link #next} was asked for is the first of its regime. */
  public boolean hasJustBegun() {
    return justBegun;
  }

  private void begin(MarketRegime regime) {
    current = regime;
    barsLeft = random.between(SHORTEST, LONGEST);
  }

  private MarketRegime successor() {
    double[] chances = NEXT.get(current);
    double left = random.uniform();
    MarketRegime last = current;
    for (int i = 0; i < chances.length; i++) {
      if (chances[i] > 0 && left >= 0) {
        last = REGIMES[i];
      }
      left -= chances[i];
    }
    return last;
  }
}
