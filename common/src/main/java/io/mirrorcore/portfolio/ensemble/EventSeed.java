package io.mirrorcore.portfolio.ensemble;

import java.nio.charset.StandardCharsets;

/**
 * The seed of what is drawn at random for one portfolio at one time, the same wherever and whenever
 * it is computed: FNV-1a (64 bit; Fowler, Noll, Vo 1991) over the UTF-8 bytes of the name, a zero
 * byte, and the eight bytes of the time, most significant first; then the finaliser of SplitMix64
 * (Steele, Lea, Flood 2014), so that neighbouring times give unrelated seeds.
 */
public final class EventSeed {

  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private EventSeed() {}

  /** The seed, any long. */
  public static long of(String portfolio, long time) {
    long hash = FNV_OFFSET;
    for (byte b : portfolio.getBytes(StandardCharsets.UTF_8)) {
      hash = fnv(hash, b);
    }
    hash = fnv(hash, 0);
    for (int shift = 56; shift >= 0; shift -= 8) {
      hash = fnv(hash, (int) (time >>> shift));
    }
    return finish(hash);
  }

  private static long fnv(long hash, int octet) {
    return (hash ^ (octet & 0xff)) * FNV_PRIME;
  }

  private static long finish(long hash) {
    long z = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
