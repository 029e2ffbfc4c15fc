package io.mirrorcore.local.resume;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.jobs.config.key.ConfigKey;
import io.mirrorcore.jobs.config.key.ConfigKeys;
import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.kafka.JobGround;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class JobBindingTest {

  private static final Settings SETTINGS = Settings.defaults();

  private static JobBinding binding(Settings settings, String cluster, String prices) {
    return JobBinding.of(settings, new JobGround(cluster, new TreeMap<>(Map.of("prices", prices))));
  }

  private static JobBinding binding(Settings settings) {
    return binding(settings, "kafka-1", "prices (id a)");
  }

  @Test
  void fitsTheSameJobUnderOtherStrategiesCostsAndParallelism() {
    Settings other =
        SETTINGS.with(
            Map.of(
                "job.parallelism",
                7,
                "job.checkpoint-interval",
                "9s",
                "strategies.UT_BOT.enabled",
                false,
                "strategies.MOMENTUM_BREAKOUT.max-weight",
                0.5,
                "returns.cost",
                0.001,
                "regimes.trending.lambda",
                2,
                "ensemble.objective",
                "min-variance",
                "kafka.bootstrap.servers",
                "elsewhere:9092"));
    assertThat(binding(SETTINGS).differences(binding(other))).isEmpty();
  }

  @Test
  void namesWhatDiffersWithBothValues() {
    JobBinding then = binding(SETTINGS);
    assertThat(then.differences(binding(SETTINGS.with("job.name", "paper"))))
        .containsExactly("job.name was mirrorcore and is paper");
    assertThat(then.differences(binding(SETTINGS, "kafka-2", "prices (id a)")))
        .containsExactly("the Kafka cluster was kafka-1 and is kafka-2");
    assertThat(then.differences(binding(SETTINGS, "kafka-1", "prices (id b)")))
        .containsExactly("topics.prices was prices (id a) and is prices (id b)");
    assertThat(then.differences(binding(SETTINGS.with("job.pair-shards", 4))))
        .containsExactly("job.pair-shards was 8 and is 4");
    assertThat(then.differences(binding(SETTINGS.with("portfolios.main", "AAPL"))))
        .containsExactly("portfolios.main was [*] and is [AAPL]");
    assertThat(then.differences(binding(SETTINGS.with("symbols.CL.difference", 100))))
        .singleElement()
        .asString()
        .startsWith("symbols.CL.difference ")
        .endsWith(" is 100.0");
  }

  @Test
  void everyOptionThatStateDependsOnIsOne() {
    assertThat(ConfigKeys.ALL.stream().map(ConfigKey::key)).containsAll(StateKeys.single());
    assertThat(StateKeys.of(SETTINGS)).containsKeys("bars.interval", "ensemble.window");
  }
}
