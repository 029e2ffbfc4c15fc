package io.mirrorcore.cluster;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Flink's own programs that run to their end, each in a JVM of its own: the client that submits a
 * job, and the one that computes the memory settings of a process. They have JVMs of their own
 * because this one may have the job's classes on its class path already, which the client would
 * then load a second time from the job's jar.
 */
final class FlinkClient {

  private static final Pattern JOB_ID = Pattern.compile("JobID ([0-9a-f]{32})");
  private static final String CLIENT = "org.apache.flink.client.cli.CliFrontend";
  private static final String RESULT = "BASH_JAVA_UTILS_EXEC_RESULT:";

  private final ClusterLibrary library;
  private final ClusterDirectory directory;
  private final List<String> options;

  /** The same, for a program that ends sooner than a compiler would help it. */
  private final List<String> brief;

  FlinkClient(ClusterLibrary library, ClusterDirectory directory, ConfigurationFile configuration) {
    this.library = library;
    this.directory = directory;
    List<String> logging = logging(configuration, log(), directory);
    this.options = with(logging, configuration.javaOptions("client"));
    this.brief = with(options, List.of("-XX:TieredStopAtLevel=1"));
  }

  private static List<String> with(List<String> some, List<String> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }

  /** Options of a JVM: where it logs, and where it puts temporary files that Flink knows not of. */
  static List<String> logging(
      ConfigurationFile configuration, Path log, ClusterDirectory directory) {
    return List.of(
        "-Dlog4j.configurationFile=" + configuration.log4j().toUri(),
        "-Dlog.file=" + log,
        "-Dlog.pattern=" + log.toString().replace("%", "%%"),
        "-Djava.io.tmpdir=" + directory.temporary());
  }

  /** Submits a job and returns its id. */
  String submit(JobSubmission job) throws InterruptedException {
    List<String> command = library.java(brief, CLIENT);
    command.addAll(List.of("run", "--detached", "--target", "remote"));
    command.add(
        "-Dexecution.checkpointing.dir="
            + RetainedState.uri(directory.checkpoints().resolve(job.name())));
    job.restore()
        .ifPresent(
            path ->
                command.addAll(
                    List.of(
                        "--fromSavepoint",
                        path,
                        "--claimMode",
                        job.claim() ? "CLAIM" : "NO_CLAIM")));
    command.add(library.job().toString());
    command.addAll(job.arguments());
    String said = run(command);
    Matcher id = JOB_ID.matcher(said);
    if (!id.find()) {
      throw failure("the job was not submitted", said);
    }
    return id.group(1);
  }

  /**
   * Runs a job of the jar that drives itself, until it has ended.
   *
   * @param mainClass of the job
   * @param out takes what the job says, line by line
   * @throws ClusterException when it fails
   */
  void run(String mainClass, List<String> arguments, Consumer<String> out)
      throws InterruptedException {
    List<String> command = library.java(options, CLIENT);
    command.addAll(List.of("run", "--target", "remote", "-Dexecution.attached=true"));
    command.add("-Dexecution.shutdown-on-attached-exit=true");
    command.addAll(List.of("--class", mainClass, library.job().toString()));
    command.addAll(arguments);
    List<String> trace = new ArrayList<>();
    Process process = start(command);
    try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = said.readLine(); line != null; line = said.readLine()) {
        if (!trace.isEmpty() || line.matches("-{20,}")) {
          trace.add(line);
        } else {
          out.accept(line);
        }
      }
      if (process.waitFor() != 0) {
        throw failure("the job has failed", String.join("\n", trace));
      }
    } catch (IOException e) {
      throw new ClusterException("cannot read what the client says: " + e.getMessage(), e);
    } finally {
      process.destroy();
    }
  }

  private Path log() {
    return directory.logs().resolve("client.log");
  }

  private ClusterException failure(String what, String said) {
    return new ClusterException(
        "%s: %s (all of it is in %s)".formatted(what, FlinkRest.innermost(trace(said)), log()));
  }

  /** What follows the client's own words. */
  private static String trace(String said) {
    return said.replaceFirst("(?s)^(.*?\\n)?-{20,}\\n", "")
        .replaceFirst("(?s)^.*?following exception:\\s*", "")
        .strip();
  }

  /**
   * Options for the JVM and arguments for the program, by what the configuration says of memory.
   */
  Resources resources(boolean jobManager) throws InterruptedException {
    List<String> command = library.java(brief, "org.apache.flink.runtime.util.bash.BashJavaUtils");
    command.add(jobManager ? "GET_JM_RESOURCE_PARAMS" : "GET_TM_RESOURCE_PARAMS");
    command.addAll(
        List.of(ClusterDirectory.CONFIGURATION_OPTION, directory.configuration().toString()));
    String said = run(command);
    List<String> results =
        said.lines()
            .filter(line -> line.startsWith(RESULT))
            .map(line -> line.substring(RESULT.length()))
            .toList();
    if (results.size() != 2) {
      throw new ClusterException(
          "the memory settings cannot be used: " + FlinkRest.innermost(said.strip()));
    }
    return new Resources(words(results.get(0)), words(results.get(1)));
  }

  private static List<String> words(String line) {
    return List.of(line.strip().split("\\s+", -1));
  }

  private String run(List<String> command) throws InterruptedException {
    Process process = start(command);
    try {
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      process.waitFor();
      return said;
    } catch (IOException e) {
      throw new ClusterException("cannot read what the client says: " + e.getMessage(), e);
    }
  }

  private Process start(List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("FLINK_CONF_DIR", directory.configuration().toString());
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      return process;
    } catch (IOException e) {
      throw new ClusterException("cannot run " + command.get(0) + ": " + e.getMessage(), e);
    }
  }

  /**
   * What a process of Flink is given for its memory.
   *
   * @param jvm options of the JVM
   * @param program arguments of the program
   */
  record Resources(List<String> jvm, List<String> program) {}
}
