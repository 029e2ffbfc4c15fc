package io.mirrorcore.local.cli.research;

import io.mirrorcore.jobs.cli.BayesOptions;
import io.mirrorcore.jobs.cli.GridOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
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
  int grid(@Mixin TuneOptionsMixin options, @Mixin GridOptions grid) throws Exception {
    return options.run(grid, spec.commandLine());
  }

  @Command(
      name = "bayes",
      description =
          "Searches lambda in [10, 500] and eta in [0.01, 0.20] with a Gaussian process, " + TRIES)
  int bayes(@Mixin TuneOptionsMixin options, @Mixin BayesOptions bayes) throws Exception {
    return options.run(bayes, spec.commandLine());
  }
}
