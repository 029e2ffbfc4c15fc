package io.mirrorcore.bench.command;

import io.mirrorcore.bench.figure.CaseResult;
import io.mirrorcore.bench.figure.Sample;
import io.mirrorcore.local.files.TemporaryDirectory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Processor time of commands that end at once, the whole of it: what the shell script does, the
 * virtual machine with its compilers, and the command.
 */
final class StartupRun {

  private static final Path OWN = Path.of("/proc/self/stat");

  /** Time of processes that have ended, user and system: fields 16 and 17, counted from 1. */
  private static final int ENDED_USER = 16 - 3;

  /** Of the kernel's clock, which all Linux machines show to programs as 100 a second. */
  private static final double TICKS_PER_SECOND = 100;

  private static final String PROBLEM =
      """
      {"mu": [0.001, 0.0005, 0.0008],
       "sigma": [[1e-4, 2e-5, 0], [2e-5, 2e-4, 1e-5], [0, 1e-5, 1.5e-4]],
       "lambda": 100, "eta": 0.05, "max_weight": 0.6}
      """;

  private final Path launcher;
  private final int runs;
  private final MachineLoad load;

  /**
   * @param launcher the script
   * @param runs of each command, 1 or more
   */
  StartupRun(Path launcher, int runs, MachineLoad load) {
    this.launcher = launcher;
    this.runs = runs;
    this.load = load;
  }

  static boolean isPossible() {
    return Files.isReadable(OWN);
  }

  List<CaseResult> measure() throws IOException, InterruptedException {
    try (TemporaryDirectory directory = TemporaryDirectory.create("bench-startup-")) {
      Path problem = Files.writeString(directory.path().resolve("problem.json"), PROBLEM);
      Path configuration = Files.writeString(directory.path().resolve("c.yaml"), "job.name: a\n");
      List<CaseResult> results = new ArrayList<>();
      results.add(measure("start-help", 0.35, "--help"));
      results.add(
          measure("start-config", 0.4, "config", "check", "--config", configuration.toString()));
      results.add(measure("start-optimize", 0.5, "optimize", "--problem", problem.toString()));
      return results;
    }
  }

  private CaseResult measure(String name, double goal, String... arguments)
      throws IOException, InterruptedException {
    run(arguments); // files come into the cache
    load.look();
    List<Double> seconds = new ArrayList<>();
    for (int i = 0; i < runs; i++) {
      double before = ended();
      run(arguments);
      seconds.add(ended() - before);
    }
    return CaseResult.of(name, "CPU of mirrorcore " + arguments[0], new Sample(seconds), "s", goal);
  }

  private void run(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    int code = builder.start().waitFor();
    if (code != 0) {
      throw new BenchException(String.join(" ", command) + " ended with exit code " + code);
    }
  }

  /** Processor time of all processes that this one has started and that have ended, seconds. */
  private static double ended() throws IOException {
    return ended(Files.readString(OWN, StandardCharsets.UTF_8));
  }

  static double ended(String stat) {
    // The name of the program, in brackets, may hold anything.
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    return (Long.parseLong(fields[ENDED_USER]) + Long.parseLong(fields[ENDED_USER + 1]))
        / TICKS_PER_SECOND;
  }
}
