package io.mirrorcore.jobs;

import io.mirrorcore.jobs.cli.AgainstOptions;
import io.mirrorcore.jobs.cli.BacktestOptions;
import io.mirrorcore.jobs.cli.BayesOptions;
import io.mirrorcore.jobs.cli.GridOptions;
import io.mirrorcore.jobs.cli.JobProgram;
import io.mirrorcore.jobs.cli.SearchOptions;
import io.mirrorcore.jobs.cli.SettingsOptions;
import io.mirrorcore.jobs.cli.VariantOptions;
import io.mirrorcore.jobs.config.wiring.FileCalendar;
import io.mirrorcore.jobs.intake.Intake;
import io.mirrorcore.jobs.plan.RunPlan;
import io.mirrorcore.jobs.topology.JobEnvironment;
import io.mirrorcore.jobs.tune.TuneCluster;
import io.mirrorcore.jobs.tune.TuneFiles;
import io.mirrorcore.jobs.tune.TuneListener;
import io.mirrorcore.jobs.tune.TunePlan;
import io.mirrorcore.jobs.tune.TuneRun;
import io.mirrorcore.jobs.tune.TuneStep;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Tuning on a Flink cluster. Submits one job after another (strategy returns, trials, report), a
 * Bayesian search one a batch; the client drives them and must stay, in attached mode. Started
 * again it goes on where it was.
 */
@Command(
    name = "TuneJob",
    description = {
      "Tunes lambda and eta on a Flink cluster, out of sample, one job after another.",
      "Started again with the same --out it goes on where it was."
    })
public final class TuneJob implements Callable<Integer> {

  @Mixin private SettingsOptions options;
  @Mixin private BacktestOptions input;
  @Mixin private GridOptions grid;
  @Mixin private BayesOptions bayes;
  @Mixin private VariantOptions variants;
  @Mixin private AgainstOptions against;
  @Spec private CommandSpec spec;

  @Option(
      names = "--method",
      required = true,
      description =
          "${COMPLETION-CANDIDATES}: every pair of --lambda and --eta, or as many --calls of a"
              + " search from --seed.")
  private Method method;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Directory of trials, report and best.yaml; made where it does not exist.")
  private Path out;

  /** The searches there are. */
  enum Method {
    GRID,
    BAYES
  }

  TuneJob() {}

  public static void main(String[] arguments) throws Exception {
    JobProgram.run(new TuneJob(), arguments);
  }

  @Override
  public Integer call() throws Exception {
    Path directory = out.toAbsolutePath(); // the working directory of a worker is another
    SearchOptions search = search();
    try (Intake intake = input.intake(options, directory, TuneFiles.RESULTS, directory)) {
      run(intake, directory, search);
    }
    return 0;
  }

  private void run(Intake intake, Path directory, SearchOptions search) throws Exception {
    PrintWriter text = spec.commandLine().getOut();
    FileCalendar calendar = FileCalendar.of(options.settings(), intake);
    Words words = new Words(text);
    calendar.inferred().ifPresent(words::note);
    TunePlan plan =
        against.over(
            input.tuning(options, input.inputs(intake), calendar, search, variants.variants()));
    TuneFiles files = TuneFiles.in(directory, options.inputs(input.files()));
    TuneRun run = new TuneRun(plan, files, TuneJob::submit, words);
    against.compare(run, input, calendar);
    text.print(run.run().orElseThrow().text());
    words.note("wrote " + files.directory().resolve(TuneFiles.BEST));
  }

  private SearchOptions search() {
    SearchOptions chosen = method == Method.GRID ? grid : bayes;
    SearchOptions other = method == Method.GRID ? bayes : grid;
    if (!other.given().isEmpty()) {
      throw new ParameterException(
          spec.commandLine(),
          "--lambda and --eta are of --method grid, --calls and --seed of --method bayes");
    }
    return chosen;
  }

  private static boolean submit(TuneStep step, RunPlan plan, TuneCluster.Graph graph)
      throws Exception {
    StreamExecutionEnvironment env = JobEnvironment.submittedOffline(plan);
    graph.define(env);
    String name = plan.name() + "-" + step.name().toLowerCase(Locale.ROOT);
    env.executeAsync(name).getJobExecutionResult().get();
    return true;
  }

  /** Tells the user of the client. */
  private record Words(PrintWriter text) implements TuneListener {

    @Override
    public void note(String sentence) {
      text.println(sentence);
      text.flush();
    }

    @Override
    public void trialsBegin(int found, int calls) {
      note((calls - found) + " trials to make");
    }
  }
}
