package io.mirrorcore.jobs;

import io.mirrorcore.backtest.Trials;
import io.mirrorcore.jobs.backtest.BacktestException;
import io.mirrorcore.jobs.backtest.BacktestFiles;
import io.mirrorcore.jobs.backtest.BacktestInputs;
import io.mirrorcore.jobs.backtest.BacktestPlan;
import io.mirrorcore.jobs.backtest.BacktestRun;
import io.mirrorcore.jobs.config.PipelineOptions;
import io.mirrorcore.jobs.config.Settings;
import io.mirrorcore.jobs.topology.JobEnvironment;
import io.mirrorcore.jobs.wire.RecordKind;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
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
    Settings settings = given.settings();
    if (!settings.isSet(PipelineOptions.BARS_INTERVAL.key())) {
      throw new BacktestException(
          "bars.interval is not set; the configuration of a backtest on a cluster must say it");
    }
    Path out =
        given
            .path("--out")
            .orElseThrow(() -> new BacktestException("--out is missing; give a directory"));
    try (BacktestFiles files = BacktestFiles.in(out.toAbsolutePath())) {
      BacktestPlan plan =
          BacktestPlan.of(
              settings, inputs(given), source(settings), given.find("--portfolio").orElse(null));
      BacktestRun run = new BacktestRun(plan, files);
      StreamExecutionEnvironment env = JobEnvironment.submittedOffline(plan.settings());
      run.define(env);
      env.executeAsync(settings.get(PipelineOptions.JOB_NAME)).getJobExecutionResult().get();
      System.out.println(run.report(null, Trials.ONE).verdict().sentence());
    }
  }

  private static BacktestInputs inputs(JobArguments given) {
    Map<RecordKind, Path> market = new TreeMap<>();
    given.path("--prices").ifPresent(file -> market.put(RecordKind.BAR, file));
    given.path("--ticks").ifPresent(file -> market.put(RecordKind.TICK, file));
    given.path("--options").ifPresent(file -> market.put(RecordKind.OPTION, file));
    return new BacktestInputs(market, given.path("--returns").orElse(null));
  }

  private static String source(Settings settings) {
    return settings.isSet(PipelineOptions.BARS_PER_YEAR.key())
        ? "given"
        : "bars.interval and the usual days of a year";
  }
}
