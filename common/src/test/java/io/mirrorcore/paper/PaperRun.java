package io.mirrorcore.paper;

import io.mirrorcore.paper.PaperSettings.Charge;
import io.mirrorcore.paper.PaperSettings.CostBase;
import io.mirrorcore.paper.PaperSettings.Fill;
import io.mirrorcore.paper.PaperSettings.OrderLimits;
import io.mirrorcore.portfolio.RandomPortfolio;
import io.mirrorcore.portfolio.ensemble.Ensemble;
import io.mirrorcore.portfolio.ledger.CostModel;
import io.mirrorcore.portfolio.record.PortfolioBar;
import io.mirrorcore.portfolio.record.SymbolReturn;
import io.mirrorcore.portfolio.record.TargetPositions;
import io.mirrorcore.portfolio.settings.EnsembleSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A seeded market, what a live engine makes of it, and an account that follows it. */
final class PaperRun {

  static final double CAPITAL = 100_000;
  static final CostModel COSTS = CostModel.defaults();
  static final List<PortfolioBar> BARS = new RandomPortfolio(11, 4, 9).bars(400);
  static final List<TargetPositions> POSITIONS = positions();
  static final List<PaperPrice> OPENS = opens();

  private PaperRun() {}

  static PaperSettings settings(Fill fill, OrderLimits limits, CostBase base, double slippage) {
    return new PaperSettings(CAPITAL, fill, limits, new Charge(COSTS, base, slippage));
  }

  /** As in the backtest. */
  static PaperSettings ideal() {
    return settings(Fill.CLOSE, OrderLimits.NONE, CostBase.CHANGES, 0);
  }

  /** With everything that makes a difference. */
  static PaperSettings real() {
    return settings(Fill.NEXT, new OrderLimits(3, 200, 0.001, 3), CostBase.TRADED, 0.0005);
  }

  static EnsembleSettings engine() {
    EnsembleSettings defaults = EnsembleSettings.defaults(1, 252);
    return defaults;
  }

  private static List<TargetPositions> positions() {
    Ensemble ensemble = new Ensemble("random", engine());
    List<TargetPositions> all = new ArrayList<>();
    for (PortfolioBar bar : BARS) {
      TargetPositions positions = ensemble.onBar(bar).positions();
      if (positions != null) {
        all.add(positions);
      }
    }
    return all;
  }

  /** Every bar opens a little beside the close before. */
  private static List<PaperPrice> opens() {
    SplittableRandom random = new SplittableRandom(3);
    List<PaperPrice> opens = new ArrayList<>();
    for (PortfolioBar bar : BARS) {
      for (SymbolReturn symbol : bar.symbols()) {
        if (symbol.silent() == 0) {
          double before = symbol.price() / (1 + symbol.value());
          double open = before * (1 + 0.003 * (random.nextDouble() - 0.5));
          opens.add(PaperPrice.of(symbol.symbol(), bar.time(), open));
        }
      }
    }
    return opens;
  }

  /** All prices, then all positions, one advance at the end. */
  static PaperTape whole(PaperSettings settings) {
    PaperDesk desk = new PaperDesk("random", settings);
    OPENS.forEach(desk::add);
    POSITIONS.forEach(desk::add);
    return desk.advance(Long.MAX_VALUE, true);
  }

  static void append(PaperTape all, PaperTape more) {
    all.orders().addAll(more.orders());
    all.fills().addAll(more.fills());
    all.accounts().addAll(more.accounts());
    all.controls().addAll(more.controls());
  }
}
