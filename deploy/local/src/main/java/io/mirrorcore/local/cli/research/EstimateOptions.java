package io.mirrorcore.local.cli.research;

import io.mirrorcore.jobs.config.settings.Settings;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/**
 * The options that choose the estimators of mean and covariance; they win over the configuration.
 */
final class EstimateOptions {

  @Option(
      names = "--mean",
      paramLabel = "NAME",
      description = "ewma, rolling or shrinkage (default: of the configuration).")
  private String mean;

  @Option(
      names = "--covariance",
      paramLabel = "NAME",
      description =
          "ledoit-wolf, constant-correlation, oas, sample or ewma (default: of the"
              + " configuration).")
  private String covariance;

  Settings over(Settings settings) {
    Map<String, String> given = new LinkedHashMap<>();
    if (mean != null) {
      given.put("ensemble.mean", mean);
    }
    if (covariance != null) {
      given.put("ensemble.covariance", covariance);
    }
    return settings.with(given);
  }
}
