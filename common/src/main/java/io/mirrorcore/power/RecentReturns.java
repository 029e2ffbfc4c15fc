package io.mirrorcore.power;

import java.util.Arrays;

/** The newest returns of one sleeve, oldest first. */
final class RecentReturns {

  private final double[] ring;
  private int count;

  RecentReturns(int capacity) {
    ring = new double[capacity];
  }

  void add(double value) {
    ring[count++ % ring.length] = value;
  }

  double[] all() {
    if (count <= ring.length) {
      return Arrays.copyOf(ring, count);
    }
    int oldest = count % ring.length;
    double[] ordered = new double[ring.length];
    System.arraycopy(ring, oldest, ordered, 0, ring.length - oldest);
    System.arraycopy(ring, 0, ordered, ring.length - oldest, oldest);
    return ordered;
  }
}
