package io.mirrorcore.jobs;

import io.mirrorcore.jobs.backtest.BacktestException;
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
import io.mirrorcore.tune.Search;
import java.util.Locale;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Tuning on a Flink cluster: the arguments of {@link BacktestJob} and {@code --method grid|bayes}.
 * Submits one job after another (strategy returns, trials, report), a Bayesian search one a batch;
 * the client drives them and must stay, in attached mode. Started again it goes on where it was.
 */
public final class TuneJob {

  private TuneJob() {}

  /** Runs the jobs and writes the result. */
  public static void main(String[] arguments) throws Exception {
    JobArguments all = JobInputs.arguments(TuneJob.class, arguments, "--method");
    JobInputs given = JobInputs.of(all);
    TunePlan plan =
        new TunePlan(
            given.settings(),
            given.inputs(),
            given.barsPerYearSource(),
            given.portfolio(),
            search(all.find("--method").orElse(""), given.settings()));
    TuneFiles files = TuneFiles.in(given.out());
    TuneRun run = new TuneRun(plan, files, TuneJob::submit, new Words());
    System.out.print(run.run().orElseThrow().text());
    System.out.println("wrote " + files.directory().resolve(TuneFiles.BEST));
  }

  private static Search search(String method, Settings settings) {
    return switch (method) {
      case "grid" -> TuneSettings.grid(settings);
      case "bayes" -> TuneSettings.bayes(settings);
      default -> throw new BacktestException("--method must be grid or bayes; have " + method);
    };
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
  private static final class Words implements TuneListener {

    @Override
    public void note(String sentence) {
      System.out.println(sentence);
    }

    @Override
    public void trialsBegin(int found, int calls) {
      System.out.println((calls - found) + " trials to make");
    }
  }
}
