package io.mirrorcore.jobs.intake;

import io.mirrorcore.jobs.output.WorkDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where copies of input files lie: made with the first of them, and gone when this is closed or the
 * program is ended before that.
 */
final class ScratchDirectory implements AutoCloseable {

  private final Path parent;
  private final String prefix;
  private WorkDirectory directory;
  private Thread deletion;

  /**
   * @param parent made where it is not there; null for the system's own
   * @param prefix how the directory's name begins
   */
  ScratchDirectory(Path parent, String prefix) {
    this.parent = parent;
    this.prefix = prefix;
  }

  /** A directory of that name in it: two files of two kinds may have one name. */
  Path of(String name) throws IOException {
    if (directory == null) {
      directory = WorkDirectory.in(parent(), prefix);
      deletion = new Thread(this::deleteQuietly, "delete" + prefix.replace('.', '-'));
      Runtime.getRuntime().addShutdownHook(deletion);
    }
    return Files.createDirectories(directory.path().resolve(name));
  }

  private Path parent() throws IOException {
    return parent == null
        ? Path.of(System.getProperty("java.io.tmpdir"))
        : Files.createDirectories(parent);
  }

  @Override
  public void close() throws IOException {
    if (directory != null) {
      directory.close();
      try {
        Runtime.getRuntime().removeShutdownHook(deletion);
      } catch (IllegalStateException e) {
        // The program is being ended: the hook finds nothing more to do.
      }
      directory = null;
    }
  }

  private void deleteQuietly() {
    try {
      directory.close();
    } catch (IOException e) {
      // The program ends, and there is nobody left to tell.
    }
  }
}
