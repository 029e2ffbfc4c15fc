package io.mirrorcore.local.cli.data;

import io.mirrorcore.jobs.cli.InputFiles;
import io.mirrorcore.jobs.cli.SettingsOptions;
import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.config.wiring.FileCalendar;
import io.mirrorcore.jobs.intake.Intake;
import io.mirrorcore.jobs.intake.Refusals;
import io.mirrorcore.jobs.output.OutputPath;
import io.mirrorcore.jobs.plan.JobPlan;
import io.mirrorcore.jobs.topic.Topic;
import io.mirrorcore.jobs.topology.JobEnvironment;
import io.mirrorcore.jobs.topology.file.FileInputs;
import io.mirrorcore.jobs.topology.file.FileOutputs;
import io.mirrorcore.jobs.topology.file.LineFormat;
import io.mirrorcore.jobs.topology.file.SignalCsv;
import io.mirrorcore.jobs.wire.reject.RecordKind;
import io.mirrorcore.local.cli.LocalRuns;
import io.mirrorcore.local.job.LocalJob;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code signals}: every signal of files of market data, through the live topology. */
@Command(
    name = "signals",
    description = "Computes every signal from files, through the same topology as the live job.")
public final class SignalsCommand implements Callable<Integer> {

  @Mixin private SettingsOptions options;
  @Mixin private InputFiles input;
  @Spec private CommandSpec spec;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "Where to write: CSV, or JSON lines for .json and .jsonl; .gz is compressed.")
  private Path out;

  @Option(
      names = "--raw",
      description =
          "Leaves symbols in CSV as they are; else an apostrophe stands before one that a"
              + " spreadsheet would execute (it begins with =, +, - or @).")
  private boolean raw;

  @Override
  public Integer call() throws Exception {
    Map<RecordKind, List<Path>> files = input.files();
    List<Path> inputs = options.inputs(InputFiles.all(files));
    OutputPath.ofFile(out, inputs);
    if (isKept()) {
      OutputPath.ofFile(deadLetters(), inputs);
    }
    try (Intake intake = input.intake(options, files, null, null)) {
      run(intake);
    }
    return 0;
  }

  private void run(Intake intake) throws Exception {
    PrintWriter err = spec.commandLine().getErr();
    FileCalendar calendar = FileCalendar.of(options.settings(), intake);
    calendar.inferred().ifPresent(err::println);
    err.flush();
    Map<String, String> presets = new HashMap<>(calendar.presets());
    presets.put("signals.emit", "all");
    Settings settings = options.settings(presets);
    if (LocalRuns.toTheEnd(() -> start(settings, intake.market()), calendar.bars(), err)) {
      err.println("wrote " + out);
      tellRefused(err, intake);
      err.flush();
    }
  }

  private LocalJob start(Settings settings, Map<RecordKind, Path> files) throws Exception {
    FileOutputs outputs = new FileOutputs().with(Topic.SIGNALS, out, format(settings));
    if (isKept()) {
      outputs.with(Topic.DEAD_LETTER, deadLetters(), LineFormat.json());
    }
    JobPlan plan = JobPlan.of(settings);
    return LocalJob.start(
        JobEnvironment.offline(plan.run()), plan, new FileInputs(plan, files), outputs);
  }

  /** A pipe or a device is no place to lay a file beside. */
  private boolean isKept() {
    return !Files.exists(out) || Files.isRegularFile(out);
  }

  /** Beside the output: signals.csv.gz has signals.dead-letter.jsonl. */
  private Path deadLetters() {
    String name = out.getFileName().toString().replaceFirst("(\\.csv|\\.jsonl?)?(\\.gz)?$", "");
    return out.resolveSibling(name + ".dead-letter.jsonl");
  }

  /** Where nothing was refused there is no file of it. */
  private void tellRefused(PrintWriter err, Intake intake) throws IOException {
    Path letters = deadLetters();
    if (!Files.exists(letters)) {
      return;
    }
    if (Files.size(letters) == 0) {
      Files.delete(letters);
      return;
    }
    err.println("wrote " + letters + " with the records that were refused");
    err.flush();
    for (Refusals refusals : intake.refusedIn(letters)) {
      refusals.warning().ifPresent(err::println);
      if (!input.acceptsRefused()) {
        refusals.requireFew();
      }
    }
  }

  private LineFormat format(Settings settings) {
    String name = out.getFileName().toString().replaceFirst("\\.gz$", "");
    return name.endsWith(".json") || name.endsWith(".jsonl")
        ? LineFormat.json()
        : new SignalCsv(settings.strategies(), raw);
  }
}
