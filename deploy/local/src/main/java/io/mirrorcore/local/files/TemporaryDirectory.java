package io.mirrorcore.local.files;

import io.mirrorcore.jobs.output.WorkDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A directory that is deleted, with all that is in it, when it is closed. */
public final class TemporaryDirectory implements AutoCloseable {

  private final Path path;

  private TemporaryDirectory(Path path) {
    this.path = path;
  }

  /**
   * Makes one among the temporary files of this process, or of the system where {@link
   * ProcessFiles} has not begun.
   *
   * @param prefix how its name begins
   */
  public static TemporaryDirectory create(String prefix) throws IOException {
    Path parent = Path.of(System.getProperty(ProcessFiles.TEMPORARY));
    return new TemporaryDirectory(Files.createTempDirectory(parent, prefix));
  }

  public Path path() {
    return path;
  }

  /** Deletes it; a second call does nothing. */
  @Override
  public void close() throws IOException {
    WorkDirectory.delete(path);
  }
}
