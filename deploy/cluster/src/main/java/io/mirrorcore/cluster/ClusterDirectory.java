package io.mirrorcore.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The directory of a cluster: configuration, logs, pid files, temporary files, and the checkpoints
 * and savepoints of its jobs. The last two and the logs outlive the cluster. Of a directory without
 * the configuration that {@code cluster start} writes, nothing is deleted or overwritten.
 */
final class ClusterDirectory {

  /** How Flink's processes are told where the configuration is. */
  static final String CONFIGURATION_OPTION = "--configDir";

  private static final String MARKER = ".made-by-mirrorcore";

  private final Path root;

  ClusterDirectory(Path root) {
    this.root = root.toAbsolutePath().normalize();
  }

  Path root() {
    return root;
  }

  Path configuration() {
    return root.resolve("conf");
  }

  Path logs() {
    return root.resolve("log");
  }

  Path processes() {
    return root.resolve("run");
  }

  Path temporary() {
    return root.resolve("tmp");
  }

  Path checkpoints() {
    return root.resolve("checkpoints");
  }

  Path savepoints() {
    return root.resolve("savepoints");
  }

  /**
   * Makes what is not there.
   *
   * @throws ClusterException when something is there that no cluster has made
   */
  void create() {
    if (root.toString().matches(".*[:,].*")) {
      throw new ClusterException(
          "the directory of a cluster may have no colon or comma in its path, which Flink takes for separators; have %s"
              .formatted(root));
    }
    if (!isOurs()) {
      requireNothingOfOthers();
    }
    try {
      for (Path path : List.of(configuration(), logs(), processes(), temporary())) {
        Files.createDirectories(path);
      }
      for (Path path : List.of(processes(), temporary())) {
        Files.writeString(path.resolve(MARKER), "Deleted by mirrorcore cluster stop.\n");
      }
    } catch (IOException e) {
      throw new ClusterException(
          "cannot make the cluster's directory %s (%s); give another --dir"
              .formatted(root, e.getClass().getSimpleName()),
          e);
    }
  }

  private boolean isOurs() {
    return ConfigurationFile.isOurs(configuration());
  }

  private void requireNothingOfOthers() {
    for (Path path : List.of(configuration(), processes(), temporary())) {
      if (Files.exists(path) && !isMarked(path) && !isEmpty(path)) {
        throw new ClusterException(
            "%s is there and of no cluster of this program; give another --dir".formatted(path));
      }
    }
  }

  private static boolean isMarked(Path directory) {
    return Files.isRegularFile(directory.resolve(MARKER));
  }

  private static boolean isEmpty(Path directory) {
    if (!Files.isDirectory(directory)) {
      return false;
    }
    try (Stream<Path> all = Files.list(directory)) {
      return all.findAny().isEmpty();
    } catch (IOException e) {
      return false; // what cannot be looked into is somebody's
    }
  }

  /**
   * Deletes what only running processes need, when none is running.
   *
   * @param earlier whether the cluster was started by a version that left no mark of its own
   * @throws ClusterException when there is what no cluster has made; then nothing is deleted
   */
  void clear(boolean earlier) {
    List<Path> left =
        Stream.of(temporary(), processes()).filter(path -> Files.exists(path)).toList();
    for (Path path : left) {
      if (!isMarked(path) && !(earlier && isOurs())) {
        throw new ClusterException(
            "%s was not made by cluster start, so nothing is deleted; is %s the directory of a cluster?"
                .formatted(path, root));
      }
    }
    try {
      for (Path path : left) {
        delete(path);
      }
    } catch (IOException e) {
      throw new ClusterException("temporary files stay in " + temporary() + ": " + e, e);
    }
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> tree = Files.walk(directory)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
