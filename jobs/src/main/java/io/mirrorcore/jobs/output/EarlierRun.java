package io.mirrorcore.jobs.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The report of an earlier run, in a directory where a later run has failed. It is moved below, and
 * replaces there what an even earlier failure had moved: so what lies in the directory itself is
 * always of the last run, and the last report is never lost.
 */
final class EarlierRun {

  /** Where it is moved to. */
  static final String DIRECTORY = "earlier";

  private EarlierRun() {}

  /**
   * Moves files, where there is a report among them, and takes away dead letters that an earlier
   * failure has left.
   *
   * @param files by name, those that a run may leave
   * @param page the one without which there is no report
   */
  static void setAside(Path directory, List<String> files, String page) throws IOException {
    if (Files.exists(directory.resolve(page))) {
      Path earlier = OutputPath.directory(directory.resolve(DIRECTORY), files, List.of());
      for (String name : files) {
        move(directory.resolve(name), earlier.resolve(name));
      }
    }
    Files.deleteIfExists(directory.resolve(RunDirectory.DEAD_LETTERS));
  }

  private static void move(Path from, Path to) throws IOException {
    if (Files.exists(from)) {
      OutputFile.adopt(from, to);
    } else {
      Files.deleteIfExists(to);
    }
  }
}
