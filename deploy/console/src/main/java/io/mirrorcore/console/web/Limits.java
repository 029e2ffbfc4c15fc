package io.mirrorcore.console.web;

import java.time.Duration;

/**
 * How fast and how patiently streams are served.
 *
 * @param frame between two frames
 * @param comment after so much silence a stream is sent a comment, so that nothing between here and
 *     the browser thinks it dead
 * @param patience a reader that has taken nothing for so long is let go
 * @param streams at most so many at once
 */
public record Limits(Duration frame, Duration comment, Duration patience, int streams) {

  /** Those of the product. */
  public static final Limits USUAL =
      new Limits(Duration.ofMillis(250), Duration.ofSeconds(15), Duration.ofSeconds(10), 32);
}
