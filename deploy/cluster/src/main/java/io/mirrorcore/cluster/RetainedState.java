package io.mirrorcore.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * State that a job can be restored from: a retained checkpoint, or a savepoint.
 *
 * <p>The newest of both kinds counts: a job restored from an older one would publish again what was
 * committed after it. Checkpoints and savepoints lie in directories by the name of the job, because
 * Flink gives a job a new id every time.
 *
 * @param path of the directory with its {@code _metadata}, which Flink writes last and at once
 * @param written when it was completed
 * @param isSavepoint whether it belongs to the user; a checkpoint passes into the hands of the job
 *     that is restored from it, which deletes it when it has a newer one
 */
public record RetainedState(Path path, FileTime written, boolean isSavepoint) {

  private static final String METADATA = "_metadata";

  /** checkpoints/JOB/ID/chk-N/_metadata and savepoints/JOB/savepoint-X/_metadata. */
  private static final int DEPTH = 3;

  /**
   * As Flink wants it: the path as it is, for Flink takes what looks like an escape in a URI, such
   * as %20, for a part of the name.
   */
  public static String uri(Path path) {
    return "file://" + path.toAbsolutePath();
  }

  /** The completed checkpoints below a directory, which need not exist. */
  public static List<RetainedState> checkpoints(Path directory) {
    return below(directory, false).toList();
  }

  /** The completed savepoints below a directory, which need not exist. */
  public static List<RetainedState> savepoints(Path directory) {
    return below(directory, true).toList();
  }

  /** The newest of some. */
  public static Optional<RetainedState> newest(Collection<RetainedState> some) {
    return some.stream().max(Comparator.comparing(RetainedState::written));
  }

  private static Stream<RetainedState> below(Path directory, boolean savepoints) {
    if (!Files.isDirectory(directory)) {
      return Stream.empty();
    }
    try (Stream<Path> tree =
        Files.find(
            directory, DEPTH, (path, kind) -> path.getFileName().toString().equals(METADATA))) {
      return tree
          .map(file -> new RetainedState(file.getParent(), time(file), savepoints))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new ClusterException("cannot look for checkpoints in " + directory + ": " + e, e);
    }
  }

  private static FileTime time(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      return FileTime.fromMillis(0); // deleted this moment, so it was not the newest
    }
  }
}
