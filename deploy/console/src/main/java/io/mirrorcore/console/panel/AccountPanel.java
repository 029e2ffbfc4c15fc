package io.mirrorcore.console.panel;

import io.mirrorcore.console.state.Tree;
import io.mirrorcore.paper.PaperAccount;
import java.util.List;
import java.util.Map;

/** What paper trading makes of the positions: the newest account of each portfolio, as it came. */
final class AccountPanel {

  private static final String NAME = "account";

  private final Tree tree;

  AccountPanel(Tree tree) {
    this.tree = tree;
    tree.put(List.of(NAME, "portfolios"), Map.of());
  }

  void take(PaperAccount account) {
    tree.put(List.of(NAME, "portfolios", account.portfolio()), account);
  }
}
