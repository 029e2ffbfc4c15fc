package io.mirrorcore.market.option;

import java.util.List;

/**
 * The option prints of one underlying since its previous bar.
 *
 * @param putVolume contracts of puts traded
 * @param callVolume contracts of calls traded
 * @param newest the newest print of each contract seen, in the order of {@link OptionContract}
 */
public record OptionBar(double putVolume, double callVolume, List<OptionPrint> newest) {

  /** No print at all. */
  public static final OptionBar EMPTY = new OptionBar(0, 0, List.of());

  /**
   * The same options on a share that was split: strikes and prices multiplied, contracts divided.
   *
   * @param prices what prices are multiplied by
   * @param shares what numbers of contracts are divided by
   */
  public OptionBar rescaled(double prices, double shares) {
    return new OptionBar(
        putVolume / shares,
        callVolume / shares,
        newest.stream().map(print -> rescaled(print, prices, shares)).toList());
  }

  private static OptionPrint rescaled(OptionPrint print, double prices, double shares) {
    OptionContract contract = print.contract();
    return new OptionPrint(
        print.symbol(),
        print.time(),
        new OptionContract(contract.expiry(), contract.strike() * prices, contract.type()),
        print.spot() * prices,
        print.bid() * prices,
        print.ask() * prices,
        print.price() * prices,
        print.volume() / shares,
        print.openInterest() / shares,
        print.iv(),
        print.gamma() / prices);
  }
}
