package io.mirrorcore.strategy.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.signal.Action;
import io.mirrorcore.signal.Signal;
import io.mirrorcore.strategy.Edition;
import io.mirrorcore.strategy.Parameter;
import io.mirrorcore.strategy.Strategy;
import io.mirrorcore.strategy.kit.Rehearsal;
import io.mirrorcore.strategy.kit.StrategyContract;
import io.mirrorcore.strategy.price.Hold;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The promises that every edition of every built-in strategy keeps, on seeded random markets. */
class EveryStrategyTest {

  /** Of a market on which every strategy takes positions within its past. */
  private static final long SEED = 8;

  private static final int PAST = 700;
  private static final int FUTURE = 300;

  private static List<Definition> definitions() {
    return Definition.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("definitions")
  void theFutureChangesNothingUpToNow(Definition definition) {
    Rehearsal one = Rehearsals.of(definition, SEED, false);
    Rehearsal other = Rehearsals.of(definition, SEED, false);
    List<Signal> past = one.next(PAST);
    assertThat(Rehearsal.bits(other.next(PAST))).isEqualTo(Rehearsal.bits(past));
    other.diverge(77);
    List<Signal> future = one.next(FUTURE);
    List<Signal> otherFuture = other.next(FUTURE);
    if (!(definition.strategy() instanceof Hold)) { // which says the same whatever comes
      assertThat(Rehearsal.bits(otherFuture)).isNotEqualTo(Rehearsal.bits(future));
    }

    // All at once, past and future, gives the past that was given bar by bar.
    Rehearsal whole = Rehearsals.of(definition, SEED, false);
    List<Signal> all = whole.next(PAST + FUTURE);
    assertThat(Rehearsal.bits(all.subList(0, past.size()))).isEqualTo(Rehearsal.bits(past));
    assertThat(past).as("takes positions at all").anyMatch(signal -> signal.position() != 0);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("definitions")
  void aRestartChangesNothing(Definition definition) {
    for (boolean extreme : new boolean[] {false, true}) {
      for (int cut : new int[] {0, 1, 90, 350, 640}) {
        Rehearsal straight = Rehearsals.of(definition, 9, extreme);
        Rehearsal restarted = Rehearsals.of(definition, 9, extreme);
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
  @MethodSource("definitions")
  void theActionAgreesWithThePosition(Definition definition) {
    for (Signal signal : Rehearsals.of(definition, 21, false).next(PAST)) {
      if (signal.action() != Action.HOLD) {
        assertThat(Math.signum(signal.position())).isEqualTo(signal.action().direction());
      }
      if (signal.isWarmup()) {
        assertThat(Rehearsal.bits(signal)).isEqualTo(Rehearsal.bits(Signal.WARMUP));
      }
    }
  }

  /** What a user's own strategy is held to. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("definitions")
  void keepsTheContractOfTheTestKit(Definition definition) {
    Strategy strategy = definition.strategy();
    StrategyContract contract = StrategyContract.of(strategy).bars(PAST);
    if (strategy.hasEditions()) {
      contract = contract.with(Edition.PARAMETER.name(), definition.edition().number());
    }
    for (Map.Entry<String, Double> set : definition.rehearsal().entrySet()) {
      contract = contract.with(set.getKey(), set.getValue());
    }
    contract.check();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("definitions")
  void theDefaultsAreAllowed(Definition definition) {
    Strategy strategy = definition.strategy();
    List<Parameter> parameters = strategy.parameters(definition.edition());
    assertThat(parameters).allMatch(p -> p.allows(p.defaultValue()));
    assertThat(strategy.check(definition.parameters())).isEmpty();
    assertThat(parameters).extracting(Parameter::name).doesNotHaveDuplicates();
    assertThat(strategy.attributes(definition.parameters())).doesNotHaveDuplicates();
  }

  @Test
  void theFirstEditionGoesOnWithTheStateOfBeforeThereWereEditions() {
    for (Definition definition : Definition.of(Edition.FIRST)) {
      Strategy strategy = definition.strategy();
      assertThat(definition.parameters().fingerprint()).doesNotContain("edition");
      assertThat(strategy.stateVersion(definition.parameters())).isEqualTo(strategy.stateVersion());
    }
  }

  @Test
  void aStrategyThatChangesItsEditionStartsAfresh() {
    for (Definition definition : Definition.of(Edition.SECOND)) {
      Strategy strategy = definition.strategy();
      if (strategy.hasEditions()) {
        Definition first = new Definition(strategy, Edition.FIRST);
        assertThat(definition.parameters().fingerprint())
            .contains("edition=2.0")
            .isNotEqualTo(first.parameters().fingerprint());
        assertThat(strategy.stateVersion(definition.parameters()))
            .isNotEqualTo(strategy.stateVersion(first.parameters()));
      }
    }
  }
}
