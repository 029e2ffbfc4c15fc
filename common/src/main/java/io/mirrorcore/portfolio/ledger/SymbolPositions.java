package io.mirrorcore.portfolio.ledger;

/**
 * The bar of one symbol, and what every strategy wants of the symbol at its close.
 *
 * @param symbol the symbol
 * @param close price, positive
 * @param positions p_{k,s,t} in [-1, 1], in the order of the ledger's strategies
 */
@SuppressWarnings("ArrayRecordComponent") // one per strategy, never compared
public record SymbolPositions(String symbol, double close, double[] positions) {

  public SymbolPositions {
    if (!(close > 0 && close < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "close of " + symbol + " must be positive and finite; have " + close);
    }
    for (double position : positions) {
      if (!(position >= -1 && position <= 1)) {
        throw new IllegalArgumentException(
            "position in " + symbol + " must be in [-1, 1]; have " + position);
      }
    }
  }
}
