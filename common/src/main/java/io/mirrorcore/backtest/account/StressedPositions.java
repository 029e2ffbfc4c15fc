package io.mirrorcore.backtest.account;

import io.mirrorcore.portfolio.book.HeldPositions;
import io.mirrorcore.portfolio.record.PortfolioBar;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.TreeMap;

/** A book's positions under one stress: the same decisions, executed later or at another price. */
public final class StressedPositions {

  private final Stress stress;
  private final double financingOfBar;
  private final HeldPositions held = new HeldPositions();
  private final ArrayDeque<Map<String, Double>> waiting = new ArrayDeque<>();

  public StressedPositions(Stress stress, double barsPerYear) {
    this.stress = stress;
    financingOfBar = stress.financingRate() / barsPerYear;
    for (int bar = 0; bar < stress.delayBars(); bar++) {
      waiting.add(new TreeMap<>()); // nothing was decided yet
    }
  }

  /** Net return over the bar that ends with {@code bar}. */
  double earned(PortfolioBar bar) {
    double cost =
        Double.isNaN(stress.costRate()) ? held.cost(bar) : held.cost(bar, stress.costRate());
    return held.gain(bar) - cost - financingOfBar * held.gross();
  }

  /** Takes in what was decided at this close. */
  public void decided(Map<String, Double> positions) {
    waiting.add(positions);
    held.become(waiting.remove());
  }
}
