package io.mirrorcore.tune;

import io.mirrorcore.backtest.report.TuningSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Every pair of some values of lambda and some of eta, row by row: the trials of the first lambda
 * come first. A value given twice is tried once; the values are taken in ascending order, so that
 * the order in which they were given changes nothing.
 */
public final class Grid implements Search {

  private final List<Double> lambdas;
  private final List<Double> etas;
  private final List<TrialPoint> points;

  /**
   * @param lambdas risk aversions, above 0, at least one
   * @param etas turnover penalties, 0 or more, at least one
   */
  public Grid(List<Double> lambdas, List<Double> etas) {
    this.lambdas = List.copyOf(new TreeSet<>(lambdas));
    this.etas = List.copyOf(new TreeSet<>(etas));
    if (lambdas.isEmpty() || etas.isEmpty()) {
      throw new IllegalArgumentException(
          "a grid must have values of lambda and of eta; have " + lambdas + " and " + etas);
    }
    points = points();
    if (calls() < 2) {
      throw new IllegalArgumentException(
          "a grid must have at least 2 points to choose from; have " + lambdas + " and " + etas);
    }
  }

  @Override
  public String method() {
    return "grid";
  }

  /** Of all grids the same: what a point scores does not depend on which grid it is on. */
  @Override
  public String identity() {
    return method();
  }

  @Override
  public int calls() {
    return points.size();
  }

  /** All that is left, at once. */
  @Override
  public List<TrialPoint> next(List<TrialResult> results) {
    return points.subList(results.size(), calls());
  }

  @Override
  public TuningSummary.Heatmap heatmap(List<TrialResult> results) {
    if (results.size() != calls()) {
      throw new IllegalArgumentException(
          "results must be of " + calls() + " trials; have " + results.size());
    }
    double[][] sharpe = new double[lambdas.size()][etas.size()];
    for (int i = 0; i < results.size(); i++) {
      sharpe[i / etas.size()][i % etas.size()] = results.get(i).sharpe();
    }
    return new TuningSummary.Heatmap(array(lambdas), array(etas), sharpe);
  }

  private List<TrialPoint> points() {
    List<TrialPoint> all = new ArrayList<>();
    for (double lambda : lambdas) {
      for (double eta : etas) {
        all.add(new TrialPoint(all.size() + 1, lambda, eta));
      }
    }
    return List.copyOf(all);
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
