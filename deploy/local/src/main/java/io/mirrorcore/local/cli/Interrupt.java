package io.mirrorcore.local.cli;

import io.mirrorcore.local.files.ProcessFiles;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C, as a latch that the main thread can wait on: the JVM then stays until the command has put
 * everything away.
 */
public final class Interrupt implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 120;

  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch finished = new CountDownLatch(1);
  private final ProcessFiles.Hold files = ProcessFiles.hold();
  private final Thread hook = new Thread(this::ask, "interrupt");

  private Interrupt() {}

  public static Interrupt watch() {
    Interrupt interrupt = new Interrupt();
    Runtime.getRuntime().addShutdownHook(interrupt.hook);
    return interrupt;
  }

  private void ask() {
    asked.countDown();
    try {
      boolean tidy = finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (!tidy) {
        System.err.println("gave up waiting for a clean end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  public boolean isAsked() {
    return asked.getCount() == 0;
  }

  /** Waits for Ctrl-C, or for {@code millis}. Returns whether Ctrl-C came. */
  public boolean await(long millis) throws InterruptedException {
    return asked.await(millis, TimeUnit.MILLISECONDS);
  }

  /** The command has put everything away. */
  @Override
  public void close() {
    files.close();
    finished.countDown();
    if (!isAsked()) {
      Runtime.getRuntime().removeShutdownHook(hook);
    }
  }
}
