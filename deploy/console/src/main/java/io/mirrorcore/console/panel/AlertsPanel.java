package io.mirrorcore.console.panel;

import io.mirrorcore.console.state.Tree;
import io.mirrorcore.portfolio.record.Alert;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Conditions that hold now, and those that came and went. */
final class AlertsPanel {

  /** Of what came and went. */
  static final int RECENT = 200;

  /** Conditions that hold at once: of more, one for each symbol, the oldest go. */
  static final int FIRING = 1_000;

  private static final String NAME = "alerts";
  private static final String FIRING_NAME = "firing";

  private final Tree tree;
  private final Set<String> firing = new LinkedHashSet<>();

  AlertsPanel(Tree tree) {
    this.tree = tree;
    tree.put(List.of(NAME, FIRING_NAME), Map.of());
    tree.put(List.of(NAME, "recent"), List.of());
  }

  void take(Alert alert) {
    String key = alert.portfolio() + "|" + alert.key();
    if (alert.state() == Alert.State.FIRING) {
      firing.add(key);
      tree.put(List.of(NAME, FIRING_NAME, key), alert);
      if (firing.size() > FIRING) {
        end(firing.iterator().next());
      }
    } else {
      end(key);
    }
    tree.append(List.of(NAME, "recent"), alert, RECENT);
  }

  private void end(String key) {
    firing.remove(key);
    tree.remove(List.of(NAME, FIRING_NAME, key));
  }
}
