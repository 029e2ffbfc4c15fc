package io.mirrorcore.local.cli.research;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code report}: finished backtests in the browser, one, or several side by side. */
@Command(
    name = "report",
    description = {
      "Serves a finished report to this machine's browser, or several runs side by side: figures,",
      "capital and weights laid over each other, and what differs in their configurations."
    })
public final class ReportCommand implements Callable<Integer> {

  private static final int MOST_PORT = 65_535;

  @Parameters(
      arity = "1..*",
      paramLabel = "DIR",
      description = "Directory that backtest or tune --out has written; several to compare.")
  private List<Path> directories;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "0",
      description = "Port at 127.0.0.1 (default: any that is free).")
  private int port;

  @Option(names = "--open", description = "Opens it in the browser, where there is a desktop.")
  private boolean open;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    if (port < 0 || port > MOST_PORT) {
      throw new ParameterException(
          spec.commandLine(), "--port must be in 0 to " + MOST_PORT + "; have " + port);
    }
    new ServedReports(spec.commandLine().getOut(), open).untilInterrupted(directories, port);
    return 0;
  }
}
