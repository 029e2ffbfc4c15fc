package io.mirrorcore.market.option;

import java.util.Comparator;

/**
 * The identity of one option of a known underlying, ordered by expiry, strike and type so that
 * every iteration over a chain has the same order.
 *
 * @param expiry epoch milliseconds of the instant at which the option expires
 * @param strike strike price, positive
 * @param type call or put
 */
public record OptionContract(long expiry, double strike, OptionType type)
    implements Comparable<OptionContract> {

  private static final Comparator<OptionContract> ORDER =
      Comparator.comparingLong(OptionContract::expiry)
          .thenComparingDouble(OptionContract::strike)
          .thenComparing(OptionContract::type);

  @Override
  public int compareTo(OptionContract other) {
    return ORDER.compare(this, other);
  }
}
