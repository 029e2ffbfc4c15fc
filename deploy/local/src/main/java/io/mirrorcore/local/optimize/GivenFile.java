package io.mirrorcore.local.optimize;

import java.nio.file.Path;

/**
 * A file of strategy returns.
 *
 * @param given as the user knows it
 * @param plain the same in the form that is read here: it, or a copy
 */
public record GivenFile(Path given, Path plain) {

  /** A file in that form. */
  public static GivenFile of(Path file) {
    return new GivenFile(file, file);
  }
}
