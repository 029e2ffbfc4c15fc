package io.mirrorcore.bench.command;

import io.mirrorcore.local.files.TemporaryDirectory;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A Java process with the class path and the memory of this one. It ends with this one, and what it
 * says on standard error is shown only where it fails.
 */
final class ChildProcess implements AutoCloseable {

  private static final int SHOWN_LINES = 15;
  private static final long PATIENCE_MINUTES = 15;

  private final Process process;
  private final TemporaryDirectory logs;
  private final Thread ending;

  private ChildProcess(Process process, TemporaryDirectory logs) {
    this.process = process;
    this.logs = logs;
    this.ending = new Thread(process::destroyForcibly, "end of a measured process");
    Runtime.getRuntime().addShutdownHook(ending);
  }

  /**
   * Starts it.
   *
   * @param options of the JVM, beside those of this one
   * @param program the main class and its arguments
   */
  static ChildProcess start(List<String> options, List<String> program) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
            .filter(ChildProcess::isInherited)
            .toList());
    // Compilers that come and go would take their time along.
    command.add("-XX:-UseDynamicNumberOfCompilerThreads");
    command.addAll(options);
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.addAll(program);
    TemporaryDirectory logs = TemporaryDirectory.create("bench-child-");
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectError(logs.path().resolve("err").toFile());
    builder.redirectOutput(logs.path().resolve("out").toFile());
    return new ChildProcess(builder.start(), logs);
  }

  /** Memory, collector and open packages are those of the product; agents and flags are not. */
  private static boolean isInherited(String option) {
    return option.startsWith("--add-opens")
        || option.startsWith("-Xmx")
        || option.endsWith("GC")
        || option.startsWith("-Dlog4j");
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Waits for its end; what it printed last. */
  String lastLine() throws IOException, InterruptedException {
    if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
      throw new BenchException(
          "a measured process did not end within " + PATIENCE_MINUTES + " minutes");
    }
    List<String> out = read("out");
    if (process.exitValue() != 0 || out.isEmpty()) {
      throw failed();
    }
    return out.get(out.size() - 1);
  }

  /** What went wrong, with the last of what it said. */
  BenchException failed() throws IOException {
    List<String> said = read("err");
    List<String> last = said.subList(Math.max(0, said.size() - SHOWN_LINES), said.size());
    return new BenchException(
        "a measured process failed (%s); it said last:%n  %s"
            .formatted(
                process.isAlive() ? "still running" : "exit code " + process.exitValue(),
                String.join(System.lineSeparator() + "  ", last)));
  }

  private List<String> read(String name) throws IOException {
    return Files.readAllLines(logs.path().resolve(name), StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (!ending.isAlive()) {
      removeHook();
    }
    logs.close();
  }

  private void removeHook() {
    try {
      Runtime.getRuntime().removeShutdownHook(ending);
    } catch (IllegalStateException e) {
      return; // this process is ending too
    }
  }
}
