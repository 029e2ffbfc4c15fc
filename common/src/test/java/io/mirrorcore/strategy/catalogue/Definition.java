package io.mirrorcore.strategy.catalogue;

import io.mirrorcore.strategy.Edition;
import io.mirrorcore.strategy.Parameters;
import io.mirrorcore.strategy.Strategy;
import io.mirrorcore.strategy.cross.PairsTrading;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** One edition of one built-in strategy, with its defaults: what tests for all of them run over. */
record Definition(Strategy strategy, Edition edition) {

  /** Every edition that there is of every strategy. */
  static List<Definition> all() {
    return Catalogue.strategies().stream()
        .flatMap(
            strategy ->
                strategy.hasEditions()
                    ? Stream.of(Edition.values()).map(edition -> new Definition(strategy, edition))
                    : Stream.of(new Definition(strategy, Edition.FIRST)))
        .toList();
  }

  /** Of one edition, every strategy; one that has a single edition is in all. */
  static List<Definition> of(Edition edition) {
    return all().stream().filter(d -> d.edition == edition || !d.strategy.hasEditions()).toList();
  }

  Parameters parameters() {
    return parameters(Map.of());
  }

  Parameters parameters(Map<String, Double> set) {
    Map<String, Double> all = new TreeMap<>(set);
    if (strategy.hasEditions()) {
      all.put(Edition.PARAMETER.name(), (double) edition.number());
    }
    return Parameters.of(strategy, all);
  }

  /**
   * The parameters to rehearse with, on markets whose symbols lack a bar now and then: pairs are
   * formed of symbols that lack none, so in as short a time as is allowed.
   */
  Parameters rehearsed() {
    return parameters(rehearsal());
  }

  /** What these set. */
  Map<String, Double> rehearsal() {
    return edition == Edition.SECOND && strategy instanceof PairsTrading
        ? Map.of("formation", 20.0, "trading", 20.0)
        : Map.of();
  }

  @Override
  public String toString() {
    return strategy.id() + (strategy.hasEditions() ? " " + edition : "");
  }
}
