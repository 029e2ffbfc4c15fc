package io.mirrorcore.local.cli.data;

import io.mirrorcore.jobs.cli.InputFiles;
import io.mirrorcore.jobs.cli.SettingsOptions;
import io.mirrorcore.local.cli.OutputFormat;
import io.mirrorcore.local.files.TemporaryDirectory;
import io.mirrorcore.local.inspect.Inspection;
import io.mirrorcore.local.inspect.InspectionText;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code inspect}: what is in files, what is odd about it, and how to read them. */
@Command(
    name = "inspect",
    description = {
      "Says what is in files: kind, columns, times, symbols, interval, session, order, what is"
          + " refused or odd,",
      "and the command line that reads them. Changes nothing."
    })
public final class InspectCommand implements Callable<Integer> {

  @Mixin private SettingsOptions options;
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "Files of any kind, plain or .gz, and directories of them.")
  private List<Path> files;

  @Option(
      names = "--format",
      defaultValue = "text",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private OutputFormat format;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    try (TemporaryDirectory scratch = TemporaryDirectory.create("mirrorcore-inspect-")) {
      InspectionText text =
          new InspectionText(
              new Inspection(scratch.path(), options.settings()), format == OutputFormat.JSON);
      out.print(text.of(InputFiles.existing(files)));
      out.flush();
    }
    return 0;
  }
}
