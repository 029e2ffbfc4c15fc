package io.mirrorcore.strategy;

import java.util.List;
import java.util.Optional;

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

  /** Whether it runs unless the configuration says otherwise. */
  default boolean enabledByDefault() {
    return true;
  }

  /** Every number that may be set in the configuration under {@code strategies.ID}. */
  default List<Parameter> parameters() {
    return List.of();
  }

  /** Those of one edition; of a strategy that has only one they do not depend on it. */
  default List<Parameter> parameters(Edition edition) {
    return parameters();
  }

  /** What may be set in the configuration besides and is no number, of one edition. */
  default List<TextParameter> texts(Edition edition) {
    return List.of();
  }

  /** Whether {@link Edition#PARAMETER} is among its parameters. */
  default boolean hasEditions() {
    return parameters().contains(Edition.PARAMETER);
  }

  /** The parameter that, unless it is set, is what the ledger takes for a trade; mostly none. */
  default Optional<Parameter> tradingCost(Edition edition) {
    return Optional.empty();
  }

  /** Names of {@code Signal.attributes}, in their order. */
  default List<String> attributes() {
    return List.of();
  }

  /** Those of a machine with these parameters, where an edition explains more than another. */
  default List<String> attributes(Parameters parameters) {
    return attributes();
  }

  /** Version of what the machine saves: raised when its layout changes. */
  default int stateVersion() {
    return 1;
  }

  /** The version with these parameters: each edition of a definition has a layout of its own. */
  default int stateVersion(Parameters parameters) {
    return stateVersion() + (hasEditions() ? parameters.edition().number() - 1 : 0);
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
