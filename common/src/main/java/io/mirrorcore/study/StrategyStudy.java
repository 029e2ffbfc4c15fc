package io.mirrorcore.study;

import java.util.List;

/**
 * All that was found about one strategy.
 *
 * @param id of the strategy
 * @param together in all symbols
 * @param regimes the same by regime
 * @param decay coefficient with the single bar that comes 1, 2, 3, 5, 10 and 20 bars later
 * @param halfLifeBars the first of these at which it is below half of what it is at the next bar;
 *     null where it never is, or where that of the next bar cannot be told from 0
 * @param symbols each alone, by name
 */
public record StrategyStudy(
    String id,
    Sleeve together,
    List<RegimeAccount> regimes,
    List<InformationCoefficient> decay,
    Integer halfLifeBars,
    List<Sleeve> symbols) {

  public StrategyStudy {
    regimes = List.copyOf(regimes);
    decay = List.copyOf(decay);
    symbols = List.copyOf(symbols);
  }

  /** Whether it had a position at all. */
  public boolean traded() {
    return together.activity().trades() > 0;
  }

  static Integer halfLife(List<InformationCoefficient> decay) {
    if (decay.isEmpty() || decay.get(0).bars() != 1 || !decay.get(0).isTold()) {
      return null;
    }
    double first = decay.get(0).value();
    return decay.stream()
        .filter(later -> later.value() / first < 0.5)
        .map(InformationCoefficient::bars)
        .findFirst()
        .orElse(null);
  }
}
