package io.mirrorcore.local.cli.data;

import io.mirrorcore.jobs.cli.InputFiles;
import io.mirrorcore.jobs.cli.SettingsOptions;
import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.config.wiring.FileCalendar;
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
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashMap;
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
    Map<RecordKind, Path> files = input.files();
    OutputPath.ofFile(out, options.inputs(files.values()));
    PrintWriter err = spec.commandLine().getErr();
    FileCalendar calendar = FileCalendar.of(options::gives, files);
    calendar.inferred().ifPresent(err::println);
    err.flush();
    Map<String, String> presets = new HashMap<>(calendar.presets());
    presets.put("signals.emit", "all");
    Settings settings = options.settings(presets);
    if (LocalRuns.toTheEnd(() -> start(settings, files), calendar.bars(), err)) {
      err.println("wrote " + out);
      err.flush();
    }
    return 0;
  }

  private LocalJob start(Settings settings, Map<RecordKind, Path> files) throws Exception {
    FileOutputs outputs = new FileOutputs().with(Topic.SIGNALS, out, format(settings));
    JobPlan plan = JobPlan.of(settings);
    return LocalJob.start(
        JobEnvironment.offline(plan.run()), plan, new FileInputs(plan, files), outputs);
  }

  private LineFormat format(Settings settings) {
    String name = out.getFileName().toString().replaceFirst("\\.gz$", "");
    return name.endsWith(".json") || name.endsWith(".jsonl")
        ? LineFormat.json()
        : new SignalCsv(settings.strategies(), raw);
  }
}
