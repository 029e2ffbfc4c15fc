package io.mirrorcore.local.cli.research;

import io.mirrorcore.jobs.config.key.BacktestKeys;
import io.mirrorcore.jobs.tune.TuneSettings;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tune grid} and {@code tune bayes}: the lambda and eta that did best out of sample. */
@Command(
    name = "tune",
    description = {
      "Tries values of lambda and eta out of sample, and says what the best of them is worth.",
      "An interrupted run goes on where it was when it is started again with the same --out."
    },
    synopsisSubcommandLabel = "COMMAND")
public final class TuneCommand {

  private static final String TRIES = "in all regimes alike, scored by walk-forward Sharpe ratio.";

  @Spec private CommandSpec spec;

  @Command(name = "grid", description = "Tries every pair of some lambdas and etas, " + TRIES)
  int grid(
      @Mixin TuneOptionsMixin options,
      @Option(
              names = "--lambda",
              split = ",",
              paramLabel = "NUMBER",
              description =
                  "Risk aversions, e.g. 50,100,200 (default: tune.lambda of the configuration).")
          List<Double> lambda,
      @Option(
              names = "--eta",
              split = ",",
              paramLabel = "NUMBER",
              description =
                  "Turnover penalties, e.g. 0.01,0.1 (default: tune.eta of the configuration).")
          List<Double> eta)
      throws Exception {
    Map<String, Object> given = new TreeMap<>();
    put(given, BacktestKeys.TUNE_LAMBDA.key(), lambda);
    put(given, BacktestKeys.TUNE_ETA.key(), eta);
    return options.run(given, TuneSettings::grid, spec.commandLine());
  }

  @Command(
      name = "bayes",
      description =
          "Searches lambda in [10, 500] and eta in [0.01, 0.20] with a Gaussian process, " + TRIES)
  int bayes(
      @Mixin TuneOptionsMixin options,
      @Option(
              names = "--calls",
              paramLabel = "N",
              description = "Trials (default: tune.calls of the configuration).")
          Integer calls,
      @Option(
              names = "--seed",
              paramLabel = "N",
              description = "Seed of the search (default: tune.seed of the configuration).")
          Integer seed)
      throws Exception {
    Map<String, Object> given = new TreeMap<>();
    put(given, BacktestKeys.TUNE_CALLS.key(), calls);
    put(given, BacktestKeys.TUNE_SEED.key(), seed);
    return options.run(given, TuneSettings::bayes, spec.commandLine());
  }

  private static void put(Map<String, Object> given, String key, Object value) {
    if (value != null) {
      given.put(key, value);
    }
  }
}
