package io.mirrorcore.jobs.backtest;

import io.mirrorcore.portfolio.record.StrategyReturns;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.DoubleStream;

/**
 * What returns look like that somebody gave: fractions, as they must be, or levels or percents,
 * from which every figure would be nonsense that reads well.
 */
final class GivenReturns {

  /** Half of the bars that move by more: no strategy does, and percents of a calm market do. */
  private static final double LARGE = 0.1;

  /** Half of the bars at more than that, and none below 0: prices, or the value of an account. */
  private static final double LEVEL = 0.5;

  private final TreeSet<String> levels = new TreeSet<>();
  private final TreeSet<String> percents = new TreeSet<>();

  private GivenReturns() {}

  static GivenReturns of(Iterable<StrategyReturns> records) {
    Map<String, DoubleStream.Builder> columns = new TreeMap<>();
    records.forEach(
        record ->
            record
                .returns()
                .forEach(
                    (id, value) ->
                        columns.computeIfAbsent(id, key -> DoubleStream.builder()).add(value)));
    GivenReturns given = new GivenReturns();
    columns.forEach((id, column) -> given.look(id, column.build().toArray()));
    return given;
  }

  private void look(String id, double[] column) {
    double[] sizes = DoubleStream.of(column).filter(r -> r != 0).map(Math::abs).sorted().toArray();
    if (sizes.length == 0) {
      return;
    }
    double median = sizes[sizes.length / 2];
    if (median > LEVEL && DoubleStream.of(column).allMatch(r -> r >= 0)) {
      levels.add(id);
    } else if (median > LARGE) {
      percents.add(id);
    }
  }

  /**
   * Insists on returns.
   *
   * @throws BacktestException where some are levels
   */
  void requireReturns() {
    if (!levels.isEmpty()) {
      throw new BacktestException(
          "the returns of %s look like prices or the value of an account: a return is the change over the one before, 0.01 for 1 %%; give those"
              .formatted(String.join(", ", levels)));
    }
  }

  /** What a reader must know first; empty where nothing is odd. */
  Optional<String> warning() {
    return percents.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "The returns of %s look like percents: in half of the bars they are beyond 10 %%. A return of 1 %% is 0.01: divide them by 100."
                .formatted(String.join(", ", percents)));
  }
}
