package io.mirrorcore.jobs.config.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mirrorcore.jobs.config.ConfigurationException;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Parameters of strategies are spelled with dashes; with underscores they still count. */
class SpellingTest {

  private static final Pattern KEY = Pattern.compile("^ *([A-Za-z0-9_.-]+):", Pattern.MULTILINE);

  private static Settings parse(String yaml) {
    return Settings.parse("strategies: {" + yaml + "}", "f.yaml");
  }

  @Test
  void theOldSpellingCountsAndIsNoted() {
    Settings old = parse("UT_BOT: {atr_period: 11}");

    assertThat(old).isEqualTo(parse("UT_BOT: {atr-period: 11}"));
    assertThat(old.strategies()).isEqualTo(parse("UT_BOT: {atr-period: 11}").strategies());
    assertThat(old.isSet("strategies.UT_BOT.atr-period")).isTrue();
    assertThat(old.notes())
        .containsExactly(
            "strategies.UT_BOT.atr_period (f.yaml, line 1) is now spelled"
                + " strategies.UT_BOT.atr-period; the old spelling still counts");
    assertThat(parse("UT_BOT: {atr-period: 11}").notes()).isEmpty();
  }

  @Test
  void anOverrideInEitherSpellingReplacesTheOther() {
    Settings dashed = parse("UT_BOT: {atr-period: 11}").with("strategies.UT_BOT.atr_period", 12);
    Settings underscored =
        parse("UT_BOT: {atr_period: 11}").with("strategies.UT_BOT.atr-period", 12);

    assertThat(dashed).isEqualTo(underscored).isEqualTo(parse("UT_BOT: {atr-period: 12}"));
    assertThat(dashed.notes()).singleElement().asString().contains("(override)");
    assertThat(underscored.notes()).hasSize(1);
    assertThat(underscored.with(Map.of("bars.interval", "1d")).notes()).hasSize(1);
  }

  @Test
  void bothSpellingsInOnePlaceAreRefused() {
    assertThatThrownBy(() -> parse("UT_BOT: {atr_period: 11, atr-period: 12}"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            "strategies.UT_BOT.atr_period (f.yaml, line 1) and strategies.UT_BOT.atr-period"
                + " (f.yaml, line 1) are one option: keep the second");
    Map<String, Integer> both =
        Map.of("strategies.UT_BOT.atr-period", 12, "strategies.UT_BOT.atr_period", 11);
    assertThatThrownBy(() -> Settings.defaults().with(both))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContainingAll("UT_BOT.atr_period (override)", "are one option");
  }

  @Test
  void aKeyThatIsNoneIsNamedAsItWasWritten() {
    assertThatThrownBy(() -> parse("UT_BOT: {atr_perod: 11}"))
        .hasMessageContaining("strategies.UT_BOT.atr_perod is no option")
        .hasMessageContaining("strategies.UT_BOT.atr-period");
    assertThatThrownBy(() -> parse("UT_BOT: {atr_period: many}"))
        .hasMessageContaining("strategies.UT_BOT.atr-period must be a whole number");
  }

  @Test
  void aPrintedFileHasNoUnderscoreButInIdsOfStrategies() {
    Settings settings = parse("UT_BOT: {atr_period: 11}");

    assertThat(settings.print()).contains("atr-period: 11");
    assertThat(settings.given()).contains("strategies.UT_BOT.atr-period: 11");
    assertThat(Settings.parse(settings.print(), "printed").notes()).isEmpty();
    assertThat(KEY.matcher(settings.print()).results().map(found -> found.group(1)))
        .hasSizeGreaterThan(150)
        .allMatch(key -> key.matches("[a-z0-9.-]+|[A-Z0-9_]+"));
  }
}
