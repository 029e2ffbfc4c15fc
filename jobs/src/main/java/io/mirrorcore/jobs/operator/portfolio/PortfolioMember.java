package io.mirrorcore.jobs.operator.portfolio;

import io.mirrorcore.jobs.operator.SymbolBar;

/**
 * A symbol's bar on its way to one of the portfolios that hold the symbol.
 *
 * @param portfolio key
 * @param bar the bar and the wanted positions
 */
public record PortfolioMember(String portfolio, SymbolBar bar) {}
