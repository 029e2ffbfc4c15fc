package io.mirrorcore.study;

import java.util.List;

/**
 * One strategy in one symbol, or in all together.
 *
 * @param symbol its name; null for all together
 * @param bars closes that were judged
 * @param activity how much it does
 * @param account what it earned
 * @param information coefficients over the next 1, 5 and 20 bars, those that can be told
 */
public record Sleeve(
    String symbol,
    long bars,
    Activity activity,
    Account account,
    List<InformationCoefficient> information) {

  public Sleeve {
    information = List.copyOf(information);
  }

  /** The coefficient over so many bars, or null. */
  public InformationCoefficient over(int bars) {
    return information.stream().filter(ic -> ic.bars() == bars).findFirst().orElse(null);
  }
}
