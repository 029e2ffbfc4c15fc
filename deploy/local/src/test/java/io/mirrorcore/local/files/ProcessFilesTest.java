package io.mirrorcore.local.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mirrorcore.local.Mirrorcore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as a process of its own, and what it leaves among the temporary files. */
class ProcessFilesTest {

  @TempDir private Path directory;
  private Path temporary;
  private Process process;

  @BeforeEach
  void makePlace() throws IOException {
    temporary = Files.createDirectory(directory.resolve("tmp of \u00e4 %20+#"));
  }

  @AfterEach
  void endTheProcessWhateverHappened() {
    if (process != null) {
      process.destroyForcibly();
    }
  }

  private Process start(String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-Xmx700m",
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                System.getProperty("java.class.path"),
                Mirrorcore.class.getName()));
    command.addAll(List.of(arguments));
    process =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(Redirect.to(said().toFile()))
            .start();
    return process;
  }

  private Path said() {
    return directory.resolve("said");
  }

  @Test
  void nothingIsLeftOfAClusterInThisProcess() throws Exception {
    Path prices = directory.resolve("prices.csv");
    Files.writeString(
        prices, "symbol,time,open,high,low,close,volume\nA,1600000020000,1,1,1,1,1\n");

    assertThat(start("signals", "--prices", "prices.csv", "--out", "out.csv").waitFor())
        .as(Files.readString(said()))
        .isZero();

    assertThat(directory.resolve("out.csv")).isNotEmptyFile();
    assertThat(temporary).isEmptyDirectory();
  }

  @Test
  void whatAKilledDemoHasLeftIsCollectedByTheNextCommand() throws Exception {
    start("demo", "--headless");
    await().forever().until(() -> !process.isAlive() || hasState());
    assertThat(process.isAlive()).as(Files.readString(said())).isTrue();
    Path users = Files.createDirectory(temporary.resolve("mirrorcore-of-the-user"));
    process.destroyForcibly().waitFor();
    assertThat(left()).hasSize(2);

    assertThat(start("config", "check").waitFor()).isZero();

    assertThat(left()).containsExactly(users);
  }

  /** Broker and cluster have begun, and checkpoints are where they are deleted. */
  private boolean hasState() throws IOException {
    try (Stream<Path> all = Files.walk(temporary)) {
      return all.anyMatch(
          path -> path.toString().matches(".*mirrorcore-checkpoints-.*/chk-\\d+.*"));
    } catch (UncheckedIOException e) {
      return false; // one that went while it was being looked at
    }
  }

  private List<Path> left() throws IOException {
    try (Stream<Path> all = Files.list(temporary)) {
      return all.toList();
    }
  }
}
