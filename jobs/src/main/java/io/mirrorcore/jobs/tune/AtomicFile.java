package io.mirrorcore.jobs.tune;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writer of files that exist as a whole or not at all, whenever the process is killed. */
final class AtomicFile {

  private AtomicFile() {}

  /** Writes beside the file, under a name that begins with a dot, and moves. */
  static void write(Path file, byte[] content) throws IOException {
    Path made = file.resolveSibling("." + file.getFileName() + ".part");
    Files.write(made, content);
    move(made, file);
  }

  static void move(Path made, Path file) throws IOException {
    Files.move(made, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}
