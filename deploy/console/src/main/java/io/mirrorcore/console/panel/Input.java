package io.mirrorcore.console.panel;

import io.mirrorcore.console.feed.InputEnd;
import java.util.ArrayDeque;
import java.util.Deque;

/** One input topic, as its end was seen to move. */
final class Input {

  /** The rate is that of this many milliseconds. */
  private static final long RATE_MS = 10_000;

  private final Deque<Seen> seen = new ArrayDeque<>();
  private long grew = -1;
  private long newest = -1;

  private record Seen(long at, long records) {}

  /**
   * What the page is told.
   *
   * @param grew when records last came in; null while none has been seen to
   * @param newest stamp of the newest record; null for none
   * @param rate records a second
   * @param records sum of the end offsets
   */
  record View(Long grew, Long newest, double rate, long records) {}

  void see(InputEnd end, long now) {
    if (seen.isEmpty()) {
      grew = end.newest() < 0 ? -1 : Math.min(now, end.newest());
    } else if (end.records() != seen.getLast().records()) {
      grew = now;
    }
    newest = end.newest();
    seen.addLast(new Seen(now, end.records()));
    while (seen.size() > 2 && seen.getFirst().at() < now - RATE_MS) {
      seen.removeFirst();
    }
  }

  long grew() {
    return grew;
  }

  View view(long now) {
    Seen first = seen.getFirst();
    Seen last = seen.getLast();
    long took = Math.max(last.at(), now) - first.at();
    double rate = took <= 0 ? 0 : 1000.0 * (last.records() - first.records()) / took;
    return new View(
        grew < 0 ? null : grew,
        newest < 0 ? null : newest,
        Math.round(Math.max(0, rate) * 10) / 10.0,
        last.records());
  }
}
