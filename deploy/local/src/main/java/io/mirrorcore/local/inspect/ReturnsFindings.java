package io.mirrorcore.local.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What is odd about the numbers of a table of returns: what they are not, and what they repeat. */
final class ReturnsFindings {

  /** Days whose return is beyond it in the median are percents, or prices. */
  private static final double PERCENT = 0.1;

  private static final double PRICE = 5;
  private static final double TWIN = 1 - 1e-12;
  private static final double NEAR_TWIN = 0.999;

  private final Map<String, List<Double>> returns = new TreeMap<>();
  private long rows;
  private long before = Long.MIN_VALUE;
  private long disorder;

  void add(long time, Map<String, Double> row) {
    rows++;
    disorder += time < before ? 1 : 0;
    before = time;
    row.forEach((name, value) -> returns.computeIfAbsent(name, n -> new ArrayList<>()).add(value));
  }

  long rows() {
    return rows;
  }

  List<String> strategies() {
    return List.copyOf(returns.keySet());
  }

  List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    if (disorder > 0) {
      sentences.add("rows are not in the order of time: sorted when they are read");
    }
    returns.forEach((name, values) -> alone(name, values, sentences));
    pairs(sentences);
    if (!returns.isEmpty() && returns.values().stream().allMatch(v -> mean(v) < 0)) {
      sentences.add("every mean is negative: max-sharpe has nothing to choose");
    }
    return sentences;
  }

  private static void alone(String name, List<Double> values, List<String> sentences) {
    double[] sizes = values.stream().mapToDouble(Math::abs).sorted().toArray();
    double median = sizes[sizes.length / 2];
    double least = values.stream().mapToDouble(Double::doubleValue).min().orElse(0);
    if (median > PRICE && least >= 0) {
      sentences.add(
          name + " looks like prices, not returns: give the change of each over the one before");
    } else if (median > PERCENT) {
      sentences.add(name + " looks like percents, not returns: divide by 100");
    } else if (least <= -1) {
      sentences.add(
          String.format(
              Locale.ROOT,
              "%s has a return of %.4g: nothing loses more than all it has, so at or below -1 it is refused",
              name,
              least));
    }
    if (sizes[sizes.length - 1] == 0) {
      sentences.add(name + " is 0 in every row: it never moves");
    }
  }

  private void pairs(List<String> sentences) {
    List<String> names = strategies();
    for (int i = 0; i < names.size(); i++) {
      for (int j = 0; j < i; j++) {
        double correlation = correlation(returns.get(names.get(i)), returns.get(names.get(j)));
        if (correlation > NEAR_TWIN) {
          sentences.add(
              String.format(
                  Locale.ROOT,
                  "%s and %s are %s (correlation %.6f): how weight is split between them is arbitrary",
                  names.get(j),
                  names.get(i),
                  correlation > TWIN ? "the same" : "nearly the same",
                  correlation));
        }
      }
    }
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).sum() / values.size();
  }

  private static double correlation(List<Double> x, List<Double> y) {
    if (x.size() != y.size()) {
      return 0;
    }
    double mx = mean(x);
    double my = mean(y);
    double xx = 0;
    double yy = 0;
    double xy = 0;
    for (int i = 0; i < x.size(); i++) {
      xx += (x.get(i) - mx) * (x.get(i) - mx);
      yy += (y.get(i) - my) * (y.get(i) - my);
      xy += (x.get(i) - mx) * (y.get(i) - my);
    }
    return xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : 0;
  }
}
