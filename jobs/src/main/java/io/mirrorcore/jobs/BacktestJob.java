package io.mirrorcore.jobs;

import io.mirrorcore.backtest.account.Stress;
import io.mirrorcore.backtest.evidence.Trials;
import io.mirrorcore.jobs.backtest.BacktestFiles;
import io.mirrorcore.jobs.backtest.BacktestPlan;
import io.mirrorcore.jobs.backtest.BacktestRun;
import io.mirrorcore.jobs.cli.BacktestOptions;
import io.mirrorcore.jobs.cli.JobProgram;
import io.mirrorcore.jobs.cli.SettingsOptions;
import io.mirrorcore.jobs.cli.StressOptions;
import io.mirrorcore.jobs.config.wiring.FileCalendar;
import io.mirrorcore.jobs.intake.Intake;
import io.mirrorcore.jobs.output.RunDirectory;
import io.mirrorcore.jobs.plan.RunPlan;
import io.mirrorcore.jobs.topology.JobEnvironment;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * A backtest on a Flink cluster. Files and directory are on a file system that client and cluster
 * share. The client writes the report when the job has ended, so it must stay.
 */
@Command(
    name = "BacktestJob",
    description = {
      "Runs a backtest on a Flink cluster and writes its report when the job has ended.",
      "Files and directory must be on a file system that client and cluster share."
    })
public final class BacktestJob implements Callable<Integer> {

  @Mixin private SettingsOptions options;
  @Mixin private BacktestOptions input;
  @Mixin private StressOptions stress;
  @Spec private CommandSpec spec;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Directory of the report; made where it does not exist.")
  private Path out;

  BacktestJob() {}

  public static void main(String[] arguments) throws Exception {
    JobProgram.run(new BacktestJob(), arguments);
  }

  @Override
  public Integer call() throws Exception {
    PrintWriter text = spec.commandLine().getOut();
    Path directory = out.toAbsolutePath(); // the working directory of a worker is another
    try (Intake intake = input.intake(options, directory, List.of(), directory)) {
      run(intake, directory, text);
    }
    return 0;
  }

  private List<Stress> stresses(Intake intake) {
    return stress.asked(intake.returns() != null, options.settings());
  }

  private void run(Intake intake, Path directory, PrintWriter text) throws Exception {
    FileCalendar calendar = FileCalendar.of(options.settings(), intake);
    calendar.inferred().ifPresent(text::println);
    text.flush();
    BacktestPlan plan = input.plan(options, input.inputs(intake), calendar).under(stresses(intake));
    try (RunDirectory files = BacktestFiles.LAYOUT.open(directory, options.inputs(input.files()))) {
      BacktestRun backtest = new BacktestRun(plan, files);
      RunPlan run = plan.job().run();
      StreamExecutionEnvironment env = JobEnvironment.submittedOffline(run);
      backtest.define(env);
      env.executeAsync(run.name()).getJobExecutionResult().get();
      text.println(backtest.report(null, Trials.ONE).verdict().sentence());
      text.println("wrote " + directory.resolve(BacktestFiles.REPORT_HTML));
      text.flush();
    }
  }
}
