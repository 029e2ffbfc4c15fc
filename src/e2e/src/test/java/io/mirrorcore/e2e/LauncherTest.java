package io.mirrorcore.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
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

  @Test
  void commandsThatEndAtOnceDoWithoutTheSecondCompiler() throws Exception {
    javaOfVersion("17.0.15");

    for (String command : List.of("--help", "config check", "run --help", "optimize")) {
      assertThat(run(command)).as(command).contains("TieredStopAtLevel=1", "UseSerialGC");
    }
    for (String command : List.of("run", "backtest --prices F", "optimize --resample 9")) {
      assertThat(run(command)).as(command).contains("UseParallelGC").doesNotContain("Tiered");
    }
  }

  @Test
  void anOldJavaIsToldFromTheFileBesideItWithoutBeingStarted() throws Exception {
    javaOfVersion("11.0.2");

    assertThat(run("config")).contains("Java 17 or newer is needed", "is version 11");
    assertThat(directory.resolve("started")).doesNotExist();
  }

  @Test
  void theArchiveSaysThatTheBenchNeedsTheRepository() throws Exception {
    javaOfVersion("21.0.1");

    assertThat(run("bench")).contains("bench", "needs the repository");
  }

  /** A Java that says what it was called with. */
  private void javaOfVersion(String version) throws IOException {
    Path home = Files.createDirectories(directory.resolve("jdk"));
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
    Files.writeString(
        java, "#!/bin/sh\necho started >'" + directory.resolve("started") + "'\necho \"$@\"\n");
    assertThat(java.toFile().setExecutable(true)).isTrue();
  }

  /** What the script says, or the Java that it starts, where no repository is around it. */
  private String run(String arguments) throws Exception {
    Path place = Files.createDirectories(directory.resolve("archive"));
    Path script = place.resolve("mirrorcore");
    if (!Files.exists(script)) {
      Files.copy(SCRIPT, script, StandardCopyOption.COPY_ATTRIBUTES);
    }
    List<String> command = new ArrayList<>(List.of(script.toString()));
    command.addAll(List.of(arguments.split(" ", -1)));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", directory.resolve("jdk").toString());
    builder.environment().remove("MIRRORCORE_JAVA_OPTS");
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said;
  }
}
