package io.mirrorcore.jobs.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.mirrorcore.jobs.config.ConfigurationException;
import io.mirrorcore.jobs.config.key.PipelineKeys;
import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.market.BarSpacing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class IntervalPeekTest {

  private static final long FIRST = 1_700_000_000_000L;

  private static BarSpacing every(Duration interval, int bars) {
    BarSpacing spacing = new BarSpacing();
    for (int i = 0; i < bars; i++) {
      spacing.add("A", FIRST + i * interval.toMillis());
    }
    return spacing;
  }

  @Test
  void infersTheIntervalThatNobodySetAndSaysSo() {
    List<String> notices = new ArrayList<>();

    Settings settings =
        IntervalPeek.inferred(
            Settings.defaults(), "topic prices", every(Duration.ofDays(1), 20), notices::add);

    assertThat(settings.get(PipelineKeys.BARS_INTERVAL)).isEqualTo(Duration.ofDays(1));
    assertThat(notices)
        .containsExactly("inferred from topic prices: a bar every 1d (bars.interval)");
  }

  @Test
  void refusesATopicFromWhichNothingCanBeInferred() {
    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(
            () ->
                IntervalPeek.inferred(
                    Settings.defaults(),
                    "topic prices",
                    every(Duration.ofDays(1), 1),
                    notice -> {}))
        .withMessageContaining("topic prices has no two bars")
        .withMessageContaining("--set bars.interval=1m");
  }

  @Test
  void refusesAnIntervalThatTheBarsContradict() {
    Settings hours = Settings.defaults().with("bars.interval", "1h");

    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(
            () -> IntervalPeek.confirmed(hours, "topic prices", every(Duration.ofMinutes(1), 20)))
        .withMessageContaining("bars.interval is 1h, but topic prices has a bar every 1m of A")
        .withMessageContaining("make bars of 1h from these, inputs.prices.interval=1m");
    Settings made = hours.with("inputs.prices.interval", "1m");
    assertThat(IntervalPeek.confirmed(made, "topic prices", every(Duration.ofMinutes(1), 20)))
        .isEqualTo(made);
    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(
            () -> IntervalPeek.confirmed(made, "topic prices", every(Duration.ofHours(1), 20)))
        .withMessageContaining("inputs.prices.interval is 1m, but topic prices has a bar every 1h");
    assertThat(IntervalPeek.confirmed(hours, "topic prices", every(Duration.ofHours(1), 20)))
        .isEqualTo(hours);
    assertThat(IntervalPeek.confirmed(hours, "topic prices", new BarSpacing())).isEqualTo(hours);
  }
}
