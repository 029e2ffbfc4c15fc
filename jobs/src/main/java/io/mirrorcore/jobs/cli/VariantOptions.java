package io.mirrorcore.jobs.cli;

import io.mirrorcore.jobs.tune.StrategyVariant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** The option that lets a tuning search parameters of strategies too. */
public final class VariantOptions {

  @Option(
      names = "--strategy",
      paramLabel = "ID.PARAMETER=VALUES",
      description =
          "Also tries values of a strategy's parameter, e.g. UT_BOT.atr-period=5,10,20; may be"
              + " repeated. Every combination is tried with every lambda and eta, and counts.")
  private Map<String, String> values = new LinkedHashMap<>();

  /** What is tried; at least one. */
  public List<StrategyVariant> variants() {
    return StrategyVariant.of(values);
  }
}
