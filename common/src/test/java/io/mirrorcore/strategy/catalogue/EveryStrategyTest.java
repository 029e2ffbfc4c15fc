package io.mirrorcore.strategy.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.signal.Action;
import io.mirrorcore.signal.Signal;
import io.mirrorcore.strategy.Parameter;
import io.mirrorcore.strategy.Parameters;
import io.mirrorcore.strategy.Strategy;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The promises that every built-in strategy keeps, on seeded random markets. */
class EveryStrategyTest {

  /** Of a market on which every strategy takes positions within its past. */
  private static final long SEED = 8;

  private static final int PAST = 700;
  private static final int FUTURE = 300;

  private static List<Strategy> strategies() {
    return Catalogue.strategies();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("strategies")
  void theFutureChangesNothingUpToNow(Strategy strategy) {
    Rehearsal one = new Rehearsal(strategy, SEED, false);
    Rehearsal other = new Rehearsal(strategy, SEED, false);
    List<Signal> past = one.next(PAST);
    assertThat(Rehearsal.bits(other.next(PAST))).isEqualTo(Rehearsal.bits(past));
    other.diverge(77);
    List<Signal> future = one.next(FUTURE);
    List<Signal> otherFuture = other.next(FUTURE);
    assertThat(Rehearsal.bits(otherFuture)).isNotEqualTo(Rehearsal.bits(future));

    // All at once, past and future, gives the past that was given bar by bar.
    Rehearsal whole = new Rehearsal(strategy, SEED, false);
    List<Signal> all = whole.next(PAST + FUTURE);
    assertThat(Rehearsal.bits(all.subList(0, past.size()))).isEqualTo(Rehearsal.bits(past));
    assertThat(past).as("takes positions at all").anyMatch(signal -> signal.position() != 0);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("strategies")
  void aRestartChangesNothing(Strategy strategy) {
    for (boolean extreme : new boolean[] {false, true}) {
      for (int cut : new int[] {0, 1, 90, 350, 640}) {
        Rehearsal straight = new Rehearsal(strategy, 9, extreme);
        Rehearsal restarted = new Rehearsal(strategy, 9, extreme);
        straight.next(cut);
        restarted.next(cut);
        restarted.restart();
        assertThat(restarted.state()).isEqualTo(straight.state());
        assertThat(Rehearsal.bits(restarted.next(FUTURE)))
            .isEqualTo(Rehearsal.bits(straight.next(FUTURE)));
        assertThat(restarted.state()).isEqualTo(straight.state());
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("strategies")
  void theActionAgreesWithThePosition(Strategy strategy) {
    for (Signal signal : new Rehearsal(strategy, 21, false).next(PAST)) {
      if (signal.action() != Action.HOLD) {
        assertThat(Math.signum(signal.position())).isEqualTo(signal.action().direction());
      }
      if (signal.isWarmup()) {
        assertThat(Rehearsal.bits(signal)).isEqualTo(Rehearsal.bits(Signal.WARMUP));
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("strategies")
  void theDefaultsAreAllowed(Strategy strategy) {
    assertThat(strategy.parameters()).allMatch(p -> p.allows(p.defaultValue()));
    assertThat(strategy.check(Parameters.defaults(strategy))).isEmpty();
    assertThat(strategy.parameters()).extracting(Parameter::name).doesNotHaveDuplicates();
    assertThat(strategy.attributes()).doesNotHaveDuplicates();
  }
}
