package io.mirrorcore.e2e;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Files of real market data: samples in the repository, and the whole of it where it is at hand.
 */
final class Samples {

  private static final Path REFERENCE = Path.of("..", "reference");

  /** Beside the repository on machines that have it. */
  private static final Path WHOLE = Path.of("..", "..", "..", "shared", "data");

  private Samples() {}

  static String reference(String name) {
    return existing(REFERENCE.resolve(name)).toString();
  }

  static boolean wholeIsHere() {
    return Files.isDirectory(WHOLE);
  }

  static String whole(String name) {
    return existing(WHOLE.resolve(name)).toString();
  }

  private static Path existing(Path file) {
    if (!Files.isReadable(file)) {
      throw new IllegalStateException(file.toAbsolutePath() + " is missing");
    }
    return file;
  }
}
