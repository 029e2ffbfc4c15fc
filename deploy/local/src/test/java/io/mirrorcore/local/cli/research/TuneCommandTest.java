package io.mirrorcore.local.cli.research;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mirrorcore.jobs.TuneJob;
import io.mirrorcore.jobs.backtest.BacktestInputs;
import io.mirrorcore.jobs.config.key.EnsembleKeys;
import io.mirrorcore.jobs.config.key.RegimeKeys;
import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.plan.RunPlan;
import io.mirrorcore.jobs.topology.JobEnvironment;
import io.mirrorcore.jobs.tune.TuneCluster;
import io.mirrorcore.jobs.tune.TuneFiles;
import io.mirrorcore.jobs.tune.TuneListener;
import io.mirrorcore.jobs.tune.TunePlan;
import io.mirrorcore.jobs.tune.TuneRun;
import io.mirrorcore.jobs.tune.TuneSettings;
import io.mirrorcore.jobs.tune.TuneStep;
import io.mirrorcore.local.cli.CommandLineRun;
import io.mirrorcore.local.cli.Tree;
import io.mirrorcore.local.job.LocalJob;
import io.mirrorcore.tune.Search;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tuning over the sample of daily prices, through the command line. */
class TuneCommandTest {

  private static final Path PRICES = Path.of("../../src/reference/us-daily-prices-sample.csv.gz");
  private static final Object[] WALK = {"--train", 60, "--test", 20};

  @TempDir private static Path shared;
  private static Path whole;
  private static CommandLineRun run;

  @TempDir private Path directory;

  private static CommandLineRun grid(Path out, Object... more) {
    return tune("grid", out, more, "--prices", PRICES, "--lambda", "50,300", "--eta", "0.01,0.1");
  }

  private static CommandLineRun tune(String method, Path out, Object[] more, Object... input) {
    List<Object> arguments = new ArrayList<>(List.of("tune", method, "--out", out));
    arguments.addAll(Arrays.asList(WALK));
    arguments.addAll(Arrays.asList(input));
    arguments.addAll(Arrays.asList(more));
    return CommandLineRun.of(arguments.toArray());
  }

  @BeforeAll
  static void tuneOnce() {
    whole = shared.resolve("whole");
    run = grid(whole);
    assertThat(run.exitCode()).as(run.err()).isZero();
  }

  private static JsonNode report(Path out) throws IOException {
    return new ObjectMapper().readTree(out.resolve("report.json").toFile());
  }

  @Test
  void saysWhichWasBestAndWhatThatIsWorth() throws IOException {
    JsonNode tuning = report(whole).get("tuning");
    assertThat(run.out())
        .contains("4 trials over 528 bars out of sample, best first")
        .contains("Best of 4 trials, which count as ")
        .contains("deflated Sharpe ratio")
        .contains("Probability of backtest overfitting")
        .contains("equal weight")
        .contains("use the best: ./mirrorcore run --config " + whole.resolve("best.yaml"));
    assertThat(run.err()).contains("inferred from").doesNotContain("going on from");
    assertThat(tuning.get("method").textValue()).isEqualTo("grid");
    assertThat(tuning.get("trials")).hasSize(4);
    assertThat(tuning.at("/heatmap/sharpe")).hasSize(2);
    assertThat(tuning.at("/heatmap/lambda").toString()).isEqualTo("[50.0,300.0]");
    assertThat(Files.readAllLines(whole.resolve("trials.csv")))
        .hasSize(5)
        .startsWith("trial,lambda,eta,sharpe,annualReturn,maxDrawdown,turnover");
    assertThat(whole.resolve("report.html")).content().contains("\"tuning\"");
  }

  @Test
  void saysFirstWhetherToKeepWhatRuns() throws IOException {
    Path live =
        Files.writeString(directory.resolve("live.yaml"), "ensemble: {lambda: 100, eta: 0.05}\n");
    Path out = directory.resolve("monthly");
    CommandLineRun monthly = CommandLineRun.of(asTheRunbookHasIt(live, out));
    assertThat(monthly.exitCode()).as(monthly.err()).isZero();
    assertThat(monthly.out()).startsWith("Keep " + live + ": over 25");
    JsonNode against = new ObjectMapper().readTree(out.resolve("against.json").toFile());
    assertThat(against.path("decision").asText()).isEqualTo("KEEP");
    assertThat(against.path("bars").intValue()).isBetween(250, 254);
    assertThat(against.at("/difference/low").doubleValue()).isNegative();

    // What is best already does not differ from itself, and an earlier answer does not stay.
    Path again = directory.resolve("again");
    CommandLineRun best = grid(again, "--against", whole.resolve("best.yaml"));
    assertThat(best.exitCode()).as(best.err()).isZero();
    assertThat(best.out()).contains("a difference of 0.00 [0.00, 0.00]");
    assertThat(grid(again).exitCode()).isZero();
    assertThat(again.resolve("against.json")).doesNotExist();
    assertThat(again.resolve("best.yaml")).hasSameTextualContentAs(whole.resolve("best.yaml"));
  }

