package io.mirrorcore.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script that users start everything with. */
class LauncherTest {

  private static final Path SCRIPT = Path.of("../../mirrorcore");

  @TempDir private Path directory;

  @Test
  void aColonInThePathOfTheRepositoryIsOneSentence() throws Exception {
    Path repository = Files.createDirectory(directory.resolve("a:b"));
    Path script = repository.resolve("mirrorcore");
    Files.copy(SCRIPT, script, StandardCopyOption.COPY_ATTRIBUTES);

    Process process = new ProcessBuilder(script.toString(), "config", "check").start();
    String said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).isEqualTo(1);
    assertThat(said.lines()).hasSize(1);
    assertThat(said).contains("has a colon", repository.toRealPath().toString());
  }
}
