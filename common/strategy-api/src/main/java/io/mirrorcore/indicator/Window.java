package io.mirrorcore.indicator;

import io.mirrorcore.state.Stateful;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * The last {@code capacity} numbers, oldest first; a new one pushes the oldest out. Room is taken
 * as numbers come, so that a large capacity costs nothing where few ever do.
 */
public final class Window implements Stateful {

  private static final int FIRST_ROOM = 64;

  private final int capacity;
  private double[] values;
  private int oldest;
  private int size;

  /**
   * @param capacity 0 or more; a window of capacity 0 stays empty
   */
  public Window(int capacity) {
    if (capacity < 0) {
      throw new IllegalArgumentException("capacity must be at least 0; have " + capacity);
    }
    this.capacity = capacity;
    values = new double[Math.min(capacity, FIRST_ROOM)];
  }

  public void add(double value) {
    if (capacity == 0) {
      return;
    }
    if (size == values.length && size < capacity) {
      values = Arrays.copyOf(values, Math.min(capacity, 2 * size)); // nothing has wrapped yet
    }
    if (size < capacity) {
      values[slot(size++)] = value;
    } else {
      values[oldest] = value;
      oldest = slot(1);
    }
  }

  public int capacity() {
    return capacity;
  }

  public int size() {
    return size;
  }

  public boolean isFull() {
    return size == capacity;
  }

  /** Number {@code i}, 0 being the oldest kept. */
  public double get(int i) {
    if (i < 0 || i >= size) {
      throw new IndexOutOfBoundsException("index must be in [0, " + size + "); have " + i);
    }
    return values[slot(i)];
  }

  /** The number added {@code back} additions before the newest; 0 is the newest itself. */
  public double latest(int back) {
    return get(size - 1 - back);
  }

  public double newest() {
    return get(size - 1);
  }

  public double oldest() {
    return get(0);
  }

  public void clear() {
    oldest = 0;
    size = 0;
  }

  private int slot(int i) {
    int slot = oldest + i;
    return slot < values.length ? slot : slot - values.length;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeInt(size);
    for (int i = 0; i < size; i++) {
      out.writeDouble(get(i));
    }
  }

  /** Keeps the newest numbers when fewer fit than were saved. */
  @Override
  public void load(DataInput in) throws IOException {
    clear();
    for (int left = in.readInt(); left > 0; left--) {
      add(in.readDouble());
    }
  }
}
