package io.mirrorcore.portfolio.ledger;

import io.mirrorcore.portfolio.record.BarReturns;
import io.mirrorcore.portfolio.record.PortfolioBar;
import io.mirrorcore.portfolio.record.SymbolReturn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A {@link PortfolioBar} in the making: symbols are entered one after the other, by name, first
 * with what they earned, then with what was decided.
 */
final class PortfolioBarDraft {

  private final List<String> strategies;
  private final List<SymbolReturn> symbols = new ArrayList<>();
  private final double[] earned;
  private final double[] paid;
  private final boolean[] deployed;
  private double marketSum;
  private int marketSymbols;

  PortfolioBarDraft(List<String> strategies) {
    this.strategies = strategies;
    earned = new double[strategies.size()];
    paid = new double[strategies.size()];
    deployed = new boolean[strategies.size()];
  }

  /** Enters a symbol that has a bar now, before its ledger learns of it. */
  void present(String symbol, double cost, SymbolLedger ledger, double close) {
    double value = ledger.returnTo(close);
    if (!ledger.isNew()) {
      marketSum += value;
      marketSymbols++;
    }
    enter(new SymbolReturn(symbol, value, cost, ledger.move(value), 0, exposures()), ledger);
  }

  /** Enters a symbol that has no bar now. */
  void absent(String symbol, double cost, SymbolLedger ledger) {
    enter(new SymbolReturn(symbol, 0, cost, 0, ledger.silent(), exposures()), ledger);
  }

  /** To be filled when the symbol is decided. */
  private double[] exposures() {
    return new double[strategies.size()];
  }

  private void enter(SymbolReturn symbol, SymbolLedger ledger) {
    symbols.add(symbol);
    for (int k = 0; k < earned.length; k++) {
      earned[k] += ledger.held(k) * symbol.value();
      paid[k] += symbol.cost() * ledger.traded(k);
      deployed[k] |= ledger.held(k) != 0;
    }
  }

  /**
   * Enters what a symbol's ledger holds after this bar's decisions.
   *
   * @param symbol which one, by the order in which they were entered
   */
  void decided(int symbol, SymbolLedger ledger) {
    double[] exposures = symbols.get(symbol).exposures();
    for (int k = 0; k < exposures.length; k++) {
      exposures[k] = ledger.held(k);
    }
    symbols.set(symbol, symbols.get(symbol).sized(ledger.slot(), ledger.lastClose()));
  }

  /**
   * @param first whether nothing was held before this bar, so that nothing was earned over it
   */
  PortfolioBar finish(String portfolio, long time, boolean first) {
    return new PortfolioBar.OfSymbols(
        portfolio, time, strategies, first ? Optional.empty() : Optional.of(returns()), symbols);
  }

  private BarReturns returns() {
    double[] returns = new double[earned.length];
    for (int k = 0; k < returns.length; k++) {
      returns[k] = earned[k] - paid[k];
    }
    return new BarReturns(returns, deployed, marketSymbols == 0 ? 0 : marketSum / marketSymbols);
  }
}
