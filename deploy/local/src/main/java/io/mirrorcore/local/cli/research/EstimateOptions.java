package io.mirrorcore.local.cli.research;

import io.mirrorcore.estimate.CovarianceMethod;
import io.mirrorcore.estimate.MeanMethod;
import io.mirrorcore.jobs.config.settings.Settings;
import java.util.Arrays;
import java.util.Iterator;
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
      completionCandidates = MeanIds.class,
      description = "${COMPLETION-CANDIDATES} (default: of the configuration).")
  private String mean;

  @Option(
      names = "--covariance",
      paramLabel = "NAME",
      completionCandidates = CovarianceIds.class,
      description = "${COMPLETION-CANDIDATES} (default: of the configuration).")
  private String covariance;

  /** For the help, which lists them. */
  private static final class MeanIds implements Iterable<String> {

    @Override
    public Iterator<String> iterator() {
      return Arrays.stream(MeanMethod.values()).map(MeanMethod::id).iterator();
    }
  }

  /** For the help, which lists them. */
  private static final class CovarianceIds implements Iterable<String> {

    @Override
    public Iterator<String> iterator() {
      return Arrays.stream(CovarianceMethod.values()).map(CovarianceMethod::id).iterator();
    }
  }

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
