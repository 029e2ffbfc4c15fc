package io.mirrorcore.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.GlobalConfiguration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClusterDirectoryTest {

  @TempDir private Path root;

  private static void refuses(ThrowingCallable attempt, String... words) {
    assertThatThrownBy(attempt)
        .isInstanceOf(ClusterException.class)
        .hasMessageContainingAll(words)
        .message()
        .doesNotContain("\n");
  }

  private ClusterDirectory made(Path path) {
    ClusterDirectory directory = new ClusterDirectory(path);
    directory.create();
    new ConfigurationFile(directory).write(new ClusterSettings(1, 1, 0, Map.of()));
    return directory;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain",
        "a b",
        "\u00e4\u6f22",
        "%20",
        "100%",
        "a+b",
        "#1",
        "what?",
        "it's",
        "\"q\""
      })
  void flinkPutsStateWhereItIsLookedFor(String name) throws Exception {
    ClusterDirectory directory = made(root.resolve(name));

    Configuration read =
        GlobalConfiguration.loadConfiguration(directory.configuration().toString());
    for (var option :
        List.of(
            CheckpointingOptions.CHECKPOINTS_DIRECTORY, CheckpointingOptions.SAVEPOINT_DIRECTORY)) {
      org.apache.flink.core.fs.Path state = new org.apache.flink.core.fs.Path(read.get(option));
      state.getFileSystem().mkdirs(new org.apache.flink.core.fs.Path(state, "job/id/chk-1"));
    }

    assertThat(directory.checkpoints().resolve("job/id/chk-1")).isDirectory();
    assertThat(directory.savepoints().resolve("job/id/chk-1")).isDirectory();
    Files.createFile(directory.checkpoints().resolve("job/id/chk-1/_metadata"));
    RetainedState newest =
        RetainedState.newest(RetainedState.checkpoints(directory.checkpoints().resolve("job")))
            .orElseThrow();
    URI restored =
        new org.apache.flink.core.fs.Path(
                JobSubmission.of("job", List.of()).restoring(newest).restore().orElseThrow())
            .toUri();
    assertThat(Path.of(restored.getPath())).isEqualTo(newest.path());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a:b", "a,b"})
  void whatFlinkTakesForASeparatorIsRefused(String name) {
    refuses(() -> new ClusterDirectory(root.resolve(name)).create(), "colon or comma", name);
    assertThat(root).isEmptyDirectory();
  }

  @Test
  void clearsWhatItHasMade() throws IOException {
    ClusterDirectory directory = made(root.resolve("x"));
    Files.writeString(directory.temporary().resolve("blob"), "x");

    directory.clear(false);

    assertThat(directory.temporary()).doesNotExist();
    assertThat(directory.processes()).doesNotExist();
    assertThat(directory.configuration()).isNotEmptyDirectory();
    directory.clear(false);
  }

  @Test
  void stopDeletesNothingThatNoClusterHasMade() throws IOException {
    Path users = Files.writeString(Files.createDirectory(root.resolve("tmp")).resolve("a"), "x");
    Path pid =
        Files.writeString(Files.createDirectory(root.resolve("run")).resolve("n.pid"), "1\n");

    refuses(() -> FlinkCluster.in(root).stop(), "tmp", "nothing is deleted");
    assertThat(users).exists();
    assertThat(pid).exists();

    Path below = root.resolve("cluster");
    made(below).clear(false);
    Files.writeString(Files.createDirectory(below.resolve("tmp")).resolve("a"), "x");
    refuses(() -> FlinkCluster.in(below).stop(), "tmp", "nothing is deleted");
  }

  @Test
  void clearsWhatAnEarlierVersionHasMade() throws IOException {
    ClusterDirectory directory = made(root.resolve("x"));
    Files.delete(directory.temporary().resolve(".made-by-mirrorcore"));
    Files.delete(directory.processes().resolve(".made-by-mirrorcore"));
    Files.writeString(directory.processes().resolve("jobmanager.pid"), "999999999 1000 -\n");

    directory.clear(true);

    assertThat(directory.temporary()).doesNotExist();
  }

  @Test
  void startOverwritesNoConfigurationOfAnotherFlink() throws IOException {
    Path conf = Files.createDirectory(root.resolve("conf")).resolve("config.yaml");
    Files.writeString(conf, "env: {}\n");

    refuses(() -> new ClusterDirectory(root).create(), "conf", "another --dir");
    assertThat(conf).hasContent("env: {}\n");
  }

  @Test
  void nothingIsDeletedBesideAProcessThatLives() throws Exception {
    ClusterDirectory directory = made(root.resolve("x"));
    Process stranger =
        new ProcessBuilder(
                "sh",
                "-c",
                "read line; true",
                "x",
                "--configDir",
                directory.configuration().toString())
            .start();
    try {
      refuses(() -> FlinkCluster.in(directory.root()).stop(), "process " + stranger.pid());
      assertThat(directory.temporary()).isDirectory();
    } finally {
      stranger.destroyForcibly().waitFor();
    }
    FlinkCluster.in(directory.root()).stop();
    assertThat(directory.temporary()).doesNotExist();
  }

  @Test
  void aFileInItsPlaceIsOneSentence() throws IOException {
    Path file = Files.createFile(root.resolve("file"));

    refuses(() -> new ClusterDirectory(file).create(), "file", "another --dir");
  }
}
