package io.mirrorcore.power;

import java.util.ArrayList;
import java.util.List;

/**
 * What came of a study.
 *
 * @param truth that was assumed
 * @param settings of the study
 * @param allocators one row each, in the order of the report; the first is 1/N
 */
public record PowerResult(
    AssumedMarket truth, PowerSettings settings, List<AllocatorPower> allocators) {

  public PowerResult {
    allocators = List.copyOf(allocators);
  }

  /**
   * Of the Sharpe ratios.
   *
   * @param names of the allocators
   * @param sharpe {@code markets x allocators}, annual
   */
  static PowerResult of(
      AssumedMarket truth, PowerSettings settings, List<String> names, double[][] sharpe) {
    int market = names.indexOf(Allocators.MARKET);
    List<AllocatorPower> rows = new ArrayList<>();
    for (int a = 0; a < names.size(); a++) {
      rows.add(
          new AllocatorPower(
              names.get(a),
              SharpeSpread.of(column(sharpe, a)),
              a == 0 ? null : power(sharpe, a, 0, settings),
              market < 0 || a == market ? null : power(sharpe, a, market, settings)));
    }
    return new PowerResult(truth, settings, rows);
  }

  private static DifferencePower power(double[][] sharpe, int a, int b, PowerSettings settings) {
    double[] differences = column(sharpe, a);
    double[] other = column(sharpe, b);
    for (int m = 0; m < differences.length; m++) {
      differences[m] -= other[m];
    }
    return DifferencePower.of(differences, settings);
  }

  private static double[] column(double[][] sharpe, int a) {
    double[] column = new double[sharpe.length];
    for (int m = 0; m < column.length; m++) {
      column[m] = sharpe[m][a];
    }
    return column;
  }

  /** One of those who were compared. */
  public AllocatorPower allocator(String name) {
    return allocators.stream()
        .filter(row -> row.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no allocator " + name));
  }
}
