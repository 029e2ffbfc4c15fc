package io.mirrorcore.portfolio.ledger;

import io.mirrorcore.portfolio.record.PortfolioBar;
import java.util.Collection;
import java.util.List;

/** A {@link PortfolioBar} in the making: symbols are entered one after the other, by name. */
final class PortfolioBarDraft {

  private final String[] strategies;
  private final String[] symbols;
  private final double[] symbolReturns;
  private final double[] costs;
  private final double[] moves;
  private final int[] silent;
  private final double[] earned;
  private final double[] paid;
  private final boolean[] deployed;
  private final double[] exposures;
  private double marketSum;
  private int marketSymbols;

  PortfolioBarDraft(List<String> strategies, Collection<String> symbols) {
    this.strategies = strategies.toArray(String[]::new);
    this.symbols = symbols.toArray(String[]::new);
    symbolReturns = new double[symbols.size()];
    costs = new double[symbols.size()];
    moves = new double[symbols.size()];
    silent = new int[symbols.size()];
    earned = new double[strategies.size()];
    paid = new double[strategies.size()];
    deployed = new boolean[strategies.size()];
    exposures = new double[strategies.size() * symbols.size()];
  }

  /** Enters a symbol that has a bar now, before its ledger learns of it. */
  void present(int symbol, double cost, SymbolLedger ledger, double close) {
    double symbolReturn = ledger.returnTo(close);
    symbolReturns[symbol] = symbolReturn;
    moves[symbol] = ledger.move(symbolReturn);
    if (!ledger.isNew()) {
      marketSum += symbolReturn;
      marketSymbols++;
    }
    settle(symbol, cost, ledger);
  }

  /** Enters a symbol that has no bar now. */
  void absent(int symbol, double cost, SymbolLedger ledger) {
    silent[symbol] = ledger.silent();
    settle(symbol, cost, ledger);
  }

  private void settle(int symbol, double cost, SymbolLedger ledger) {
    costs[symbol] = cost;
    for (int k = 0; k < earned.length; k++) {
      earned[k] += ledger.held(k) * symbolReturns[symbol];
      paid[k] += cost * ledger.traded(k);
      deployed[k] |= ledger.held(k) != 0;
    }
  }

  /** Enters what a symbol's ledger holds after this bar's decisions. */
  void decided(int symbol, SymbolLedger ledger) {
    for (int k = 0; k < earned.length; k++) {
      exposures[k * symbols.length + symbol] = ledger.held(k);
    }
  }

  PortfolioBar finish(String portfolio, long time, boolean returnsKnown) {
    double[] returns = new double[earned.length];
    for (int k = 0; k < returns.length; k++) {
      returns[k] = earned[k] - paid[k];
    }
    return new PortfolioBar(
        portfolio,
        time,
        symbols,
        symbolReturns,
        costs,
        strategies,
        returns,
        deployed,
        exposures,
        marketSymbols == 0 ? 0 : marketSum / marketSymbols,
        moves,
        silent,
        returnsKnown);
  }
}
