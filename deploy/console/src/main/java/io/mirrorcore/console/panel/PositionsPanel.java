package io.mirrorcore.console.panel;

import io.mirrorcore.console.state.Tree;
import io.mirrorcore.portfolio.record.TargetPositions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What an execution system is to hold, beside what it was to hold before. */
final class PositionsPanel {

  private static final String NAME = "positions";

  private final Tree tree;
  private final Map<String, TargetPositions> newest = new HashMap<>();

  PositionsPanel(Tree tree) {
    this.tree = tree;
    tree.put(List.of(NAME, "portfolios"), Map.of());
  }

  private record View(
      long time,
      double gross,
      double net,
      String slots,
      Map<String, Double> positions,
      Map<String, Double> previous) {}

  void take(TargetPositions positions) {
    TargetPositions before = newest.put(positions.portfolio(), positions);
    tree.put(
        List.of(NAME, "portfolios", positions.portfolio()),
        new View(
            positions.time(),
            positions.gross(),
            positions.net(),
            positions.slots(),
            positions.positions(),
            before == null ? Map.of() : before.positions()));
  }
}