  /** Its line for cron, over one year and fewer trials. */
  private static Object[] asTheRunbookHasIt(Path live, Path out) throws IOException {
    Matcher line =
        Pattern.compile("\\./mirrorcore (tune .+) >tune.txt")
            .matcher(Files.readString(Path.of("../../deploy/runbook.md")));
    assertThat(line.find()).isTrue();
    String typed =
        line.group(1)
            .replaceAll("\\blive.yaml", live.toString())
            .replace("history.csv", PRICES.toString())
            .replaceAll("tune-\\$\\(.*\\)", out.toString())
            .replace("24m", "12m");
    return Stream.concat(
            Arrays.stream(typed.split(" ", -1)),
            Stream.of("--lambda", "50,300", "--eta", "0.01,0.1", "--train", "60", "--test", "20"))
        .toArray();
  }

  @Test
  void whatCannotBeComparedIsSaidInASentence() {
    CommandLineRun noPeriod = grid(directory.resolve("a"), "--last", "soon");
    assertThat(noPeriod.exitCode()).isEqualTo(1);
    assertThat(noPeriod.err()).contains("--last must be a whole number of days");
    CommandLineRun noFile = grid(directory.resolve("b"), "--against", directory.resolve("no.yaml"));
    assertThat(noFile.exitCode()).isNotZero();
    assertThat(noFile.err()).contains("no.yaml");
  }

  @Test
  void theReportIsOfTheBestTrial() throws IOException {
    JsonNode report = report(whole);
    JsonNode tuning = report.get("tuning");
    double greatest = Double.NEGATIVE_INFINITY;
    for (JsonNode trial : tuning.get("trials")) {
      greatest = Math.max(greatest, trial.get("sharpe").doubleValue());
    }
    int number = tuning.at("/best/number").intValue();
    JsonNode best = tuning.get("trials").get(number - 1);
    assertThat(best.get("sharpe").doubleValue()).isEqualTo(greatest);
    JsonNode ensemble = report.get("tracks").get(0);
    for (String figure : new String[] {"sharpe", "annualReturn", "maxDrawdown"}) {
      assertThat(ensemble.get("figures").get(figure)).as(figure).isEqualTo(best.get(figure));
    }
    assertThat(ensemble.at("/figures/averageTurnover")).isEqualTo(best.get("turnover"));
    assertThat(ensemble.at("/evidence/dsr")).isEqualTo(tuning.get("dsr"));
    assertThat(ensemble.at("/evidence/trials")).isEqualTo(tuning.get("effectiveTrials"));
  }

  @Test
  void bestYamlHoldsEverythingThatWasScored() throws IOException {
    JsonNode best = report(whole).at("/tuning/best");
    Settings settings = Settings.load(whole.resolve("best.yaml"));
    for (RegimeKeys regime : EnsembleKeys.REGIMES) {
      assertThat(settings.get(regime.lambda())).isEqualTo(best.get("lambda").doubleValue());
      assertThat(settings.get(regime.eta())).isEqualTo(best.get("eta").doubleValue());
      assertThat(settings.isSet(regime.every().key())).as("the walk's").isTrue();
    }
    assertThat(
            List.of(
                "ensemble.window",
                "ensemble.period",
                "ensemble.profile",
                "ensemble.objective",
                "ensemble.mean",
                "ensemble.covariance",
                "ensemble.gate.turnover-below",
                "positions.band",
                "returns.cost",
                "backtest.weight-cost"))
        .allMatch(settings::isSet);

    Path again = directory.resolve("again");
    CommandLineRun backtest =
        CommandLineRun.of(
            "backtest", "--config", whole.resolve("best.yaml"), "--prices", PRICES, "--out", again);
    assertThat(backtest.exitCode()).as(backtest.err()).isZero();
    for (String file : new String[] {"weights.jsonl", "variant-weights.jsonl", "equity.csv"}) {
      assertThat(again.resolve(file)).hasSameBinaryContentAs(whole.resolve(file));
    }
    assertThat(again.resolve("strategy-returns.jsonl"))
        .hasSameBinaryContentAs(whole.resolve("trials/strategy-returns.jsonl"));
    assertThat(report(again).at("/tracks/0/figures/sharpe"))
        .as("loading it gives the score")
        .isEqualTo(
            report(whole)
                .at("/tuning/trials")
                .get(best.get("number").intValue() - 1)
                .get("sharpe"));
    runDoesWhatWasJudged();
  }

