package io.mirrorcore.jobs.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Damage that knows nothing of what the bytes mean. */
public final class ByteMutator {

  private static final byte[][] FRAGMENTS = {
    {0},
    {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, // a byte order mark
    {(byte) 0xFF, (byte) 0xFE},
    {(byte) 0xC0, (byte) 0x80}, // overlong
    {(byte) 0xED, (byte) 0xA0, (byte) 0x80}, // half a surrogate pair
    {(byte) 0xF4, (byte) 0x90, (byte) 0x80, (byte) 0x80}, // beyond Unicode
    {(byte) 0xE2, (byte) 0x80}, // cut short
    {'\r'},
    {'\n'},
    {'"'},
    {'\\', 'u'},
    {0x7F, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF}, // the largest length
    {(byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF}, // a negative one
    "\u2028".getBytes(StandardCharsets.UTF_8),
    "\ud83d\ude00".getBytes(StandardCharsets.UTF_8)
  };

  private ByteMutator() {}

  /** {@code bytes} with one to three pieces of damage; the argument is left as it is. */
  public static byte[] mutate(byte[] bytes, SplittableRandom random) {
    byte[] mutated = bytes;
    for (int left = 1 + random.nextInt(3); left > 0; left--) {
      mutated = damage(mutated, random);
    }
    return mutated;
  }

  /** Bytes of pure chance. */
  public static byte[] noise(SplittableRandom random) {
    byte[] bytes = new byte[random.nextInt(200)];
    random.nextBytes(bytes);
    return bytes;
  }

  private static byte[] damage(byte[] bytes, SplittableRandom random) {
    if (bytes.length == 0) {
      return noise(random);
    }
    int at = random.nextInt(bytes.length);
    int end = Math.min(bytes.length, at + 1 + random.nextInt(16));
    return switch (random.nextInt(7)) {
      case 0 -> flipped(bytes, at, 1 << random.nextInt(8));
      case 1 -> flipped(bytes, at, 1 + random.nextInt(255));
      case 2 -> Arrays.copyOf(bytes, at);
      case 3 -> joined(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, end, bytes.length));
      case 4 -> joined(Arrays.copyOf(bytes, end), Arrays.copyOfRange(bytes, at, bytes.length));
      case 5 -> overwritten(bytes, at, fragment(random));
      default ->
          joined(
              joined(Arrays.copyOf(bytes, at), fragment(random)),
              Arrays.copyOfRange(bytes, at, bytes.length));
    };
  }

  private static byte[] fragment(SplittableRandom random) {
    return FRAGMENTS[random.nextInt(FRAGMENTS.length)];
  }

  private static byte[] flipped(byte[] bytes, int at, int bits) {
    byte[] copy = bytes.clone();
    copy[at] ^= (byte) bits;
    return copy;
  }

  private static byte[] overwritten(byte[] bytes, int at, byte[] fragment) {
    byte[] copy = bytes.clone();
    System.arraycopy(fragment, 0, copy, at, Math.min(fragment.length, copy.length - at));
    return copy;
  }

  private static byte[] joined(byte[] head, byte[] tail) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(head.length + tail.length);
    bytes.writeBytes(head);
    bytes.writeBytes(tail);
    return bytes.toByteArray();
  }
}
