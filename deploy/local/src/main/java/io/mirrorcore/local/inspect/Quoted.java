package io.mirrorcore.local.inspect;

import java.nio.file.Path;

/** A path as a shell takes it. */
final class Quoted {

  private Quoted() {}

  static String of(Path file) {
    String path = file.toString();
    return path.matches("[A-Za-z0-9_./:=@%+,-]+") ? path : "'" + path.replace("'", "'\\''") + "'";
  }
}
