package io.mirrorcore.bench.child;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.bench.figure.Usage;
import org.junit.jupiter.api.Test;

class ThreadNamesTest {

  @Test
  void compilersAndCollectorsAreKnownByTheFifteenLettersThatLinuxKeeps() {
    assertThat(ProcessorClock.isCompiler("C2 CompilerThre")).isTrue();
    assertThat(ProcessorClock.isCompiler("C1 CompilerThre")).isTrue();
    assertThat(ProcessorClock.isCollector("GC Thread#0")).isTrue();
    assertThat(ProcessorClock.isCollector("G1 Conc#0")).isTrue();
    assertThat(ProcessorClock.isCompiler("Source: ticks")).isFalse();
    assertThat(ProcessorClock.isCollector("Source: ticks")).isFalse();
  }

  @Test
  void theClockOfThisProcessGoesForward() {
    ProcessorClock clock = new ProcessorClock();
    Usage before = clock.now();
    Usage since = clock.now().since(before);

    assertThat(before.process()).isPositive();
    assertThat(since.process()).isNotNegative();
    assertThat(since.compilers()).isNotNegative();
  }
}
