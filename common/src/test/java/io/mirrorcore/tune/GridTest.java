package io.mirrorcore.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mirrorcore.backtest.report.TuningSummary;
import java.util.List;
import org.junit.jupiter.api.Test;

class GridTest {

  private static TrialResult scored(TrialPoint point, double sharpe) {
    return new TrialResult(
        point.number(), point.lambda(), point.eta(), sharpe, 0.0, 0, 0, new double[] {0});
  }

  @Test
  void asksForEveryPairOnceRowByRow() {
    Grid grid = new Grid(List.of(100.0, 50.0, 100.0), List.of(0.1, 0.01));
    assertThat(grid.next(List.of()))
        .containsExactly(
            new TrialPoint(1, 50, 0.01),
            new TrialPoint(2, 50, 0.1),
            new TrialPoint(3, 100, 0.01),
            new TrialPoint(4, 100, 0.1));
    assertThat(grid.calls()).isEqualTo(4);
  }

  @Test
  void asksForWhatIsLeft() {
    Grid grid = new Grid(List.of(50.0, 100.0), List.of(0.01));
    List<TrialPoint> points = grid.next(List.of());
    assertThat(grid.next(List.of(scored(points.get(0), 1)))).containsExactly(points.get(1));
    assertThat(grid.next(List.of(scored(points.get(0), 1), scored(points.get(1), 2)))).isEmpty();
  }

  @Test
  void putsScoresWhereTheyBelong() {
    Grid grid = new Grid(List.of(50.0, 100.0), List.of(0.01, 0.05, 0.1));
    List<TrialResult> results =
        grid.next(List.of()).stream().map(point -> scored(point, point.number())).toList();
    TuningSummary.Heatmap heatmap = grid.heatmap(results);
    assertThat(heatmap.lambda()).containsExactly(50, 100);
    assertThat(heatmap.eta()).containsExactly(0.01, 0.05, 0.1);
    assertThat(heatmap.sharpe()).isDeepEqualTo(new double[][] {{1, 2, 3}, {4, 5, 6}});
  }

  @Test
  void refusesWhatLeavesNoChoice() {
    assertThatThrownBy(() -> new Grid(List.of(), List.of(0.1)))
        .hasMessageContaining("must have values of lambda and of eta");
    assertThatThrownBy(() -> new Grid(List.of(50.0), List.of(0.1)))
        .hasMessageContaining("at least 2 points");
    assertThatThrownBy(() -> new Grid(List.of(0.0, 50.0), List.of(0.1)))
        .hasMessageContaining("lambda must be above 0");
    assertThatThrownBy(() -> new Grid(List.of(50.0), List.of(0.1, Double.NaN)))
        .hasMessageContaining("eta must be at least 0");
  }
}
