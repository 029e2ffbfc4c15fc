package io.mirrorcore.local.job;

import io.mirrorcore.jobs.config.key.PipelineKeys;
import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.plan.JobPlan;
import io.mirrorcore.jobs.plan.RunPlan;
import io.mirrorcore.jobs.topology.JobEnvironment;
import io.mirrorcore.jobs.topology.Outputs;
import io.mirrorcore.jobs.topology.PipelineTopology;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The savepoints of the releases: how one is taken, kept as a file, and restored. */
final class Savepoints {

  /** One directory a release, with the packed metadata file that holds the whole savepoint. */
  static final Path KEPT = Path.of("../../src/reference/savepoints");

  private static final String METADATA = "_metadata";

  private Savepoints() {}

  /** Releases with a savepoint, oldest first. */
  static List<String> releases() throws IOException {
    try (Stream<Path> directories = Files.list(KEPT)) {
      return directories
          .filter(Files::isDirectory)
          .map(directory -> directory.getFileName().toString())
          .sorted(Comparator.comparing(Runtime.Version::parse))
          .toList();
    }
  }

  static Path file(String release) {
    return KEPT.resolve(release).resolve(METADATA + ".gz");
  }

  /** Runs the pipeline up to the gate of its inputs and stops it there with a savepoint. */
  static Path take(Settings settings, GatedInputs inputs, Outputs outputs, Path directory)
      throws Exception {
    return take(JobEnvironment.offline(RunPlan.of(settings)), settings, inputs, outputs, directory);
  }

  /** The same with settings of Flink's own. */
  static Path take(
      Configuration flink, Settings settings, GatedInputs inputs, Outputs outputs, Path directory)
      throws Exception {
    flink.set(RestOptions.BIND_PORT, "0");
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.createLocalEnvironment(
            settings.get(PipelineKeys.JOB_PARALLELISM), flink);
    PipelineTopology.define(env, JobPlan.of(settings), inputs, outputs);
    JobClient job = env.executeAsync("savepoint");
    inputs.awaitGate();
    String path =
        job.stopWithSavepoint(false, directory.toUri().toString(), SavepointFormatType.CANONICAL)
            .get();
    return Path.of(URI.create(path));
  }

  /** Keeps a savepoint, which must be one file. */
  static void keep(Path savepoint, Path file) throws IOException {
    try (Stream<Path> parts = Files.list(savepoint)) {
      List<String> names = parts.map(part -> part.getFileName().toString()).toList();
      if (!names.equals(List.of(METADATA))) {
        throw new IllegalStateException("a savepoint must be one file; have " + names);
      }
    }
    Files.createDirectories(file.getParent());
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      Files.copy(savepoint.resolve(METADATA), out);
    }
  }

  /** Unpacks the savepoint of a release into {@code directory}. */
  static Path unpacked(String release, Path directory) throws IOException {
    Path savepoint = Files.createDirectories(directory.resolve("savepoint-" + release));
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file(release)))) {
      Files.write(savepoint.resolve(METADATA), in.readAllBytes());
    }
    return savepoint;
  }

  /** Runs the pipeline to its end, from a savepoint where there is one. */
  static CollectedOutputs run(Settings settings, GatedInputs inputs, Path savepoint)
      throws Exception {
    Configuration flink = JobEnvironment.offline(RunPlan.of(settings));
    if (savepoint != null) {
      flink.set(StateRecoveryOptions.SAVEPOINT_PATH, savepoint.toUri().toString());
    }
    CollectedOutputs outputs = new CollectedOutputs();
    try (LocalJob job = LocalJob.start(flink, JobPlan.of(settings), inputs, outputs)) {
      job.await();
    }
    return outputs;
  }
}
