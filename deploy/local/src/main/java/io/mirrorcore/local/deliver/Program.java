package io.mirrorcore.local.deliver;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A command of the shell that is run for each alert: the JSON on its standard input, the id in
 * {@code MIRRORCORE_ALERT_ID}. Exit code 0 is a receipt. What it prints is printed.
 */
public final class Program implements Receiver {

  private final String command;
  private final Duration timeout;

  public Program(String command, Duration timeout) {
    this.command = command;
    this.timeout = timeout;
  }

  @Override
  public Optional<String> deliver(Notice notice) throws InterruptedException {
    Process process = null;
    try {
      process = start(notice);
      give(process, notice);
      if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
        return Optional.of("it did not end within " + timeout.toMillis() + " ms");
      }
      int code = process.exitValue();
      return code == 0 ? Optional.empty() : Optional.of("it ended with exit code " + code);
    } catch (IOException e) {
      return Optional.of("it cannot be started (" + e.getMessage() + ")");
    } finally {
      end(process);
    }
  }

  private Process start(Notice notice) throws IOException {
    ProcessBuilder builder = new ProcessBuilder("sh", "-c", command);
    builder.environment().put("MIRRORCORE_ALERT_ID", notice.id());
    builder.environment().put("MIRRORCORE_ALERT_KEY", notice.alert().key());
    builder.environment().put("MIRRORCORE_ALERT_LEVEL", notice.alert().level().name());
    builder.environment().put("MIRRORCORE_ALERT_STATE", notice.alert().state().name());
    return builder.redirectOutput(Redirect.INHERIT).redirectError(Redirect.INHERIT).start();
  }

  /** A program that does not read is none that failed. */
  private static void give(Process process, Notice notice) {
    try (OutputStream in = process.getOutputStream()) {
      in.write((notice.body() + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      return; // it has ended, or closed its input: its exit code says whether that was well
    }
  }

  private static void end(Process process) {
    if (process != null && process.isAlive()) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  @Override
  public String name() {
    return "the command of --exec";
  }
}
