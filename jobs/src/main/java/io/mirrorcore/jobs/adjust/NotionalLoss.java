package io.mirrorcore.jobs.adjust;

import io.mirrorcore.jobs.config.key.SymbolKeys;
import io.mirrorcore.jobs.wire.text.NumberText;
import io.mirrorcore.market.Bar;
import java.time.Instant;

/** What is said of a bar that loses the notional of its symbol, or goes beyond any measure. */
public final class NotionalLoss {

  private NotionalLoss() {}

  /**
   * One sentence.
   *
   * @param notional in units of the price
   */
  public static String sentence(Bar bar, double notional) {
    return ("the bar of %s that closes at %s at %s is too far from the close before it for a"
            + " notional of %s: it would lose all of that, or what was made of it is lost already;"
            + " set %sPATTERN.%s to more than any bar can lose")
        .formatted(
            bar.symbol(),
            Instant.ofEpochMilli(bar.time()),
            NumberText.of(bar.close()),
            NumberText.of(notional),
            SymbolKeys.PREFIX,
            SymbolKeys.DIFFERENCE.key());
  }
}
