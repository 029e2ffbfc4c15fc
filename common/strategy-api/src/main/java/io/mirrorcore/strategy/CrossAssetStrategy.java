package io.mirrorcore.strategy;

import io.mirrorcore.market.Bar;
import io.mirrorcore.signal.Signal;
import io.mirrorcore.state.Stateful;
import java.util.List;

/** A strategy that looks at all symbols of a portfolio together. */
public non-sealed interface CrossAssetStrategy extends Strategy {

  /** A fresh machine for one portfolio. */
  Machine machine(Parameters parameters);

  /**
   * The same for a portfolio whose symbols belong to sectors; of no concern to most strategies.
   * Sectors may change over a restart: a machine saves nothing about them.
   */
  default Machine machine(Parameters parameters, Sectors sectors) {
    return machine(parameters);
  }

  @Override
  default Input input() {
    return Input.CROSS_ASSET;
  }

  /** The strategy at work on one portfolio. */
  interface Machine extends Stateful {

    /**
     * The signals at one close.
     *
     * @param bars the bars that closed at the same time, in order of symbol; a symbol that lacks
     *     this bar is absent and takes no part
     * @return one signal a bar, in the same order
     */
    List<Signal> onBars(List<Bar> bars);

    /** Who led whom at the last close; nobody, unless the strategy is about that. */
    default List<LeadLag> leads() {
      return List.of();
    }
  }
}
