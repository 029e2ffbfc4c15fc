package io.mirrorcore.strategy.cross;

import io.mirrorcore.state.Stateful;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * When a pair is tested that is tested every few closes only: each has a turn in {@code every}
 * closes, and their names say where in them it lies, so that about as many pairs are tested at one
 * close as at another, whichever shard they are in.
 *
 * <p>A turn that is missed, because one of the two has no bar, is made up for at the next close at
 * which both have; a pair that is new has its first at once.
 */
final class TestTurns implements Stateful {

  private final int every;
  private final long[] now;
  private long closes;

  /**
   * @param every closes from one test of a pair to the next, at least 1
   */
  TestTurns(int every) {
    this.every = every;
    now = new long[every];
  }

  /** Whether results have to be kept from one close to the next. */
  boolean skipsCloses() {
    return every > 1;
  }

  void nextClose() {
    closes++;
    for (int place = 0; place < every; place++) {
      now[place] = Math.floorDiv(closes + place, every);
    }
  }

  /** Where in the closes the turn of a pair lies, by names in their order; in [0, every). */
  int place(String first, String second) {
    return Math.floorMod(31 * first.hashCode() + second.hashCode(), every);
  }

  /** The number of the turn that pairs of a place have at this close; it only grows. */
  long at(int place) {
    return now[place];
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeLong(closes);
  }

  @Override
  public void load(DataInput in) throws IOException {
    closes = in.readLong();
  }
}
