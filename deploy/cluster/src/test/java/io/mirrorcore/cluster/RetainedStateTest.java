package io.mirrorcore.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetainedStateTest {

  @TempDir private Path root;
  private Path checkpoints;
  private Path savepoints;

  @BeforeEach
  void directories() {
    checkpoints = root.resolve("checkpoints");
    savepoints = root.resolve("savepoints");
  }

  private static Path complete(Path directory, long second) throws IOException {
    Files.createDirectories(directory);
    Path metadata = Files.createFile(directory.resolve("_metadata"));
    Files.setLastModifiedTime(metadata, FileTime.fromMillis(1_000 * second));
    return directory;
  }

  private Optional<RetainedState> newest() {
    List<RetainedState> all = new ArrayList<>(RetainedState.checkpoints(checkpoints));
    all.addAll(RetainedState.savepoints(savepoints));
    return RetainedState.newest(all);
  }

  @Test
  void isNoneWhereNothingIs() {
    assertThat(newest()).isEmpty();
  }

  @Test
  void isTheNewestOfAllJobsWhateverItsNumber() throws IOException {
    complete(checkpoints.resolve("aa").resolve("chk-900"), 10);
    Path expected = complete(checkpoints.resolve("bb").resolve("chk-7"), 20);
    complete(checkpoints.resolve("cc").resolve("chk-8"), 15);

    assertThat(newest()).map(RetainedState::path).contains(expected);
    assertThat(newest()).map(RetainedState::isSavepoint).contains(false);
  }

  @Test
  void isASavepointWhereThatIsNewer() throws IOException {
    complete(checkpoints.resolve("aa").resolve("chk-9"), 10);
    Path expected = complete(savepoints.resolve("savepoint-aa-1"), 11);

    assertThat(newest()).map(RetainedState::path).contains(expected);
    assertThat(newest()).map(RetainedState::isSavepoint).contains(true);
  }

  @Test
  void isNeverOneThatWasNotCompleted() throws IOException {
    Path expected = complete(checkpoints.resolve("aa").resolve("chk-9"), 10);
    Files.createDirectories(checkpoints.resolve("aa").resolve("chk-10"));
    Files.createFile(checkpoints.resolve("aa").resolve("chk-10").resolve("state"));

    assertThat(newest()).map(RetainedState::path).contains(expected);
  }
}
