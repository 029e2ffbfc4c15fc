package io.mirrorcore.local;

import io.mirrorcore.jobs.cli.ErrorSentences;
import io.mirrorcore.jobs.cli.UsageSentences;
import io.mirrorcore.local.cli.data.FeedCommand;
import io.mirrorcore.local.cli.data.InspectCommand;
import io.mirrorcore.local.cli.data.SignalsCommand;
import io.mirrorcore.local.cli.live.AlertsCommand;
import io.mirrorcore.local.cli.live.ConsoleCommand;
import io.mirrorcore.local.cli.live.DemoCommand;
import io.mirrorcore.local.cli.live.PaperCommand;
import io.mirrorcore.local.cli.live.RunCommand;
import io.mirrorcore.local.cli.live.WatchCommand;
import io.mirrorcore.local.cli.operate.BrokerCommand;
import io.mirrorcore.local.cli.operate.ClusterCommand;
import io.mirrorcore.local.cli.operate.ConfigCommand;
import io.mirrorcore.local.cli.operate.RedriveCommand;
import io.mirrorcore.local.cli.operate.TopicsCommand;
import io.mirrorcore.local.cli.operate.VerifyCommand;
import io.mirrorcore.local.cli.research.BacktestCommand;
import io.mirrorcore.local.cli.research.EstimateCommand;
import io.mirrorcore.local.cli.research.NewStrategyCommand;
import io.mirrorcore.local.cli.research.OptimizeCommand;
import io.mirrorcore.local.cli.research.PowerCommand;
import io.mirrorcore.local.cli.research.ReportCommand;
import io.mirrorcore.local.cli.research.StudyCommand;
import io.mirrorcore.local.cli.research.TuneCommand;
import io.mirrorcore.local.files.ProcessFiles;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.ScopeType;

/** The program {@code ./mirrorcore}: exit code 0 for success, 1 for failure, 2 for wrong usage. */
@Command(
    name = "mirrorcore",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT, // help and version of every command
    versionProvider = BuildVersion.class,
    description = "Live market data to the optimal mix of trading strategies.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      DemoCommand.class,
      RunCommand.class,
      PaperCommand.class,
      FeedCommand.class,
      InspectCommand.class,
      SignalsCommand.class,
      StudyCommand.class,
      NewStrategyCommand.class,
      BacktestCommand.class,
      TuneCommand.class,
      ReportCommand.class,
      OptimizeCommand.class,
      EstimateCommand.class,
      PowerCommand.class,
      WatchCommand.class,
      AlertsCommand.class,
      ConsoleCommand.class,
      VerifyCommand.class,
      RedriveCommand.class,
      BrokerCommand.class,
      ClusterCommand.class,
      TopicsCommand.class,
      ConfigCommand.class,
      HelpCommand.class
    })
public final class Mirrorcore {

  private Mirrorcore() {}

  /** The command line as a whole, also for tests. */
  public static CommandLine commandLine() {
    // Its warnings quote arguments, and --set may carry a password.
    CommandLine.tracer().setLevel(CommandLine.TraceLevel.OFF);
    CommandLine commands = new CommandLine(new Mirrorcore());
    // What follows a job's name is the job's.
    commands.getSubcommands().get("cluster").getSubcommands().get("run").setStopAtPositional(true);
    return commands
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(true)
        .setParameterExceptionHandler(new UsageSentences())
        .setExecutionExceptionHandler(new ErrorSentences());
  }

  public static void main(String[] arguments) {
    ProcessFiles.begin();
    CommandLine commands = commandLine();
    int code = commands.execute(arguments);
    commands.getOut().flush();
    System.exit(code == 0 && isOutputLost(commands) ? 1 : code);
  }

  /** A full disk or a closed pipe: a stream that is printed to says so only when it is asked. */
  private static boolean isOutputLost(CommandLine commands) {
    boolean lost = System.out.checkError(); // a command's writer does not ask the stream behind it
    if (lost) {
      commands
          .getErr()
          .println(
              "What was printed is incomplete: standard output could not be written; is the disk"
                  + " full, or has the reader of a pipe ended?");
      commands.getErr().flush();
    }
    return lost;
  }
}
