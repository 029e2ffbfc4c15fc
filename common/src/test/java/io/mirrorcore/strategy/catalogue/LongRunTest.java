package io.mirrorcore.strategy.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.strategy.Strategy;
import io.mirrorcore.strategy.SymbolStrategy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The promises that every built-in strategy keeps however long it runs and whatever it is fed. */
class LongRunTest {

  /** An open pair more or less; everything else that is saved has a fixed length. */
  private static final int BREATHING_BYTES = 64;

  /**
   * What all single-symbol strategies together may save of one symbol, with {@value
   * LongRun#CONTRACTS} options. Each more is 49 bytes: a chain of the 20,000 that are allowed by
   * default comes to 1 MB.
   */
  private static final int SYMBOL_BYTES = 50_000;

  /** What all others together may save of one symbol of a portfolio, in two shards. */
  private static final int MEMBER_BYTES = 8_000;

  private static final Map<Strategy, LongRun> RUNS = new HashMap<>();

  private static List<Strategy> strategies() {
    return Catalogue.strategies();
  }

  private static LongRun run(Strategy strategy) {
    return RUNS.computeIfAbsent(strategy, LongRun::of);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("strategies")
  void extremeButValidBarsGiveFiniteAnswersInRange(Strategy strategy) {
    LongRun run = run(strategy);
    assertThat(run.fault()).isEmpty();
    assertThat(run.spoken()).isGreaterThan(LongRun.BARS / 4);
    assertThat(run.positions()).isPositive();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("strategies")
  void stateDoesNotGrowOnceItsWindowsAreFull(Strategy strategy) {
    LongRun run = run(strategy);
    assertThat(run.bytes()).isBetween(1, run.earlyBytes() + BREATHING_BYTES);
  }

  @Test
  void theStateOfASymbolIsBounded() {
    StringBuilder table = new StringBuilder("saved state per symbol, bytes\n");
    int alone = 0;
    int together = 0;
    for (Strategy strategy : strategies()) {
      int bytes = run(strategy).bytes();
      if (strategy instanceof SymbolStrategy) {
        alone += bytes;
      } else {
        together += bytes;
      }
      table.append("%-20s %,8d%n".formatted(strategy.id(), bytes));
    }
    table.append("%-20s %,8d%n".formatted("single-symbol", alone));
    table.append("%-20s %,8d%n".formatted("portfolio, 2 shards", together));
    System.out.print(table);
    assertThat(alone).isLessThan(SYMBOL_BYTES);
    assertThat(together).isLessThan(MEMBER_BYTES);
  }
}
