package io.mirrorcore.local.cli.research;

import io.mirrorcore.estimate.ReturnsTable;
import io.mirrorcore.jobs.cli.ColumnOptions;
import io.mirrorcore.jobs.cli.CommandFailure;
import io.mirrorcore.jobs.cli.SettingsOptions;
import io.mirrorcore.jobs.intake.PlainFiles;
import io.mirrorcore.jobs.output.OutputFile;
import io.mirrorcore.jobs.output.OutputPath;
import io.mirrorcore.jobs.wire.json.Json;
import io.mirrorcore.jobs.wire.time.InputTimes;
import io.mirrorcore.local.cli.Progress;
import io.mirrorcore.local.optimize.GivenFile;
import io.mirrorcore.local.optimize.ReturnsTables;
import io.mirrorcore.local.power.AssumptionsFile;
import io.mirrorcore.local.power.ObservedMarkets;
import io.mirrorcore.local.power.PowerJson;
import io.mirrorcore.local.power.PowerPage;
import io.mirrorcore.local.power.PowerWords;
import io.mirrorcore.power.GaussianMarkets;
import io.mirrorcore.power.MarketSampler;
import io.mirrorcore.power.PowerResult;
import io.mirrorcore.power.PowerSettings;
import io.mirrorcore.power.PowerStudy;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code power}: whether a question can be answered at all, before anybody trades. */
@Command(
    name = "power",
    description = {
      "Simulates markets whose truth is known, lets the profiles, 1/N and an oracle work in them,",
      "and says how many years pass until a difference would show."
    })
public final class PowerCommand implements Callable<Integer> {

  private static final String PAGE = "power.html";
  private static final String FIGURES = "power.json";

  @Mixin private SettingsOptions options;
  @Mixin private ColumnOptions columns;
  @Spec private CommandSpec spec;

  @ArgGroup(multiplicity = "1")
  private Assumptions assumptions;

  private static final class Assumptions {

    @Option(
        names = "--returns",
        paramLabel = "FILE",
        description =
            "Returns of strategies, days or longer; a column HOLD is the market. Markets are made"
                + " of their blocks.")
    private Path returns;

    @Option(
        names = "--sharpes",
        paramLabel = "FILE",
        description =
            "CSV: strategy,sharpe and, as far as known, volatility and a column of correlations"
                + " for each strategy; a row HOLD is the market.")
    private Path sharpes;
  }

  @Option(
      names = "--truth",
      paramLabel = "posterior|observed",
      defaultValue = "posterior",
      description =
          "With --returns: true Sharpe ratios are what evidence expects after all of them, or what"
              + " was observed (default: ${DEFAULT-VALUE}).")
  private ObservedMarkets.Truth truth;

  @Option(
      names = "--correlation",
      paramLabel = "R",
      defaultValue = "0.3",
      description = "With --sharpes: of pairs that it does not give (default: ${DEFAULT-VALUE}).")
  private double correlation;

  @Option(
      names = "--volatility",
      paramLabel = "V",
      defaultValue = "0.1",
      description = "With --sharpes: annual, where it is not given (default: ${DEFAULT-VALUE}).")
  private double volatility;

  @Option(
      names = "--years",
      paramLabel = "N",
      defaultValue = "10",
      description = "Years of each market that are judged (default: ${DEFAULT-VALUE}).")
  private int years;

  @Option(
      names = "--markets",
      paramLabel = "N",
      defaultValue = "1000",
      description = "Simulated markets (default: ${DEFAULT-VALUE}).")
  private int markets;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "42",
      description = "Of all chance (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--level",
      paramLabel = "L",
      defaultValue = "0.95",
      description = "Of the interval that has to leave zero (default: ${DEFAULT-VALUE}).")
  private double level;

  @Option(
      names = "--format",
      defaultValue = "TABLE",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private AnswerFormat format;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Directory for power.html, with pictures, and power.json.")
  private Path out;

  @Override
  public Integer call() throws IOException {
    Path input = input();
    Path directory =
        out == null ? null : OutputPath.directory(out, List.of(PAGE, FIGURES), List.of(input));
    PowerResult result = study(input);
    String json = new String(Json.encode(PowerJson.of(result)), StandardCharsets.UTF_8);
    print(result, json);
    if (directory != null) {
      OutputFile.write(directory.resolve(FIGURES), json.getBytes(StandardCharsets.UTF_8));
      OutputFile.write(
          directory.resolve(PAGE), PowerPage.of(result).getBytes(StandardCharsets.UTF_8));
      spec.commandLine().getErr().println("wrote " + out.resolve(PAGE));
      spec.commandLine().getErr().flush();
    }
    return 0;
  }

  private Path input() {
    return SettingsOptions.existing(
        assumptions.returns == null ? assumptions.sharpes : assumptions.returns);
  }

  private PowerResult study(Path input) throws IOException {
    try (Progress progress = new Progress("markets", spec.commandLine().getErr())) {
      return new PowerStudy(sampler(input), new PowerSettings(years, markets, seed, level))
          .run(done -> progress.show(done, (double) done / markets));
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(e.getMessage());
    }
  }

  private MarketSampler sampler(Path input) throws IOException {
    if (assumptions.returns == null) {
      return new GaussianMarkets(
          AssumptionsFile.read(input, new AssumptionsFile.Defaults(correlation, volatility, 252)));
    }
    return ObservedMarkets.of(input, table(input), truth);
  }

  private ReturnsTable table(Path input) throws IOException {
    InputTimes times = options.settings().parser().times();
    Consumer<String> note = spec.commandLine().getErr()::println;
    try (PlainFiles plain = columns.returns(input, times)) {
      plain.notes().forEach(note);
      return ReturnsTables.read(new GivenFile(input, plain.returns()), 0, times, note);
    }
  }

  private void print(PowerResult result, String json) {
    PrintWriter text = spec.commandLine().getOut();
    if (format == AnswerFormat.JSON) {
      text.println(json);
    } else {
      text.println(PowerWords.verdict(result));
      text.println(PowerWords.basis(result));
      text.println();
      text.print(PowerWords.table(result));
    }
    text.flush();
  }
}
