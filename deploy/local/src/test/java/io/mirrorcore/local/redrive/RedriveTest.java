package io.mirrorcore.local.redrive;

import static io.mirrorcore.local.redrive.Letters.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.topology.kafka.KafkaPlan;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RedriveTest {

  private static final Settings SETTINGS =
      Settings.defaults().with(Map.of("topics.prices", "eu-prices", "input.max-bytes", 1_000));
  private static final Redrive REDRIVE = redrive(Letters.TIME);

  private static Redrive redrive(long now) {
    return new Redrive(KafkaPlan.of(SETTINGS), SETTINGS.parser(), now);
  }

  @Test
  void takesWhatTheJobWouldTakeAndKeysItBySymbol() {
    ResendVerdict verdict = REDRIVE.judge("eu-prices", bytes(Letters.BAR));

    assertThat(verdict.resend())
        .hasValueSatisfying(
            record -> {
              assertThat(record.topic()).isEqualTo("eu-prices");
              assertThat(record.symbol()).isEqualTo("GOOG");
              assertThat(record.time()).isEqualTo(Letters.TIME);
              assertThat(record.payload()).isEqualTo(bytes(Letters.BAR));
            });
  }

  @Test
  void refusesWhatWouldComeBackWithTheReason() {
    assertRefused("eu-prices", "junk", "MALFORMED");
    assertRefused("eu-prices", Letters.BAR.replace("749.99", "1"), "HIGH_BELOW_LOW");
    assertRefused("eu-prices", Letters.BAR.replace("GOOG", "G".repeat(1_000)), "OVERSIZE");
    assertRefused("ticks", Letters.BAR, "MISSING_FIELD");
  }

  @Test
  void aTimeThatWasTooFarAheadIsTakenOnceItHasCome() {
    // Beyond what is brought to the close at 1450967520000.
    String later = Letters.BAR.replace("1450967460000", "1450967525001");

    assertRefused("eu-prices", later, "FAR_FUTURE");
    assertThat(redrive(Letters.TIME + 5_001).judge("eu-prices", bytes(later)).resend()).isPresent();
  }

  @Test
  void aTopicThatTheJobDoesNotReadIsRefused() {
    assertRefused("prices", Letters.BAR, "UNKNOWN_TOPIC");
    assertRefused(null, Letters.BAR, "UNKNOWN_TOPIC");
    assertThat(REDRIVE.judge("prices", bytes(Letters.BAR)).detail())
        .isEqualTo(
            "topic must be one of the inputs adjustments, eu-prices, options-flow, ticks; have prices");
  }

  private static void assertRefused(String topic, String payload, String reason) {
    ResendVerdict verdict = REDRIVE.judge(topic, bytes(payload));
    assertThat(verdict.resend()).isEmpty();
    assertThat(verdict.reason()).isEqualTo(reason);
    assertThat(verdict.detail()).isNotBlank();
  }
}
