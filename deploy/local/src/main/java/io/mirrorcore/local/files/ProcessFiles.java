package io.mirrorcore.local.files;

import io.mirrorcore.jobs.output.WorkDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One directory for all temporary files of this process: our own, and those that Flink and Kafka
 * make and leave. It is deleted when the process ends, and what a killed one has left when the next
 * begins.
 */
public final class ProcessFiles {

  static final String TEMPORARY = "java.io.tmpdir";

  private static final String PREFIX = "mirrorcore-";
  private static final long PATIENCE_SECONDS = 120;

  /** A cluster inside this process may still be ending, and write meanwhile. */
  private static final int ATTEMPTS = 40;

  private static final long AGAIN_MS = 50;
  private static final Phaser HOLDERS = new Phaser(1);

  private ProcessFiles() {}

  /**
   * Sets it up, before anything asks where temporary files go. Where the system's directory cannot
   * be written, everything stays as it is: not every command needs temporary files.
   */
  public static void begin() {
    try {
      WorkDirectory directory =
          WorkDirectory.in(Path.of(System.getProperty(TEMPORARY)).toAbsolutePath(), PREFIX);
      System.setProperty(TEMPORARY, directory.path().toString());
      Runtime.getRuntime().addShutdownHook(new Thread(() -> end(directory), "temporary files"));
    } catch (IOException e) {
      return; // who needs one will say so
    }
  }

  /** Somebody who uses the files until it is closed, also while the process is being ended. */
  public interface Hold extends AutoCloseable {
    @Override
    void close();
  }

  /** Keeps the files while a command puts everything away. */
  public static Hold hold() {
    HOLDERS.register();
    return HOLDERS::arriveAndDeregister;
  }

  private static void end(WorkDirectory directory) {
    try {
      HOLDERS.awaitAdvanceInterruptibly(HOLDERS.arrive(), PATIENCE_SECONDS, TimeUnit.SECONDS);
      delete(directory);
    } catch (InterruptedException | TimeoutException e) {
      return; // in use to the last: the next process collects it
    }
  }

  private static void delete(WorkDirectory directory) throws InterruptedException {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      try {
        directory.close();
        return;
      } catch (IOException e) {
        TimeUnit.MILLISECONDS.sleep(AGAIN_MS);
      }
    }
  }
}
