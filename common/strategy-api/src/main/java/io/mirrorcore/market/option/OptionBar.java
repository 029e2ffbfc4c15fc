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
}
