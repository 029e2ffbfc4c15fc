package io.mirrorcore.local.resume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mirrorcore.cluster.RetainedState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointPlaceTest {

  private static final JobBinding BINDING =
      new JobBinding("paper", "kafka-1", new TreeMap<>(), new TreeMap<>());

  @TempDir private Path root;

  private CheckpointPlace place(String name) {
    return new CheckpointPlace(root.resolve(name), Optional.of(root.resolve(name + "-saved")));
  }

  private Path complete(String path, long second) throws IOException {
    Path directory = Files.createDirectories(root.resolve(path));
    Path metadata = Files.createFile(directory.resolve("_metadata"));
    Files.setLastModifiedTime(metadata, FileTime.fromMillis(1_000 * second));
    return directory;
  }

  private static Optional<Path> newest(CheckpointPlace place) {
    return place.newest(place.mark()).map(RetainedState::path);
  }

  @Test
  void isWithoutMarkAndStateWhereNothingIs() {
    assertThat(place("none").mark()).isEmpty();
    assertThat(newest(place("none"))).isEmpty();
  }

  @Test
  void whatWasThereWhenAJobBeganIsKeptAndNotItsOwn() throws IOException {
    Path before = complete("here/aa/chk-90", 10);
    complete("here-saved/savepoint-1", 11);
    place("here").begin(BINDING, Optional.empty());

    assertThat(newest(place("here"))).isEmpty();
    Path own = complete("here/bb/chk-1", 5); // a clock may have been set back
    assertThat(newest(place("here"))).contains(own);
    assertThat(before).exists();
    assertThat(place("here").mark().orElseThrow().binding()).isEqualTo(BINDING);
  }

  @Test
  void theStateThatAJobGoesOnFromIsItsOwn() throws IOException {
    complete("here/aa/chk-8", 8);
    complete("here/aa/chk-9", 9);
    CheckpointPlace place = place("here");
    Optional<RetainedState> origin = place.newest(Optional.empty());
    place.begin(BINDING, origin);

    assertThat(newest(place)).isEqualTo(origin.map(RetainedState::path));
  }

  @Test
  void theMarkHoldsAfterTheDirectoryHasBeenMoved() throws IOException {
    complete("here/aa/chk-90", 10);
    place("here").begin(BINDING, Optional.empty());
    complete("here/bb/chk-1", 11);
    Files.move(root.resolve("here"), root.resolve("there"));

    assertThat(newest(place("there"))).contains(root.resolve("there/bb/chk-1"));
    Files.delete(root.resolve("there/bb/chk-1/_metadata"));
    assertThat(newest(place("there"))).isEmpty();
  }

  @Test
  void aMarkOfAnotherVersionIsRefused() throws IOException {
    place("here").begin(BINDING, Optional.empty());
    Path mark = root.resolve("here").resolve(CheckpointPlace.FILE);
    String text = Files.readString(mark);
    for (String other : new String[] {text.replace(" : 1", " : 2"), "{", "{\"version\":1}"}) {
      Files.writeString(mark, other);
      assertThatThrownBy(() -> place("here").mark())
          .isInstanceOf(ContinuationException.class)
          .hasMessageContaining(mark.toString())
          .hasMessageContaining("--fresh");
    }
  }
}
