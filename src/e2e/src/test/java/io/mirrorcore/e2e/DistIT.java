package io.mirrorcore.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mirrorcore.jobs.topic.Topic;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The archive, unpacked in an empty directory, on a machine that has Java and no Maven. */
@ExtendWith(SharedBroker.class)
class DistIT {

  private static final Path BUILT = Path.of("../../deploy/dist/target");

  /** What the launcher calls. There is no mvn among it. */
  private static final List<String> TOOLS =
      List.of("env", "bash", "sed", "head", "dirname", "readlink", "sha256sum", "java");

  @TempDir private static Path directory;

  private static Path unpacked;

  @BeforeAll
  static void unpack() throws Exception {
    Path archive = only(BUILT, ".tar.gz");
    Process tar =
        new ProcessBuilder("tar", "-xzf", archive.toAbsolutePath().toString())
            .directory(directory.toFile())
            .inheritIO()
            .start();
    assertThat(tar.waitFor()).isZero();
    unpacked = only(directory, "");
    Path bin = Files.createDirectory(directory.resolve("bin"));
    for (String tool : TOOLS) {
      Path script = bin.resolve(tool);
      Files.writeString(script, "#!/bin/sh\nexec %s \"$@\"\n".formatted(found(tool)));
      assertThat(script.toFile().setExecutable(true)).isTrue();
    }
  }

  private static Path only(Path parent, String end) throws IOException {
    try (Stream<Path> all = Files.list(parent)) {
      List<Path> those =
          all.filter(
                  path -> path.getFileName().toString().matches("mirrorcore-.*\\Q" + end + "\\E"))
              .toList();
      assertThat(those).hasSize(1);
      return those.get(0);
    }
  }

  private static Path found(String tool) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
        .map(bin -> Path.of(bin, tool))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + tool + " on the PATH"));
  }

  private record Said(int exit, String out, String err) {}

  private static Said type(String... command) throws Exception {
    Path out = Files.createTempFile(directory, "said", ".out");
    Path err = Files.createTempFile(directory, "said", ".err");
    int exit =
        process(command).redirectOutput(out.toFile()).redirectError(err.toFile()).start().waitFor();
    return new Said(exit, Files.readString(out), Files.readString(err));
  }

  private static ProcessBuilder process(String... command) {
    ProcessBuilder process = new ProcessBuilder(command).directory(unpacked.toFile());
    process.environment().clear();
    process.environment().put("PATH", directory.resolve("bin").toString());
    process.environment().put("HOME", directory.toString());
    process.environment().put("JAVA_HOME", System.getProperty("java.home"));
    return process;
  }

  @Test
  void holdsWhatItsChecksumsSay() throws Exception {
    Said said = type("sha256sum", "--quiet", "--check", "SHA256SUMS");
    assertThat(said.exit()).as(said.err()).isZero();
    assertThat(Files.readString(unpacked.resolve("SHA256SUMS")).lines())
        .hasSizeGreaterThan(100)
        .anyMatch(line -> line.endsWith("  cluster/job/mirrorcore-jobs.jar"))
        .anyMatch(line -> line.endsWith("  LICENSE"));
    // A build without a network makes no bill of materials.
    assertThat(unpacked.resolve("bom.json").toFile().exists())
        .isEqualTo(Files.exists(Path.of("../../target/bom.json")));
  }

  @Test
  void itsConfigurationIsEveryOptionWithItsDefault() throws Exception {
    Said said = type("./mirrorcore", "config", "check", "--config", "conf/mirrorcore.yaml");
    assertThat(said.exit()).as(said.err()).isZero();
    assertThat(type("./mirrorcore", "config", "print").out())
        .isEqualTo(Files.readString(unpacked.resolve("conf/mirrorcore.yaml")));
  }

  @Test
  void runsTheDemo() throws Exception {
    Path err = directory.resolve("demo.err");
    Process demo =
        process("./mirrorcore", "demo", "--format", "json").redirectError(err.toFile()).start();
    try (BufferedReader out = demo.inputReader()) {
      assertThat(out.readLine()).as(Files.readString(err)).contains("\"kktResidual\"");
    } finally {
      demo.destroy();
    }
    assertThat(demo.waitFor()).as(Files.readString(err)).isEqualTo(128 + 15); // by SIGTERM
    assertThat(Files.readString(err)).contains("worst KKT residual").doesNotContain("Exception");
  }

  @Test
  void startsACluster() throws Exception {
    try {
      Said started = type("./mirrorcore", "cluster", "start", "--taskmanagers=1", "--slots=1");
      assertThat(started.exit()).as(started.err()).isZero();
      assertThat(type("./mirrorcore", "cluster", "status").out()).contains("taskmanager-1");
    } finally {
      assertThat(type("./mirrorcore", "cluster", "stop").out()).contains("stopped 2 processes");
    }
  }

  /**
   * The upgrade of the runbook, from what release 0.1.0 has left: every close that follows comes
   * once, as of a job of this release that has seen them all.
   */
  @Test
  void goesOnFromASavepointOfTheFirstRelease() throws Exception {
    FirstRelease old = new FirstRelease(directory);
    Stage live = stage(FirstRelease.JOB);
    Stage whole = stage("not-upgraded");
    for (Stage each : List.of(live, whole)) {
      each.succeed("feed", "--prices=" + old.before());
    }
    Path cluster = directory.resolve("upgraded");
    try {
      onCluster(cluster, "start", "--taskmanagers=1", "--slots=1");
      onCluster(
          cluster, "submit", "-p=1", "--config=" + live.file(), "--restore=" + old.savepoint());
      for (Stage each : List.of(live, whole)) {
        each.succeed("feed", "--prices=" + old.after());
      }
      int expected = old.closes() - FirstRelease.CLOSES;
      await().forever().until(() -> live.readAll(Topic.STRATEGY_RETURNS).size() >= expected);
      onCluster(cluster, "savepoint", "--stop");
    } finally {
      onCluster(cluster, "stop");
    }
    whole.succeed("run", "--replay");
    for (Topic topic : List.of(Topic.STRATEGY_RETURNS, Topic.WEIGHTS)) {
      List<String> came = live.readAll(topic);
      List<String> all = whole.readAll(topic);
      assertThat(uncounted(came))
          .isNotEmpty()
          .isEqualTo(uncounted(all.subList(all.size() - came.size(), all.size())));
    }
    assertThat(live.readAll(Topic.DEAD_LETTER)).isEmpty();
  }

  /** Without the count of weights, which release 0.1.0 did not keep: it begins anew. */
  private static List<String> uncounted(List<String> records) {
    return records.stream()
        .map(record -> record.replaceFirst("\"sequence\":[0-9]+", "\"sequence\":0"))
        .toList();
  }

  private static Stage stage(String name) throws IOException {
    return new Stage(
        directory,
        1,
        name,
        List.of("kafka.bootstrap.servers: " + SharedBroker.servers()),
        List.of("bars.interval: 1d", "job.inputs: [prices]", "compatibility: 0.1"));
  }

  private static void onCluster(Path cluster, String verb, String... options) throws Exception {
    List<String> command = new ArrayList<>(List.of("./mirrorcore", "cluster", verb));
    command.addAll(List.of(options));
    command.add("--dir=" + cluster);
    Said said = type(command.toArray(String[]::new));
    assertThat(said.exit()).as(command + " said " + said.out() + said.err()).isZero();
  }

  @Test
  void makesNoArchiveOfItself() throws Exception {
    Said said = type("./mirrorcore", "dist");
    assertThat(said.exit()).isEqualTo(1);
    assertThat(said.err()).contains("needs the repository");
  }
}
