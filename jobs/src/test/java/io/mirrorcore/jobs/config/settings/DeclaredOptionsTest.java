package io.mirrorcore.jobs.config.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mirrorcore.jobs.wire.time.ExpiryTimes.ExpiryTime;
import io.mirrorcore.strategy.Parameters;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class DeclaredOptionsTest {

  private static final String MIXED =
      """
      strategies.OPTION_FLOW.rate: 0.03
      options:
        expiry-time: "15:45"
        "S*":
          rate: 0.5
          exercise: european
        SPX*:
          dividend: 0.013
          expiry-time: "09:30"
        "*":
          exercise: american
        ODAX:
          expiry-time: "13:00"
          expiry-zone: Europe/Berlin
        BRK.B:
          rate: 0.04
      """;

  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  private static String terms(Settings settings, String symbol) {
    ConfiguredStrategy flow =
        settings.strategies().stream()
            .filter(configured -> configured.strategy().id().equals("OPTION_FLOW"))
            .findFirst()
            .orElseThrow();
    Parameters parameters = flow.parameters(symbol);
    return parameters
        .fingerprint()
        .replaceAll(
            ".*american=([^,]*),.*dividend=([^,]*),.*,rate=([^,]*),.*", "american $1 q $2 r $3");
  }

  @Test
  void theMostLiteralPatternTellsTheTermsAndTheRestIsAsWithAll() {
    Settings settings = Settings.parse(MIXED, "test.yaml");
    assertThat(terms(settings, "SPXW")).isEqualTo("american 0.0 q 0.013 r 0.03");
    assertThat(terms(settings, "SPY")).isEqualTo("american 0.0 q 0.0 r 0.5");
    assertThat(terms(settings, "BRK.B")).isEqualTo("american 0.0 q 0.0 r 0.04");
    assertThat(terms(settings, "IBM")).isEqualTo("american 1.0 q 0.0 r 0.03");
  }

  @Test
  void theMomentOfExpiryIsThatOfTheUnderlying() {
    Settings settings = Settings.parse(MIXED, "test.yaml");
    assertThat(settings.expiries().of("SPXW"))
        .isEqualTo(new ExpiryTime(LocalTime.of(9, 30), NEW_YORK));
    assertThat(settings.expiries().of("ODAX"))
        .isEqualTo(new ExpiryTime(LocalTime.of(13, 0), ZoneId.of("Europe/Berlin")));
    assertThat(settings.expiries().of("IBM"))
        .isEqualTo(new ExpiryTime(LocalTime.of(15, 45), NEW_YORK));
  }

  @Test
  void withoutTermsEverySymbolHasTheParametersOfTheStrategy() {
    Settings.defaults()
        .strategies()
        .forEach(
            configured ->
                assertThat(configured.parameters("IBM")).isSameAs(configured.parameters()));
  }

  @Test
  void aPrintedConfigurationDeclaresTheSame() {
    Settings mixed = Settings.parse(MIXED, "test.yaml");
    for (Settings again :
        new Settings[] {
          Settings.parse(mixed.print(), "printed"), Settings.parse(mixed.given(), "given")
        }) {
      assertThat(again.expiries()).isEqualTo(mixed.expiries());
      assertThat(terms(again, "SPXW")).isEqualTo(terms(mixed, "SPXW"));
      assertThat(terms(again, "IBM")).isEqualTo(terms(mixed, "IBM"));
    }
  }

  @Test
  void whatIsNoTermIsRefusedWithTheOnesThereAre() {
    assertThatThrownBy(() -> Settings.defaults().with("options.SPX.strike", "3"))
        .hasMessageContaining("options.SPX.strike is no option")
        .hasMessageContaining("rate, dividend, exercise, expiry-time, expiry-zone");
    assertThatThrownBy(() -> Settings.defaults().with("options.exercise", "american"))
        .hasMessageContaining("options.exercise is no option");
    assertThatThrownBy(() -> Settings.defaults().with("options.SPX.rate", "5"))
        .hasMessageContaining("options.SPX.rate must be a number in [-0.5, 1]");
    assertThatThrownBy(() -> Settings.defaults().with("options.a b.rate", "0"))
        .hasMessageContaining("must be under a pattern of symbols");
  }

  @Test
  void theFirstEditionKnowsNoAmericanOptions() {
    Settings first = Settings.defaults().with("compatibility", "0.1");
    assertThat(terms(first.with("options.SPX.rate", "0.02"), "SPX")).contains("rate=0.02");
    assertThatThrownBy(() -> first.with("options.SPX.exercise", "american"))
        .hasMessageContaining("options.SPX.exercise must be european")
        .hasMessageContaining("strategies.OPTION_FLOW.edition: 2");
  }
}
