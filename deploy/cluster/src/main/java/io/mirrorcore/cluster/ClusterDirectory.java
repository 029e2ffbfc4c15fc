package io.mirrorcore.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * The directory of a cluster: configuration, logs, pid files, temporary files, and the checkpoints
 * and savepoints of its jobs. The last two and the logs outlive the cluster.
 */
final class ClusterDirectory {

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

  /** As Flink wants it: the same text whether the directory exists, to which toUri adds a slash. */
  static String uri(Path path) {
    return path.toUri().toString().replaceFirst("/$", "");
  }

  void create() {
    try {
      for (Path path : new Path[] {configuration(), logs(), processes(), temporary()}) {
        Files.createDirectories(path);
      }
    } catch (IOException e) {
      throw new ClusterException("cannot make the cluster's directory " + root + ": " + e, e);
    }
  }

  /** Deletes what only running processes need, when none is running. */
  void clear() {
    try {
      delete(temporary());
      delete(processes());
    } catch (IOException e) {
      throw new ClusterException("temporary files stay in " + temporary() + ": " + e, e);
    }
  }

  private static void delete(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    try (Stream<Path> tree = Files.walk(directory)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
