package io.mirrorcore.console.panel;

import io.mirrorcore.console.state.Tree;
import io.mirrorcore.portfolio.record.EnsembleWeights;
import io.mirrorcore.portfolio.settings.Cash;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the weights in force were over time, with the regime and the decision of each. */
final class WeightsPanel {

  /** Rows that stay, of each portfolio. */
  static final int ROWS = 2_000;

  private static final String NAME = "weights";

  private final Tree tree;
  private final Map<String, Course> courses = new HashMap<>();

  WeightsPanel(Tree tree) {
    this.tree = tree;
    tree.put(List.of(NAME, "portfolios"), Map.of());
  }

  /**
   * @param t the close
   * @param w in force, one a strategy
   * @param r regime
   * @param d decision
   * @param u turnover
   * @param c confidence
   */
  private record Row(long t, List<Double> w, String r, String d, double u, double c) {}

  private record View(int max, List<String> strategies, List<Row> rows) {}

  private static final class Course {
    private List<String> strategies = List.of();
    private final Deque<Row> rows = new ArrayDeque<>();
  }

  void take(EnsembleWeights record) {
    Course course = courses.computeIfAbsent(record.portfolio(), portfolio -> new Course());
    List<String> strategies = columns(record);
    boolean same = strategies.equals(course.strategies);
    if (!same) {
      turn(course, strategies);
    }
    Row row = row(record, strategies);
    if (course.rows.size() == ROWS) {
      course.rows.removeFirst();
    }
    course.rows.addLast(row);
    List<String> path = List.of(NAME, "portfolios", record.portfolio());
    if (same) {
      tree.append(List.of(NAME, "portfolios", record.portfolio(), "rows"), row, ROWS);
    } else {
      tree.put(path, new View(ROWS, strategies, List.copyOf(course.rows)));
    }
  }

  /** Forgets a portfolio, whose job has begun anew. */
  void forget(String portfolio) {
    courses.remove(portfolio);
    tree.remove(List.of(NAME, "portfolios", portfolio));
  }

  private static Row row(EnsembleWeights record, List<String> strategies) {
    return new Row(
        record.time(),
        strategies.stream().map(record.rebalance().weights()::get).toList(),
        record.regime(),
        record.rebalance().decision(),
        record.rebalance().turnover(),
        record.confidence().overall());
  }

  /** By id, cash last. */
  private static List<String> columns(EnsembleWeights record) {
    List<String> columns = new ArrayList<>(record.rebalance().weights().keySet());
    if (columns.remove(Cash.ID)) {
      columns.add(Cash.ID);
    }
    return columns;
  }

  /** The rows so far by other strategies: one that was not there had nothing. */
  private static void turn(Course course, List<String> strategies) {
    int[] places = strategies.stream().mapToInt(course.strategies::indexOf).toArray();
    int rows = course.rows.size();
    for (int i = 0; i < rows; i++) {
      Row row = course.rows.removeFirst();
      List<Double> weights = new ArrayList<>();
      for (int place : places) {
        weights.add(place < 0 ? 0.0 : row.w().get(place));
      }
      course.rows.addLast(new Row(row.t(), weights, row.r(), row.d(), row.u(), row.c()));
    }
    course.strategies = strategies;
  }
}
