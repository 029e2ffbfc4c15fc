package io.mirrorcore.study;

import java.util.List;

/**
 * A study.
 *
 * @param from the first close, epoch milliseconds
 * @param to the last
 * @param bars closes of the portfolio
 * @param barsPerYear that figures a year are reckoned with
 * @param symbols that were traded, by name
 * @param strategies in the order of the configuration
 * @param correlated ids of the strategies whose returns vary, in that order
 * @param correlations of their net returns, square
 */
public record StudyResult(
    long from,
    long to,
    int bars,
    double barsPerYear,
    List<String> symbols,
    List<StrategyStudy> strategies,
    List<String> correlated,
    List<List<Double>> correlations) {

  public StudyResult {
    symbols = List.copyOf(symbols);
    strategies = List.copyOf(strategies);
    correlated = List.copyOf(correlated);
    correlations = List.copyOf(correlations);
  }

  /** Length of the record. */
  public double years() {
    return bars / barsPerYear;
  }

  /** Ids of the strategies without a position. */
  public List<String> idle() {
    return strategies.stream().filter(s -> !s.traded()).map(StrategyStudy::id).toList();
  }
}
