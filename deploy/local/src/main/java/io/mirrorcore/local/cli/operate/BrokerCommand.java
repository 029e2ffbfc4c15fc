package io.mirrorcore.local.cli.operate;

import io.mirrorcore.jobs.cli.CommandFailure;
import io.mirrorcore.local.broker.EmbeddedBroker;
import io.mirrorcore.local.cli.Interrupt;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code broker}: a Kafka broker for trying things, where none is installed. */
@Command(
    name = "broker",
    description = {
      "Runs a Kafka broker of one node on this machine until Ctrl-C, for trying feed and run.",
      "It listens on 127.0.0.1 only, without authentication."
    })
public final class BrokerCommand implements Callable<Integer> {

  private static final long LOOK_EVERY_MS = 500;

  @Spec private CommandSpec spec;

  @Option(
      names = "--port",
      defaultValue = "9092",
      description = "Port, 0 for a free one (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--dir",
      paramLabel = "DIR",
      description = "Where data are kept (default: nowhere, they go with the broker).")
  private Path dir;

  @Override
  public Integer call() throws Exception {
    if (port < 0 || port > 65_535) {
      throw new CommandFailure("--port must be 0 to 65535; have " + port);
    }
    try (Interrupt interrupt = Interrupt.watch();
        EmbeddedBroker broker = start()) {
      PrintWriter err = spec.commandLine().getErr();
      err.println("Kafka listens at " + broker.bootstrapServers() + "; Ctrl-C ends it");
      err.flush();
      boolean interrupted = false;
      while (!interrupted) {
        interrupted = interrupt.await(LOOK_EVERY_MS);
      }
    }
    return 0;
  }

  private EmbeddedBroker start() {
    return dir == null ? EmbeddedBroker.startTemporary(port) : EmbeddedBroker.start(dir, port);
  }
}
