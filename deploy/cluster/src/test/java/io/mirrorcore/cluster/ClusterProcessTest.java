package io.mirrorcore.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterProcessTest {

  @TempDir private Path directory;
  private ClusterProcess process;

  @AfterEach
  void nothingIsLeft() {
    if (process != null) {
      process.handle().ifPresent(ProcessHandle::destroyForcibly);
    }
  }

  private ClusterProcess start(String script) throws IOException {
    process =
        ClusterProcess.start(
            directory,
            "taskmanager-1",
            "id-1",
            List.of("sh", "-c", script),
            directory,
            directory.resolve("out"));
    return process;
  }

  @Test
  void isFoundAgainByItsFile() throws IOException {
    ClusterProcess started = start("sleep 600");

    assertThat(ClusterProcess.read(directory.resolve("taskmanager-1.pid"))).contains(started);
    assertThat(started.isAlive()).isTrue();
    assertThat(started.isJobManager()).isFalse();
  }

  @Test
  void isNotTheProcessThatGotItsPidLater() throws IOException {
    ClusterProcess started = start("sleep 600");
    ClusterProcess before =
        new ClusterProcess(started.name(), "id-0", started.pid(), started.startMillis() - 60_000);

    assertThat(before.isAlive()).isFalse();
    assertThat(before.handle()).isEmpty();
  }

  @Test
  void endsByForceWhenItDoesNotListen() throws Exception {
    ClusterProcess stubborn = start("trap '' TERM; echo ready; while :; do sleep 1; done");
    Path out = directory.resolve("out");
    await().forever().until(() -> Files.readString(out).contains("ready"));

    stubborn.end(1);

    assertThat(stubborn.isAlive()).isFalse();
  }

  @Test
  void aDamagedFileIsNoProcess() throws IOException {
    for (String text : List.of("", "12", "a b c", "1 2 3 4")) {
      Path file = Files.writeString(directory.resolve("x.pid"), text);
      assertThat(ClusterProcess.read(file)).as(text).isEmpty();
    }
    assertThat(ClusterProcess.read(directory.resolve("none.pid"))).isEmpty();
  }
}
