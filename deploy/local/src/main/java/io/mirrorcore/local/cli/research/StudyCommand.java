package io.mirrorcore.local.cli.research;

import io.mirrorcore.jobs.cli.InputFiles;
import io.mirrorcore.jobs.cli.SettingsOptions;
import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.config.wiring.FileCalendar;
import io.mirrorcore.jobs.intake.Intake;
import io.mirrorcore.jobs.intake.TooManyRefusedException;
import io.mirrorcore.jobs.output.RunDirectory;
import io.mirrorcore.jobs.plan.RunPlan;
import io.mirrorcore.jobs.study.StudyFiles;
import io.mirrorcore.jobs.study.StudyPlan;
import io.mirrorcore.jobs.study.StudyReport;
import io.mirrorcore.jobs.study.StudyRun;
import io.mirrorcore.jobs.topology.JobEnvironment;
import io.mirrorcore.jobs.wire.reject.RecordKind;
import io.mirrorcore.local.cli.LocalRuns;
import io.mirrorcore.local.cli.Progress;
import io.mirrorcore.local.files.TemporaryDirectory;
import io.mirrorcore.local.job.LocalJob;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code study}: what each strategy is worth by itself, on files of market data. */
@Command(
    name = "study",
    description = {
      "Judges each strategy by itself, through the same topology and ledger as the live job:",
      "trades, Sharpe ratios with intervals, break-even cost, information coefficients, decay."
    })
public final class StudyCommand implements Callable<Integer> {

  @Mixin private SettingsOptions options;
  @Mixin private InputFiles input;
  @Mixin private StudyOptions subject;
  @Spec private CommandSpec spec;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Directory for study.html and study.json; made where it does not exist.")
  private Path out;

  @Override
  public Integer call() throws Exception {
    Map<RecordKind, List<Path>> files = input.files();
    List<Path> inputs = options.inputs(InputFiles.all(files));
    if (out != null && Files.exists(out)) {
      StudyFiles.LAYOUT.require(out, inputs);
    }
    subject.over(options.settings()); // what is wrong with it is said before the data are read
    try (TemporaryDirectory scratch = TemporaryDirectory.create("mirrorcore-study-");
        Intake intake = intake(files, inputs)) {
      run(intake, out == null ? scratch.path() : out, inputs);
    }
    return 0;
  }

  /** Where too much of a file is refused, what an earlier study has left is no result of these. */
  private Intake intake(Map<RecordKind, List<Path>> files, List<Path> inputs) throws IOException {
    try {
      return input.intake(options, files, null, null);
    } catch (TooManyRefusedException e) {
      if (out != null && Files.isDirectory(out)) {
        StudyFiles.LAYOUT.require(out, inputs); // an input is not moved
        StudyFiles.LAYOUT.setAside(out, List.of());
      }
      throw e;
    }
  }

  private void run(Intake intake, Path directory, List<Path> inputs) throws Exception {
    PrintWriter err = spec.commandLine().getErr();
    FileCalendar calendar = FileCalendar.of(options.settings(), intake);
    calendar.inferred().ifPresent(err::println);
    err.flush();
    Settings settings = subject.over(options.settings(calendar.presets()));
    StudyPlan plan =
        subject.plan(settings, intake.market(), calendar.barsPerYearSource(options::gives));
    RunPlan job = plan.job().run();
    try (RunDirectory files = StudyFiles.LAYOUT.open(directory, inputs)) {
      StudyRun run = new StudyRun(plan, files);
      if (!LocalRuns.toTheEnd(
          () -> LocalJob.start(JobEnvironment.offline(job), job, run::define),
          calendar.bars(),
          err)) {
        files.interrupted();
        return;
      }
      print(run, judged(run, intake, err));
    }
  }

  private StudyReport judged(StudyRun run, Intake intake, PrintWriter err) throws IOException {
    int percent = 100;
    try (Progress progress = new Progress("percent judged", err)) {
      return run.report(
          intake,
          input.acceptsRefused(),
          share -> progress.show(Math.round(share * percent), share));
    }
  }

  private void print(StudyRun run, StudyReport report) throws IOException {
    PrintWriter text = spec.commandLine().getOut();
    run.publish(report);
    text.print(StudyText.of(report));
    if (out != null) {
      text.println("wrote " + out.resolve(StudyFiles.STUDY_HTML));
    }
    text.flush();
  }
}
