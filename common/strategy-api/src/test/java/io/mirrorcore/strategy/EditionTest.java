package io.mirrorcore.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EditionTest {

  private static final Parameter NEAR_FIRST = Parameter.real("near", 0.1, 0, 1, "of the price");
  private static final Parameter NEAR_SECOND = Parameter.real("near", 5, 0, 100, "in ATR");
  private static final Parameter STOP = Parameter.real("stop", 6, 0, 10, "in deviations");

  private static final Strategy CORRECTED =
      new Named(true, "CORRECTED", List.of(Edition.PARAMETER, NEAR_FIRST));

  /** What a user may have called a parameter of his own. */
  private static final Strategy STRANGER =
      new Named(false, "STRANGER", List.of(Parameter.integer("edition", 1, 1, 9, "of a yearbook")));

  private record Named(boolean corrected, String id, List<Parameter> parameters)
      implements SymbolStrategy {

    @Override
    public List<Parameter> parameters(Edition edition) {
      return corrected && edition == Edition.SECOND
          ? List.of(Edition.PARAMETER, NEAR_SECOND, STOP)
          : parameters;
    }

    @Override
    public Machine machine(Parameters parameters) {
      throw new UnsupportedOperationException(id);
    }
  }

  @Test
  void theFirstLeavesNoTraceInAFingerprint() {
    Parameters first = Parameters.of(CORRECTED, Map.of("edition", 1.0));
    assertThat(first.fingerprint()).isEqualTo("near=0.1");
    assertThat(first.edition()).isEqualTo(Edition.FIRST);
    assertThat(CORRECTED.stateVersion(first)).isEqualTo(CORRECTED.stateVersion());
  }

  @Test
  void theSecondHasItsOwnParametersDefaultsFingerprintAndStateVersion() {
    Parameters second = Parameters.of(CORRECTED, Map.of("edition", 2.0, "stop", 7.0));
    assertThat(second.fingerprint()).isEqualTo("edition=2.0,near=5.0,stop=7.0");
    assertThat(second.edition()).isEqualTo(Edition.SECOND);
    assertThat(CORRECTED.stateVersion(second)).isEqualTo(CORRECTED.stateVersion() + 1);
  }

  @Test
  void aParameterOfTheOtherEditionIsNone() {
    assertThatThrownBy(() -> Parameters.of(CORRECTED, Map.of("edition", 1.0, "stop", 7.0)))
        .hasMessage("stop is no parameter; there are [edition, near]");
    assertThatThrownBy(() -> Parameters.of(CORRECTED, Map.of("edition", 3.0)))
        .hasMessage("edition must be a whole number in [1, 2]; have 3.0");
  }

  @Test
  void theDefaultIsDecidedInOnePlace() {
    assertThat(Parameters.defaults(CORRECTED).edition()).isEqualTo(Edition.DEFAULT);
    assertThat(Edition.PARAMETER.defaultValue()).isEqualTo(Edition.DEFAULT.number());
  }

  @Test
  void aParameterOfTheSameNameInAStrategyOfAUserIsOnlyThat() {
    assertThat(STRANGER.hasEditions()).isFalse();
    Parameters one = Parameters.defaults(STRANGER);
    assertThat(one.fingerprint()).isEqualTo("edition=1.0");
    Parameters two = Parameters.of(STRANGER, Map.of("edition", 2.0));
    assertThat(STRANGER.stateVersion(two)).isEqualTo(STRANGER.stateVersion());
  }
}
