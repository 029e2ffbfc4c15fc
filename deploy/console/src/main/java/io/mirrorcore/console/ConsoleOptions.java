package io.mirrorcore.console;

import io.mirrorcore.console.panel.PanelSettings;
import io.mirrorcore.console.web.Access;
import io.mirrorcore.console.web.Limits;
import io.mirrorcore.jobs.config.key.ConsoleKeys;
import io.mirrorcore.jobs.config.key.PipelineKeys;
import io.mirrorcore.jobs.config.secret.Secrets;
import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.plan.EnsemblePlan;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A console as a configuration has it, with what a configuration does not know.
 *
 * @param settings of the job
 * @param version of the product
 * @param redriveOptions what follows the redrive command to say which Kafka: {@code --config F}
 * @param flink address of Flink's REST interface; empty for none
 */
public record ConsoleOptions(
    Settings settings, String version, String redriveOptions, Optional<URI> flink) {

  private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");

  /**
   * What to start it with.
   *
   * @throws io.mirrorcore.console.web.ConsoleAccessException where it may not be opened as the
   *     configuration says
   */
  public Setup setup() {
    return new Setup(access(), panels(), Limits.USUAL, flink, InstantSource.system());
  }

  private Access access() {
    return new Access(
        settings.get(ConsoleKeys.BIND),
        settings.get(ConsoleKeys.PORT),
        settings
            .find(ConsoleKeys.TOKEN)
            .map(reference -> Secrets.read(ConsoleKeys.TOKEN.key(), reference)),
        settings
            .find(ConsoleKeys.ALLOWED_HOSTS)
            .map(hosts -> COMMA.splitAsStream(hosts).toList())
            .orElse(List.of()));
  }

  private PanelSettings panels() {
    return new PanelSettings(
        settings.get(PipelineKeys.JOB_NAME),
        version,
        settings.get(PipelineKeys.BARS_INTERVAL).toMillis(),
        settings.get(ConsoleKeys.HISTORY),
        List.copyOf(settings.portfolios().names()),
        EnsemblePlan.of(settings)::performance,
        redriveOptions);
  }
}
