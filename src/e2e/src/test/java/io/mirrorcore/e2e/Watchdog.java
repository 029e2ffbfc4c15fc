package io.mirrorcore.e2e;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Ends the child processes of a test whatever becomes of the test: a shell that waits until this
 * JVM is gone, be it killed, and then kills every process whose pid is in a file below a directory.
 */
final class Watchdog implements AutoCloseable {

  /** The pipe from this JVM ends with it, and so does {@code read}. */
  private static final String SCRIPT =
      """
      read nothing
      find "$0" -name '*.pid' -exec cat {} + | while read -r pid rest; do kill -9 "$pid"; done
      """;

  private final Process shell;

  private Watchdog(Process shell) {
    this.shell = shell;
  }

  /**
   * @param directory below which pid files are written, their first word being the pid
   */
  static Watchdog over(Path directory) throws IOException {
    return new Watchdog(new ProcessBuilder("sh", "-c", SCRIPT, directory.toString()).start());
  }

  /** Lets it do its work now, and waits for it. */
  @Override
  public void close() throws IOException, InterruptedException {
    shell.getOutputStream().close();
    shell.waitFor();
  }
}
