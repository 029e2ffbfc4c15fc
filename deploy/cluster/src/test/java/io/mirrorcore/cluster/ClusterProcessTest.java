package io.mirrorcore.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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

  private ClusterProcess start(String script, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("sh", "-c", script + "; true"));
    command.addAll(List.of(arguments));
    process =
        ClusterProcess.start(
            directory, "taskmanager-1", "id-1", command, directory, directory.resolve("out"));
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
    long ticks = Long.parseLong(started.start().text().replaceFirst("@.*", ""));
    String boot = started.start().text().replaceFirst(".*@", "");

    for (String other : List.of(ticks - 1 + "@" + boot, ticks + "@another-boot", "60000")) {
      ClusterProcess before =
          new ClusterProcess(started.name(), "id-0", started.pid(), ProcessStart.parse(other));
      assertThat(before.isAlive()).as(other).isFalse();
      assertThat(before.handle()).as(other).isEmpty();
    }
  }

  @Test
  void aFileOfAnEarlierVersionStillTellsTheProcess() throws IOException {
    ClusterProcess started = start("sleep 600");
    long millis = started.handle().orElseThrow().info().startInstant().orElseThrow().toEpochMilli();
    Path file = directory.resolve("taskmanager-1.pid");

    Files.writeString(file, started.pid() + " " + (millis - 1500) + " id-1\n");
    assertThat(ClusterProcess.read(file).orElseThrow().isAlive()).isTrue();

    Files.writeString(file, started.pid() + " " + (millis - 3600_000) + " id-1\n");
    ClusterProcess moved = ClusterProcess.read(file).orElseThrow();
    assertThat(moved.isAlive()).as("by the clock alone").isFalse();
    assertThat(moved.recognised(directory).isAlive()).as("not of this configuration").isFalse();
  }

  @Test
  void isRecognisedByItsCommandLineWhenTheClockWasSet() throws IOException {
    Path conf = directory.resolve("conf of \u00e4");
    ClusterProcess started = start("sleep 600", "x", "--configDir", conf.toString());
    ClusterProcess moved =
        new ClusterProcess(
            started.name(), "id-1", started.pid(), ProcessStart.parse("1000000000000"));

    assertThat(moved.isAlive()).isFalse();
    assertThat(moved.recognised(conf)).isEqualTo(started);
    assertThat(moved.recognised(conf).isAlive()).isTrue();
    assertThat(RunningProcesses.of(conf, List.of())).containsExactly(started.pid());
    assertThat(RunningProcesses.of(conf, List.of(started))).isEmpty();
    assertThat(RunningProcesses.of(directory, List.of())).isEmpty();
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
    for (String text :
        List.of("", "12", "a b c", "1 2 3 4", "1 2@ 3", "1 99999999999999999999 3")) {
      Path file = Files.writeString(directory.resolve("x.pid"), text);
      assertThat(ClusterProcess.read(file)).as(text).isEmpty();
    }
    assertThat(ClusterProcess.read(directory.resolve("none.pid"))).isEmpty();
  }
}
