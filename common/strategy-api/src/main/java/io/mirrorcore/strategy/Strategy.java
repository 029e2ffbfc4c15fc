package io.mirrorcore.strategy;

import java.util.List;

/**
 * A trading strategy: its name, its parameters, and a factory for the small state machine that runs
 * it. The strategy itself holds no state and may be shared by threads.
 *
 * <p>Implement {@link SymbolStrategy} (one symbol at a time), {@link CrossAssetStrategy} (all
 * symbols of a portfolio together) or {@link PairStrategy} (all pairs of a portfolio, shared out
 * among several machines). Strategies outside this project are found by {@link
 * java.util.ServiceLoader} under this interface's name.
 */
public sealed interface Strategy permits SymbolStrategy, CrossAssetStrategy, PairStrategy {

  /** What a strategy needs to be fed before it can say anything but HOLD. */
  enum Input {
    PRICES,
    TICKS,
    OPTIONS,
    CROSS_ASSET
  }

  /** Id on every topic and in the configuration: upper case with underscores, {@code UT_BOT}. */
  String id();

  Input input();

  /** Every number that may be set in the configuration under {@code strategies.ID}. */
  default List<Parameter> parameters() {
    return List.of();
  }

  /** Names of {@code Signal.attributes}, in their order. */
  default List<String> attributes() {
    return List.of();
  }

  /** Version of what the machine saves: raised when its layout changes. */
  default int stateVersion() {
    return 1;
  }

  /**
   * Rules between parameters that no range of a single one can state.
   *
   * @return one sentence a violation, each with key, value and remedy; empty when all is well
   */
  default List<String> check(Parameters parameters) {
    return List.of();
  }
}
