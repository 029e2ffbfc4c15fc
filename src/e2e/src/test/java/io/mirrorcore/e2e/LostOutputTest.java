package io.mirrorcore.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exit code 0 means that what was asked for was done. */
class LostOutputTest {

  private static final File FULL = new File("/dev/full");

  @TempDir private Path directory;

  private static Process start(File out, Path err, String... command) throws Exception {
    ProcessBuilder process =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-cp",
            System.getProperty("java.class.path"),
            "io.mirrorcore.local.Mirrorcore");
    process.command().addAll(List.of(command));
    return process.redirectOutput(out).redirectError(err.toFile()).start();
  }

  @Test
  void ofACommandIsAFailure() throws Exception {
    assumeTrue(FULL.exists(), "a device that is always full, which Linux has");
    Path err = directory.resolve("err.txt");
    assertThat(start(FULL, err, "config", "print").waitFor()).isEqualTo(1);
    assertThat(Files.readString(err))
        .contains("What was printed is incomplete: standard output could not be written")
        .hasLineCount(1);

    File out = directory.resolve("out.txt").toFile();
    assertThat(start(out, err, "config", "print").waitFor()).isZero();
    assertThat(out).isNotEmpty();
    assertThat(err).isEmptyFile();
  }
}
