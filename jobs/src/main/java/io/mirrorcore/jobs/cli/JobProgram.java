package io.mirrorcore.jobs.cli;

import java.util.concurrent.Callable;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/**
 * Runs the main of a job, which is a command of picocli.
 *
 * <p>A program of its own ends with exit code 0 for success, 1 for a failure and 2 for wrong usage,
 * and says what is wrong in a sentence. In a program that Flink's client or its JobManager runs the
 * process is not ours to end: there a failure is thrown, and they say its message.
 */
public final class JobProgram {

  private JobProgram() {}

  /**
   * Runs a job.
   *
   * @param job a command of picocli
   * @throws CommandFailure under Flink's client, where the arguments are wrong
   * @throws Exception under Flink's client, what the job throws
   */
  public static void run(Callable<Integer> job, String... arguments) throws Exception {
    CommandLine command = commandLine(job);
    if (StreamExecutionEnvironment.areExplicitEnvironmentsAllowed()) {
      int code = command.execute(arguments);
      if (code != CommandLine.ExitCode.OK) {
        System.exit(code);
      }
    } else {
      runInClient(job, command, arguments);
    }
  }

  private static void runInClient(Callable<Integer> job, CommandLine command, String... arguments)
      throws Exception {
    try {
      command.parseArgs(arguments);
      if (command.isUsageHelpRequested()) {
        command.usage(command.getOut());
      } else {
        job.call();
      }
    } catch (ParameterException e) { // a job, too, may find its options at odds
      throw new CommandFailure(UsageSentences.sentence(e));
    }
  }

  /** The command line of a job, also for tests. */
  public static CommandLine commandLine(Callable<Integer> job) {
    // Its warnings quote arguments, and --set may carry a password.
    CommandLine.tracer().setLevel(CommandLine.TraceLevel.OFF);
    CommandLine command = new CommandLine(job);
    command
        .getCommandSpec()
        .addOption(
            OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Shows this help and ends.")
                .build());
    return command
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(true)
        .setParameterExceptionHandler(new UsageSentences())
        .setExecutionExceptionHandler(new ErrorSentences());
  }
}