  /** Event mode takes the configuration as {@code run} does. */
  private void runDoesWhatWasJudged() {
    Path live = directory.resolve("live");
    CommandLineRun backtest =
        CommandLineRun.of(
            "backtest",
            "--mode=event",
            "--config",
            whole.resolve("best.yaml"),
            "--prices",
            PRICES,
            "--out",
            live);
    assertThat(backtest.exitCode()).as(backtest.err()).isZero();
    assertThat(live.resolve("weights.jsonl"))
        .hasSameBinaryContentAs(whole.resolve("weights.jsonl"));
  }

  @Test
  void searchesParametersOfStrategiesTooAndCountsEveryTrial() throws IOException {
    Path out = directory.resolve("variants");
    Object[] more = {"--strategy", "UT_BOT.atr-period=5,20"};
    CommandLineRun tuned =
        tune("grid", out, more, "--prices", PRICES, "--lambda", "50", "--eta", "0.01,0.1");
    assertThat(tuned.exitCode()).as(tuned.err()).isZero();
    assertThat(tuned.out()).contains("4 trials over 52", "UT_BOT.atr-period=20");
    JsonNode tuning = report(out).get("tuning");
    assertThat(tuning.get("rawTrials").intValue()).isEqualTo(4);
    assertThat(tuning.at("/heatmap/sharpe")).hasSize(1);
    assertThat(Files.readAllLines(out.resolve("trials.csv")))
        .hasSize(5)
        .startsWith("trial,lambda,eta,sharpe,annualReturn,maxDrawdown,turnover,strategies")
        .anyMatch(row -> row.startsWith("1,") && row.endsWith(",UT_BOT.atr-period=5"))
        .anyMatch(row -> row.startsWith("4,") && row.endsWith(",UT_BOT.atr-period=20"));
    JsonNode best = tuning.get("best");
    String value = best.get("strategies").textValue().replaceFirst(".*=", "");
    Settings settings = Settings.load(out.resolve("best.yaml"));
    assertThat(settings.given()).contains("strategies.UT_BOT.atr-period: " + value);
    Path again = directory.resolve("variant-again");
    CommandLineRun backtest =
        CommandLineRun.of(
            "backtest", "--config", out.resolve("best.yaml"), "--prices", PRICES, "--out", again);
    assertThat(backtest.exitCode()).as(backtest.err()).isZero();
    assertThat(again.resolve("weights.jsonl")).hasSameBinaryContentAs(out.resolve("weights.jsonl"));
  }

  @Test
  void refusesParametersThatThereAreNot() {
    assertThat(tuned("UT_BOT=5").err())
        .contains("--strategy must be a strategy's parameter with its values", "have UT_BOT=5");
    assertThat(tuned("UT_BOT.atr-period=5,").err()).contains("have UT_BOT.atr-period=5,");
    assertThat(tuned("UT_BOT.speed=5").err()).contains("strategies.UT_BOT.speed");
    assertThat(tuned("UT_BOT.atr-period=-1").err()).contains("strategies.UT_BOT.atr-period");
  }

  private CommandLineRun tuned(String strategy) {
    CommandLineRun refused = grid(directory.resolve("refused"), "--strategy", strategy);
    assertThat(refused.exitCode()).isNotZero();
    assertThat(refused.err()).doesNotContain("\tat ");
    return refused;
  }

  @Test
  void goesOnWhereItWasKilledAndEndsWithTheSameBytes() throws IOException {
    Path resumed = directory.resolve("resumed");
    Tree.copy(whole.resolve("trials"), resumed.resolve("trials"));
    byte[] second = Files.readAllBytes(resumed.resolve("trials/002.json"));
    Files.write(resumed.resolve("trials/002.json"), Arrays.copyOf(second, 99));
    Files.move(resumed.resolve("trials/004.json"), resumed.resolve("trials/004.json.part"));
    Files.createDirectories(resumed.resolve("trials/.returns"));
    Files.writeString(resumed.resolve("trials/.returns/strategy-returns.jsonl.part"), "{");

    CommandLineRun again = grid(resumed);
    assertThat(again.err()).contains("going on from 2 of 4 trials");
    assertThat(again.out().replace(resumed.toString(), "OUT"))
        .isEqualTo(run.out().replace(whole.toString(), "OUT"));
    Map<String, String> contents = Tree.contents(resumed);
    contents.remove("trials/.returns/strategy-returns.jsonl.part");
    assertThat(contents).containsOnlyKeys(Tree.contents(whole).keySet());
    assertThat(contents).isEqualTo(Tree.contents(whole));
  }

