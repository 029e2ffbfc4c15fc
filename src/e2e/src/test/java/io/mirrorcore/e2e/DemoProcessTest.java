package io.mirrorcore.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo as a user starts it: a process of its own, ended by Ctrl-C. */
class DemoProcessTest {

  @TempDir private Path directory;

  private Process demo;

  @AfterEach
  void endTheProcessWhateverHappened() {
    if (demo != null) {
      demo.descendants().forEach(ProcessHandle::destroyForcibly);
      demo.destroyForcibly();
    }
  }

  @Test
  void publishesProvenWeightsWithinAMinuteAndEndsCleanlyAtCtrlC() throws Exception {
    Path out = directory.resolve("out");
    Path err = directory.resolve("err");
    Path temporary = Files.createDirectory(directory.resolve("tmp"));
    demo = start(temporary, out, err);

    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> !demo.isAlive() || !completeLines(out).isEmpty());
    await().atMost(Duration.ofSeconds(60)).until(() -> completeLines(out).size() >= 3);
    listensOnLoopbackOnly(demo);
    interrupt(demo);
    if (!demo.waitFor(20, TimeUnit.SECONDS)) {
      // A build in the background has its children ignore INT; TERM takes the same way out.
      demo.destroy();
    }
    assertThat(demo.waitFor(45, TimeUnit.SECONDS)).as("ends at Ctrl-C").isTrue();

    List<String> lines = Files.readAllLines(out);
    assertThat(lines).hasSizeGreaterThanOrEqualTo(3).allSatisfy(WeightsCheck::check);
    assertThat(demo.exitValue()).isIn(130, 143);
    assertThat(Files.readString(err))
        .contains("0 outside [0, cap]", "dead letters none")
        .doesNotContain("Exception", " WARN ", " ERROR ");
    try (Stream<Path> left = Files.list(temporary)) {
      assertThat(left.filter(p -> p.getFileName().toString().startsWith("mirrorcore"))).isEmpty();
    }
  }

  /** Broker, controller, and Flink's REST and blob servers: nobody else's business. */
  private static void listensOnLoopbackOnly(Process process) throws IOException {
    if (ListeningSockets.areTold()) {
      assertThat(ListeningSockets.of(process.pid())).hasSizeGreaterThanOrEqualTo(3);
      assertThat(ListeningSockets.beyondLoopback(process.pid())).isEmpty();
    }
  }

  private static Process start(Path temporary, Path out, Path err) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "-Xmx1g",
            "-Djava.io.tmpdir=" + temporary,
            "-cp",
            System.getProperty("java.class.path"),
            "io.mirrorcore.local.Mirrorcore",
            "demo",
            "--headless",
            "--format=json",
            "--speed=1200x")
        .redirectOutput(Redirect.to(out.toFile()))
        .redirectError(Redirect.to(err.toFile()))
        .start();
  }

  /** What Ctrl-C sends; {@code Process.destroy} would send TERM. */
  private static void interrupt(Process process) throws Exception {
    Process kill = new ProcessBuilder("sh", "-c", "kill -INT " + process.pid()).start();
    assertThat(kill.waitFor(10, TimeUnit.SECONDS)).isTrue();
  }

  private static List<String> completeLines(Path file) throws IOException {
    String text = Files.exists(file) ? Files.readString(file) : "";
    return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
  }
}
