package io.mirrorcore.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo as a user starts it: a process of its own, ended by Ctrl-C. */
class DemoProcessTest {

  /** Signal 2 in a set of signals. */
  private static final long INTERRUPTS = 1 << 1;

  /** What a broker says when it is slow to start: to itself, and to one who looks what it is. */
  /** Of our own look at what listens there, when the answer takes long. */
  private static final String GLANCE = "Invalid receive (size = 369296129";

  /** The broker's own words for a machine that is too busy: what it warns of then is its own. */
  private static final String OVERLOADED = "controller event queue overloaded";

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
  void publishesProvenWeightsAndEndsCleanlyAtCtrlC() throws Exception {
    Path out = directory.resolve("out");
    Path err = directory.resolve("err");
    Path temporary = Files.createDirectory(directory.resolve("tmp"));
    demo = start(temporary, out, err);

    await().forever().until(() -> !demo.isAlive() || completeLines(out).size() >= 3);
    listensOnLoopbackOnly(demo);
    interrupt(demo);
    demo.waitFor();

    List<String> lines = Files.readAllLines(out);
    assertThat(lines).hasSizeGreaterThanOrEqualTo(3).allSatisfy(WeightsCheck::check);
    assertThat(demo.exitValue()).as("128 and the signal").isIn(130, 143);
    assertThat(Files.readString(err))
        .contains("0 outside [0, cap]")
        .containsPattern("dead letters (none|\\{LATE=\\d+})") // a slow machine makes some late
        .doesNotContain("Exception");
    assertThat(Files.readString(err))
        .satisfiesAnyOf(
            said -> assertThat(said).contains(OVERLOADED),
            said ->
                assertThat(said.lines().filter(line -> line.matches(".* (WARN|ERROR) .*")))
                    .allMatch(line -> line.contains(GLANCE)));
    assertThat(temporary).isEmptyDirectory();
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
            "--seed=7")
        .redirectOutput(Redirect.to(out.toFile()))
        .redirectError(Redirect.to(err.toFile()))
        .start();
  }

  /**
   * Sends what Ctrl-C does. A build in the background has its children ignore that: they get TERM,
   * which takes the same way out.
   */
  private static void interrupt(Process process) throws Exception {
    String signal = ignoresInterrupts(process) ? "TERM" : "INT";
    ProcessBuilder kill = new ProcessBuilder("sh", "-c", "kill -" + signal + " " + process.pid());
    assertThat(kill.start().waitFor()).isZero();
  }

  private static boolean ignoresInterrupts(Process process) throws IOException {
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    if (!Files.exists(status)) {
      return false; // another system
    }
    String ignored =
        Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("SigIgn:"))
            .findFirst()
            .orElseThrow()
            .replaceFirst("SigIgn:\\s*", "");
    return (Long.parseUnsignedLong(ignored, 16) & INTERRUPTS) != 0;
  }

  private static List<String> completeLines(Path file) throws IOException {
    String text = Files.exists(file) ? Files.readString(file) : "";
    return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
  }
}
