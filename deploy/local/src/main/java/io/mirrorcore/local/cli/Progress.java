package io.mirrorcore.local.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * A progress line for long work, shown on a terminal only: nothing of it is written into a pipe.
 */
public final class Progress implements AutoCloseable {

  private static final long EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

  /** Set by the launcher when stderr is a terminal, which a JVM cannot tell. */
  private static final String ON_TERMINAL = "mirrorcore.terminal";

  /** Of the whole: before, nobody can tell how long the rest takes. */
  private static final double LEAST_SHARE = 0.01;

  private static final String ERASE = "\r\u001B[K";

  private final String what;
  private final PrintWriter terminal;
  private final long start = System.nanoTime();
  private long shown = start;

  /**
   * @param what the things counted, e.g. {@code rows}
   */
  public Progress(String what, PrintWriter err) {
    this.what = what;
    this.terminal = Boolean.getBoolean(ON_TERMINAL) ? err : null;
  }

  /**
   * Shows the line, at most four times a second.
   *
   * @param count things done
   * @param share of the whole, in [0, 1]
   */
  public void show(long count, double share) {
    double seconds = seconds();
    show(
        share,
        String.format(
            Locale.ROOT, "%,d %s  %3.0f %%  %,.0f/s", count, what, 100 * share, count / seconds));
  }

  /**
   * Shows the line of slow work, a part of which may have been done before.
   *
   * @param count things done in all
   * @param now things done since this was made
   * @param toDo things to do since then
   */
  public void show(int count, int now, int toDo) {
    show(
        (double) now / toDo,
        String.format(Locale.ROOT, "%,d of %,d %s", count, count - now + toDo, what));
  }

  private double seconds() {
    return (System.nanoTime() - start) / 1e9;
  }

  private void show(double share, String text) {
    long now = System.nanoTime();
    if (terminal == null || now - shown < EVERY_NANOS) {
      return;
    }
    shown = now;
    double left = seconds() * (1 - share) / share;
    terminal.print(ERASE + text + (share > LEAST_SHARE ? "  " + left(left) : ""));
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
