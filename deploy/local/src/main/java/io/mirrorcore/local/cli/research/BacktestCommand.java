package io.mirrorcore.local.cli.research;

import io.mirrorcore.backtest.account.Stress;
import io.mirrorcore.backtest.evidence.Trials;
import io.mirrorcore.backtest.report.BacktestResult;
import io.mirrorcore.jobs.backtest.BacktestFiles;
import io.mirrorcore.jobs.backtest.BacktestPlan;
import io.mirrorcore.jobs.backtest.BacktestRun;
import io.mirrorcore.jobs.cli.BacktestOptions;
import io.mirrorcore.jobs.cli.SettingsOptions;
import io.mirrorcore.jobs.cli.StressOptions;
import io.mirrorcore.jobs.config.wiring.FileCalendar;
import io.mirrorcore.jobs.intake.Intake;
import io.mirrorcore.jobs.output.RunDirectory;
import io.mirrorcore.jobs.plan.RunPlan;
import io.mirrorcore.jobs.topology.JobEnvironment;
import io.mirrorcore.local.cli.LocalRuns;
import io.mirrorcore.local.job.LocalJob;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code backtest}: what the live job would have earned on past data, with confidence intervals.
 */
@Command(
    name = "backtest",
    description = {
      "Runs the live topology over files and judges its weights: report.html, report.json, CSV.",
      "Walk-forward unless --mode event, which keeps the live cadence and gate."
    })
public final class BacktestCommand implements Callable<Integer> {

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

  @Option(
      names = "--open",
      description = "Serves the report when it is written, and opens it where there is a desktop.")
  private boolean open;

  @Override
  public Integer call() throws Exception {
    boolean done;
    try (Intake intake = input.intake(options, out, List.of(), null)) {
      done = run(intake);
    }
    if (done && open) {
      new ServedReports(spec.commandLine().getOut(), true).untilInterrupted(List.of(out), 0);
    }
    return 0;
  }

  private List<Stress> stresses(Intake intake) {
    return stress.asked(intake.returns() != null, options.settings());
  }

  /** Whether there is a report: not where somebody ended it before. */
  private boolean run(Intake intake) throws Exception {
    PrintWriter err = spec.commandLine().getErr();
    FileCalendar calendar = FileCalendar.of(options.settings(), intake);
    calendar.inferred().ifPresent(err::println);
    err.flush();
    BacktestPlan plan = input.plan(options, input.inputs(intake), calendar).under(stresses(intake));
    RunPlan job = plan.job().run();
    try (RunDirectory files = BacktestFiles.LAYOUT.open(out, options.inputs(input.files()))) {
      BacktestRun run = new BacktestRun(plan, files);
      if (!LocalRuns.toTheEnd(
          () -> LocalJob.start(JobEnvironment.offline(job), job, run::define),
          calendar.bars(),
          err)) {
        files.interrupted();
        return false;
      }
      print(run.report(null, Trials.ONE));
    }
    return true;
  }

  private void print(BacktestResult result) {
    PrintWriter text = spec.commandLine().getOut();
    text.print(new BacktestText(Ansi.AUTO).of(result));
    text.println("wrote " + out.resolve(BacktestFiles.REPORT_HTML));
    text.flush();
  }
}
