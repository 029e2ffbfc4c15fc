package io.mirrorcore.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

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

  /** The lines of a compressed sample. */
  static List<String> rows(String name) throws IOException {
    try (InputStream file = new GZIPInputStream(Files.newInputStream(Path.of(reference(name))))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
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
