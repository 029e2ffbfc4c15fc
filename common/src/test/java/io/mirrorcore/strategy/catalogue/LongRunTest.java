package io.mirrorcore.strategy.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.strategy.Edition;
import io.mirrorcore.strategy.SymbolStrategy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The promises that every edition of every built-in strategy keeps however long it runs and
 * whatever it is fed.
 */
class LongRunTest {

  /** An open pair more or less; everything else that is saved has a fixed length. */
  private static final int BREATHING_BYTES = 64;

  /**
   * What all single-symbol strategies together may save of one symbol, with {@value
   * LongRun#CONTRACTS} options. Each more is 49 bytes: a chain of the 20,000 that are allowed by
   * default comes to 1 MB.
   */
  private static final int SYMBOL_BYTES = 55_000;

  /** What all others together may save of one symbol of a portfolio, in two shards. */
  private static final int MEMBER_BYTES = 10_000;

  private static final Map<Definition, LongRun> RUNS = new HashMap<>();

  private static List<Definition> definitions() {
    return Definition.all();
  }

  private static LongRun run(Definition definition) {
    return RUNS.computeIfAbsent(definition, LongRun::of);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("definitions")
  void extremeButValidBarsGiveFiniteAnswersInRange(Definition definition) {
    LongRun run = run(definition);
    assertThat(run.fault()).isEmpty();
    assertThat(run.spoken()).isGreaterThan(LongRun.BARS / 4);
    assertThat(run.positions()).isPositive();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("definitions")
  void stateDoesNotGrowOnceItsWindowsAreFull(Definition definition) {
    LongRun run = run(definition);
    assertThat(run.bytes()).isBetween(1, run.earlyBytes() + BREATHING_BYTES);
  }

  @ParameterizedTest
  @EnumSource
  void theStateOfASymbolIsBounded(Edition edition) {
    StringBuilder table = new StringBuilder("saved state per symbol, bytes\n");
    int alone = 0;
    int together = 0;
    for (Definition definition : Definition.of(edition)) {
      int bytes = run(definition).bytes();
      if (definition.strategy() instanceof SymbolStrategy) {
        alone += bytes;
      } else {
        together += bytes;
      }
      table.append("%-28s %,8d%n".formatted(definition, bytes));
    }
    table.append("%-28s %,8d%n".formatted("single-symbol", alone));
    table.append("%-28s %,8d%n".formatted("portfolio, 2 shards", together));
    System.out.print(table);
    assertThat(alone).isLessThan(SYMBOL_BYTES);
    assertThat(together).isLessThan(MEMBER_BYTES);
  }
}