  @Test
  void reusesNothingThatIsOfOtherSettings() throws IOException {
    Path changed = directory.resolve("changed");
    Tree.copy(whole.resolve("trials"), changed.resolve("trials"));
    CommandLineRun dearer = grid(changed, "--set", "returns.cost=0.001");
    assertThat(dearer.exitCode()).as(dearer.err()).isZero();
    assertThat(dearer.err())
        .contains("4 trials in ")
        .contains("are of other data, settings or searches and have been taken away")
        .doesNotContain("going on from");
    Map<String, String> before = Tree.contents(whole);
    Map<String, String> after = Tree.contents(changed);
    for (String file :
        new String[] {"trials/001.json", "trials/004.json", "trials/strategy-returns.jsonl"}) {
      assertThat(after.get(file)).as(file).isNotEqualTo(before.get(file));
    }
  }

  @Test
  void parallelismChangesNothing() throws IOException {
    Path alone = directory.resolve("alone");
    CommandLineRun one = grid(alone, "--set", "job.parallelism=1");
    assertThat(one.exitCode()).as(one.err()).isZero();
    assertThat(withoutParallelism(alone)).isEqualTo(withoutParallelism(whole));
  }

  /** What a run left, but for what it says of the option itself. */
  private static Map<String, String> withoutParallelism(Path directory) throws IOException {
    Map<String, String> contents = Tree.contents(directory);
    contents.replaceAll(
        (file, text) ->
            text.replace("job.parallelism: 1\n", "")
                .replace("job.parallelism: 1\\n", "")
                .replaceAll("(?m)^  parallelism: \\d+$", "  parallelism:"));
    return contents;
  }

  @Test
  void bayesIsTheSameInterruptedOrNotAloneOrInParallel() throws Exception {
    Path returns = whole.resolve("trials/strategy-returns.jsonl");
    Path through = directory.resolve("through");
    CommandLineRun once =
        tune("bayes", through, new Object[0], "--returns", returns, "--calls", 15, "--seed", 7);
    assertThat(once.exitCode()).as(once.err()).isZero();
    assertThat(once.out()).contains("15 trials over").contains("... and 5 more in trials.csv");
    assertThat(report(through).at("/tuning/heatmap").isMissingNode()).isTrue();

    Path stopped = directory.resolve("stopped");
    Stops stops = new Stops(2);
    Settings users = Settings.parse(usersOwn(through), "test");
    Search search = TuneSettings.bayes(users.with("job.parallelism", 1));
    TunePlan plan =
        new TunePlan(
            users, new BacktestInputs(Map.of(), returns), "inferred from the data", null, search);
    TuneRun interrupted = new TuneRun(plan, TuneFiles.in(stopped, List.of()), stops, stops);
    stops.watched = interrupted;
    assertThat(interrupted.run()).isEmpty();
    assertThat(interrupted.finished()).isBetween(11, 14);
    assertThat(stopped.resolve("best.yaml")).doesNotExist();

    CommandLineRun resumed =
        tune("bayes", stopped, new Object[0], "--returns", returns, "--calls", 15, "--seed", 7);
    assertThat(resumed.err()).contains("going on from 1");
    assertThat(Tree.contents(stopped)).isEqualTo(Tree.contents(through));
  }

  /** What the user had set before, as a file. */
  private static String usersOwn(Path out) throws IOException {
    try (Stream<String> lines = Files.lines(out.resolve("best.yaml"))) {
      return lines
          .filter(line -> !line.startsWith("regimes."))
          .collect(Collectors.joining("\n", "", "\n"));
    }
  }

  @Test
  void theJobOfAClusterGivesTheSame() throws Exception {
    Path config =
        Files.writeString(
            directory.resolve("config.yaml"),
            """
            backtest: {train: 60, test: 20}
            tune: {lambda: [50.0, 300.0], eta: [0.01, 0.1]}
            """);
    Path out = directory.resolve("job");
    TuneJob.main(
        new String[] {
          "--config", config.toString(),
          "--prices", PRICES.toString(),
          "--method", "grid",
          "--out", out.toString()
        });
    assertThat(Tree.contents(out)).isEqualTo(Tree.contents(whole));
  }

  /** Runs jobs here, and kills one batch of trials as soon as one of them is done. */
  private static final class Stops implements TuneCluster, TuneListener {

    private final int batch;
    private int batches;
    private TuneRun watched;

    Stops(int batch) {
      this.batch = batch;
    }

    @Override
    public boolean run(TuneStep step, RunPlan plan, Graph graph) throws Exception {
      batches += step == TuneStep.TRIALS ? 1 : 0;
      int before = watched.finished();
      try (LocalJob job = LocalJob.start(JobEnvironment.offline(plan), plan, graph::define)) {
        if (batches < batch) {
          job.await();
          return true;
        }
        Awaitility.await().forever().until(() -> watched.finished() > before);
        return false;
      }
    }

    @Override
    public void note(String sentence) {
      throw new AssertionError("nothing to say about a first run; have " + sentence);
    }

    @Override
    public void trialsBegin(int found, int calls) {
      assertThat(found).isZero();
      assertThat(calls).isEqualTo(15);
    }
  }
}
