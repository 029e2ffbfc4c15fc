package io.mirrorcore.jobs.paper;

import io.mirrorcore.jobs.config.ConfigurationException;
import io.mirrorcore.jobs.config.key.Choices;
import io.mirrorcore.jobs.config.key.PaperKeys;
import io.mirrorcore.jobs.config.key.PipelineKeys;
import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.config.wiring.Engines;
import io.mirrorcore.jobs.wire.reject.Rejection;
import io.mirrorcore.paper.PaperSettings;
import java.io.Serializable;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * How accounts are kept, and how their job sees time.
 *
 * @param settings of every account
 * @param replay whether what happened is told again: switches take effect as the topic says they
 *     did, and nobody is asked
 * @param killFile path by which orders are stopped while a file is there; null for none
 */
public record PaperPlan(PaperSettings settings, boolean replay, String killFile)
    implements Serializable {

  /** Of a configuration. */
  public static PaperPlan of(Settings settings) {
    return new PaperPlan(
        Engines.paper(settings),
        settings.get(PipelineKeys.JOB_MODE) == Choices.Mode.REPLAY,
        settings.find(PaperKeys.KILL_FILE).map(PaperPlan::path).orElse(null));
  }

  private static String path(String text) {
    try {
      return Path.of(text).toString();
    } catch (InvalidPathException e) {
      throw new ConfigurationException(
          PaperKeys.KILL_FILE.key() + " must be a path; have " + Rejection.quoted(text));
    }
  }

  /** Whether orders are filled at prices that come later. */
  public boolean needsPrices() {
    return settings.fill() == PaperSettings.Fill.NEXT;
  }
}
