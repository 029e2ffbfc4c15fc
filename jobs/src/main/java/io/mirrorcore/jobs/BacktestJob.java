package io.mirrorcore.jobs;

import io.mirrorcore.backtest.Trials;
import io.mirrorcore.jobs.backtest.BacktestFiles;
import io.mirrorcore.jobs.backtest.BacktestPlan;
import io.mirrorcore.jobs.backtest.BacktestRun;
import io.mirrorcore.jobs.config.PipelineOptions;
import io.mirrorcore.jobs.config.Settings;
import io.mirrorcore.jobs.topology.JobEnvironment;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * A backtest on a Flink cluster: {@code --config FILE --out DIR} and {@code --prices FILE}, {@code
 * --ticks FILE}, {@code --options FILE} or {@code --returns FILE}. Files and directory are on a
 * file system that client and cluster share. The client writes the report when the job has ended,
 * so it must stay.
 */
public final class BacktestJob {

  private BacktestJob() {}

  /** Runs the job and writes its report. */
  public static void main(String[] arguments) throws Exception {
    JobArguments given =
        JobArguments.of(
            BacktestJob.class,
            arguments,
            "--prices",
            "--ticks",
            "--options",
            "--returns",
            "--out",
            "--portfolio");
    Settings settings = JobInputs.settings(given);
    try (BacktestFiles files = BacktestFiles.in(JobInputs.out(given))) {
      BacktestPlan plan =
          BacktestPlan.of(
              settings,
              JobInputs.of(given),
              JobInputs.barsPerYearSource(settings),
              given.find("--portfolio").orElse(null));
      BacktestRun run = new BacktestRun(plan, files);
      StreamExecutionEnvironment env = JobEnvironment.submittedOffline(plan.settings());
      run.define(env);
      env.executeAsync(settings.get(PipelineOptions.JOB_NAME)).getJobExecutionResult().get();
      System.out.println(run.report(null, Trials.ONE).verdict().sentence());
    }
  }
}
