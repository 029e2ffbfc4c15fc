package io.mirrorcore.jobs;

import io.mirrorcore.backtest.evidence.Trials;
import io.mirrorcore.jobs.backtest.BacktestFiles;
import io.mirrorcore.jobs.backtest.BacktestPlan;
import io.mirrorcore.jobs.backtest.BacktestRun;
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
    JobInputs given = JobInputs.of(JobInputs.arguments(BacktestJob.class, arguments));
    try (BacktestFiles files = BacktestFiles.in(given.out())) {
      BacktestPlan plan =
          BacktestPlan.of(
              given.settings(), given.inputs(), given.barsPerYearSource(), given.portfolio());
      BacktestRun run = new BacktestRun(plan, files);
      StreamExecutionEnvironment env = JobEnvironment.submittedOffline(plan.job().run());
      run.define(env);
      env.executeAsync(plan.job().run().name()).getJobExecutionResult().get();
      System.out.println(run.report(null, Trials.ONE).verdict().sentence());
      System.out.println("wrote " + given.out().resolve(BacktestFiles.REPORT_HTML));
    }
  }
}
