package io.mirrorcore.local.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** A line that says how far long work has come: on a terminal only, nothing of it in a pipe. */
final class Progress implements AutoCloseable {

  private static final long EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

  /** Set by the launcher when stderr is a terminal, which a JVM cannot tell. */
  private static final String ON_TERMINAL = "mirrorcore.terminal";

  private static final String ERASE = "\r\u001B[K";

  private final String what;
  private final PrintWriter terminal;
  private final long start = System.nanoTime();
  private long shown = start;

  /**
   * @param what the things counted, e.g. {@code rows}
   */
  Progress(String what, PrintWriter err) {
    this.what = what;
    this.terminal = Boolean.getBoolean(ON_TERMINAL) ? err : null;
  }

  /**
   * Shows the line, at most four times a second.
   *
   * @param count things done
   * @param share of the whole, in [0, 1]
   */
  void show(long count, double share) {
    long now = System.nanoTime();
    if (terminal == null || now - shown < EVERY_NANOS) {
      return;
    }
    shown = now;
    double seconds = (now - start) / 1e9;
    terminal.printf(
        Locale.ROOT,
        "%s%,d %s  %3.0f %%  %,.0f/s%s",
        ERASE,
        count,
        what,
        100 * share,
        count / seconds,
        share > 0.01 ? "  " + left(seconds * (1 - share) / share) : "");
    terminal.flush();
  }

  private static String left(double seconds) {
    long whole = Math.round(seconds);
    return String.format(Locale.ROOT, "%d:%02d left", whole / 60, whole % 60);
  }

  @Override
  public void close() {
    if (terminal != null) {
      terminal.print(ERASE);
      terminal.flush();
    }
  }
}
