package io.mirrorcore.jobs.config.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.jobs.config.key.ConfigKey;
import io.mirrorcore.jobs.config.key.ConfigKeys;
import org.junit.jupiter.api.Test;

class SettingsPrinterTest {

  private static final String FULL =
      """
      kafka:
        bootstrap.servers: a:1,b:2
        security.protocol: SASL_SSL
        ssl.truststore.password: ${env:TRUST}
        ssl.keystore.password: ${file:/run/secrets/key store}
        client.rack: 'a "b" \\ #c: é'
      job: {inputs: [prices, ticks], mode: replay, checkpoint-dir: "file:///a b", name: null-1}
      bars: {interval: 1d, per-day: 1.5, close: "09:30:15"}
      time.max-drift: 1h
      portfolios: {us: [AAPL, BRK.B, "*X?"], all: "*"}
      returns: {mode: deployed, cost: {"*": 0.001, BRK.*: 1e-7, "null": 0}}
      strategies: {CROSSING: {fast: 3, level: 0.125}, PLAIN_2: {enabled: false}}
      regimes: {mixed: {every: 30 bars, hold: true, lambda: 123456.78}}
      """;

  @Test
  void whatIsPrintedGivesTheSameSettings() {
    for (Settings settings : new Settings[] {Fakes.parse(""), Fakes.parse(FULL)}) {
      Settings again = Fakes.parse(settings.print());

      assertThat(again).isEqualTo(settings);
      assertThat(again.print()).isEqualTo(settings.print());
    }
  }

  @Test
  void everyOptionIsThereWithItsMeaning() {
    String text = Fakes.parse(FULL).print();

    assertThat(ConfigKeys.ALL).hasSizeGreaterThan(80);
    for (ConfigKey<?> option : ConfigKeys.ALL) {
      assertThat(text).contains("# " + option.description() + "\n").contains(option.defaultText());
    }
    assertThat(text)
        .contains(
            """
            bars:
              # Length of one bar; it divides a day, or is a number of days.
              # Default 1m; allowed is a duration from 1s to 28d (a whole number with ms, s, m, h or d).
              interval: 1d
            """)
        .contains(
            """
            # Default not set; allowed is a number in (0, 31622400].
            # per-year:
            """
                .indent(2))
        .contains(
            """
            CROSSING:
              # Whether the strategy runs. Default true.
              enabled: true
              # Bars of the fast average.
              # Default 12; allowed is a whole number in [1, 100].
              fast: 3
            """
                .indent(2))
        .contains("  us: [AAPL, BRK.B, \"*X?\"]\n");
  }

  @Test
  void secretsAreMaskedAndReferencesAreNot() {
    Settings settings =
        Fakes.parse(
            """
            kafka:
              sasl.jaas.config: x required username="u" password="hunter2";
              ssl.key.password: hunter2
              ssl.keystore.key: hunter2
              sasl.oauthbearer.client.credentials.client.secret: hunter2
              basic.auth.user.info: u:hunter2
              my.api-TOKEN: hunter2
              a.secret: pre${env:X}
              ssl.truststore.password: ${env:TRUST}
              ssl.truststore.location: /shown
            """);

    assertThat(settings.print())
        .doesNotContain("hunter2", "pre${env:X}")
        .contains("ssl.key.password: \"******\"")
        .contains("ssl.truststore.password: \"${env:TRUST}\"")
        .contains("ssl.truststore.location: /shown");
    assertThat(settings.toString()).doesNotContain("hunter2");
    assertThat(settings.kafka()).containsEntry("ssl.key.password", "hunter2");
  }
}
