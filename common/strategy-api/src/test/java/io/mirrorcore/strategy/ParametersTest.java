package io.mirrorcore.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ParametersTest {

  private static final Parameter LAG = Parameter.integer("max-lag", 5, 1, 20, "bars");
  private static final Parameter FIRST = Parameter.integer("max1", 2, 1, 20, "bars");

  private record Plain(String id, List<Parameter> parameters) implements SymbolStrategy {

    @Override
    public Machine machine(Parameters parameters) {
      throw new UnsupportedOperationException(id);
    }
  }

  private static Parameters of(List<Parameter> known, Map<String, Double> set) {
    return Parameters.of(new Plain("PLAIN", known), set);
  }

  @Test
  void namesHaveDashesWhicheverWayTheyWereWritten() {
    Parameter old = Parameter.integer("max_lag", 5, 1, 20, "bars");

    assertThat(old).isEqualTo(LAG);
    assertThat(of(List.of(LAG), Map.of("max_lag", 7.0)))
        .isEqualTo(of(List.of(old), Map.of("max-lag", 7.0)));
    assertThat(of(List.of(LAG), Map.of("max_lag", 7.0)).integer(old)).isEqualTo(7);
  }

  @Test
  void theFingerprintKeepsTheSpellingAndTheOrderOfUnderscores() {
    // A dash sorts before a digit, an underscore behind it.
    assertThat(of(List.of(LAG, FIRST), Map.of()).fingerprint()).isEqualTo("max1=2.0,max_lag=5.0");
  }

  @Test
  void aNameThatThereIsNotAndAForbiddenValueAreRefused() {
    assertThatThrownBy(() -> of(List.of(LAG), Map.of("lag", 1.0)))
        .hasMessage("lag is no parameter; there are [max-lag]");
    assertThatThrownBy(() -> of(List.of(LAG), Map.of("max_lag", 21.0)))
        .hasMessage("max-lag must be a whole number in [1, 20]; have 21.0");
  }
}
