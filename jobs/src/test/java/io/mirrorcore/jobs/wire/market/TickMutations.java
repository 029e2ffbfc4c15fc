package io.mirrorcore.jobs.wire.market;

import io.mirrorcore.jobs.wire.csv.WireJson;
import io.mirrorcore.market.tick.Aggressor;
import io.mirrorcore.market.tick.Tick;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Ticks as JSON, as they are or with something done to them that programs and cables do. */
final class TickMutations {

  private static final List<Aggressor> AGGRESSORS =
      List.of(Aggressor.BUY, Aggressor.SELL, Aggressor.UNKNOWN);

  private static final String[] NUMBERS = {
    "0",
    "00",
    "01",
    "1.",
    ".5",
    "-1",
    "+1",
    "1e5",
    "1E-3",
    "NaN",
    "Infinity",
    "1e400",
    "1e-400",
    "123456789012345",
    "1234567890123456",
    "12345678901234567890",
    "0.1234567890123456789",
    "9007199254740993",
    "0.000000000000001",
    "0.0000000000000001",
    "1000000000000000000",
    "1000000000000000001",
    "\"12.5\"",
    "null",
    "true",
    "[]",
    "{}",
    "[1]",
    "1 2",
    "0.30000000000000004"
  };
  private static final String[] PIECES = {
    "\"symbol\":\"X\",",
    "\"time\":1,",
    "\"venue\":\"Q\",",
    "\"price\":3,",
    "\"aggressor\":null,",
    "\"bids\":[[1,2]],",
    "\"asks\":null,",
    " ",
    "\n",
    "\t",
    "\u0001",
    "\\",
    "\"",
    ",",
    "{",
    "}",
    "[",
    "]",
    "\u00e9",
    "\\u0041",
    "\"type\":\"TRADE\",",
    "\ufeff",
    "/",
    "\"Type\":\"QUOTE\","
  };

  private TickMutations() {}

  /** A record: one in four untouched, the others with one to three changes. */
  static byte[] next(SplittableRandom random) {
    byte[] record = WireJson.tick(tick(random));
    int changes = random.nextInt(4);
    for (int i = 0; i < changes && record.length > 1; i++) {
      record = changed(record, random);
    }
    return record;
  }

  static Tick tick(SplittableRandom random) {
    String symbol = "S" + random.nextInt(3_000);
    long time = 1_700_000_000_000L + random.nextInt(1_000_000_000);
    double mid = (100 + random.nextInt(1_000_000)) / (double) tens(random.nextInt(5));
    if (random.nextInt(3) == 0) {
      Aggressor who = AGGRESSORS.get(random.nextInt(3));
      return Tick.trade(symbol, time, mid, (1 + random.nextInt(10_000)) / 8.0, who);
    }
    return Tick.quote(symbol, time, side(mid, -1e-6, random), side(mid, 1e-6, random));
  }

  private static long tens(int power) {
    return Math.round(Math.pow(10, power));
  }

  private static double[] side(double mid, double step, SplittableRandom random) {
    double[] levels = new double[2 * (1 + random.nextInt(Tick.MAX_LEVELS))];
    for (int i = 0; i < levels.length; i += 2) {
      levels[i] = Math.round(1e6 * mid * (1 + step * (i + 1)) + Math.signum(step) * i) / 1e6;
      levels[i + 1] = 1 + random.nextInt(1_000);
    }
    return levels;
  }

  private static byte[] changed(byte[] record, SplittableRandom random) {
    int at = random.nextInt(record.length);
    return switch (random.nextInt(8)) {
      case 0 -> flipped(record, at, random);
      case 1 -> Arrays.copyOf(record, at + 1);
      case 2 -> joined(record, at, new byte[0], Math.min(record.length, at + 1));
      case 3 -> joined(record, at, piece(random), at);
      case 4, 5 -> withNumber(record, at, random);
      case 6 -> joined(record, 1, piece(random), 1);
      default -> afterComma(record, at, piece(random));
    };
  }

  private static byte[] flipped(byte[] record, int at, SplittableRandom random) {
    byte[] changed = record.clone();
    changed[at] ^= (byte) (1 << random.nextInt(8));
    return changed;
  }

  private static byte[] piece(SplittableRandom random) {
    return PIECES[random.nextInt(PIECES.length)].getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] joined(byte[] record, int end, byte[] middle, int from) {
    byte[] all = Arrays.copyOf(record, end + middle.length + record.length - from);
    System.arraycopy(middle, 0, all, end, middle.length);
    System.arraycopy(record, from, all, end + middle.length, record.length - from);
    return all;
  }

  private static byte[] afterComma(byte[] record, int at, byte[] piece) {
    int comma = at;
    while (comma < record.length && record[comma] != ',') {
      comma++;
    }
    int place = Math.min(record.length, comma + 1);
    return joined(record, place, piece, place);
  }

  /** Another number where the next one stands. */
  private static byte[] withNumber(byte[] record, int at, SplittableRandom random) {
    int start = at;
    while (start < record.length && !isOfNumber(record[start])) {
      start++;
    }
    int end = start;
    while (end < record.length && isOfNumber(record[end])) {
      end++;
    }
    String number =
        random.nextBoolean()
            ? NUMBERS[random.nextInt(NUMBERS.length)]
            : random.nextInt(1_000_000) + "." + random.nextInt(1_000_000_000);
    return joined(record, start, number.getBytes(StandardCharsets.UTF_8), end);
  }

  private static boolean isOfNumber(byte b) {
    return (b >= '0' && b <= '9') || b == '.';
  }
}
