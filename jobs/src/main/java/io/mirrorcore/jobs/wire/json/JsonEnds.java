package io.mirrorcore.jobs.wire.json;

import io.mirrorcore.jobs.wire.reject.Rejection;
import java.nio.charset.StandardCharsets;

/**
 * A quick check of whether a record begins and ends like one JSON object. It finds nearly all
 * records that are no JSON, and all truncated ones, at a tenth of the cost of a parser's exception:
 * a flood of garbage must not slow the good records down.
 */
final class JsonEnds {

  private static final int SHOWN = 40;

  private JsonEnds() {}

  /** Throws for bytes that cannot be one object. */
  static void check(byte[] json) throws Rejection {
    int start = start(json);
    int last = json.length - 1;
    while (last >= start && isSpace(json[last])) {
      last--;
    }
    if (last < start) {
      throw Rejection.malformed("a record must be a JSON object; have nothing");
    }
    if (json[start] != '{') {
      throw Rejection.malformed(
          "a record must be a JSON object; this one begins with " + shown(json, start, last + 1));
    }
    if (json[last] != '}') {
      throw Rejection.malformed(
          "a record must be a JSON object; this one ends with "
              + shown(json, Math.max(start, last + 1 - SHOWN), last + 1));
    }
  }

  /** The first byte that counts, behind a byte order mark and white space. */
  private static int start(byte[] json) {
    int start = hasMark(json) ? 3 : 0;
    while (start < json.length && isSpace(json[start])) {
      start++;
    }
    return start;
  }

  private static boolean hasMark(byte[] json) {
    return json.length >= 3
        && json[0] == (byte) 0xEF
        && json[1] == (byte) 0xBB
        && json[2] == (byte) 0xBF;
  }

  private static boolean isSpace(byte b) {
    return b == ' ' || b == '\n' || b == '\r' || b == '\t';
  }

  private static String shown(byte[] json, int from, int to) {
    int length = Math.min(to - from, SHOWN);
    return Rejection.quoted(new String(json, from, length, StandardCharsets.UTF_8));
  }
}
