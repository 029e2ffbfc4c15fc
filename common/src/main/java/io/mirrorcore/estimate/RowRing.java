package io.mirrorcore.estimate;

import io.mirrorcore.state.Stateful;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** The last {@code capacity} rows of n numbers; a new one pushes the oldest out. */
final class RowRing implements Stateful {

  private final int n;
  private final int capacity;
  private final double[] values;
  private int oldest;
  private int size;

  RowRing(int n, int capacity) {
    this.n = n;
    this.capacity = capacity;
    values = new double[capacity * n];
  }

  int size() {
    return size;
  }

  boolean isFull() {
    return size == capacity;
  }

  void add(double[] row) {
    System.arraycopy(row, 0, values, (oldest + size) % capacity * n, n);
    if (isFull()) {
      oldest = (oldest + 1) % capacity;
    } else {
      size++;
    }
  }

  /** Number {@code i} of the oldest row. */
  double oldest(int i) {
    return values[oldest * n + i];
  }

  /** {@code size() x n}, oldest first; a copy. */
  double[][] rows() {
    double[][] rows = new double[size][];
    for (int t = 0; t < size; t++) {
      int start = (oldest + t) % capacity * n;
      rows[t] = Arrays.copyOfRange(values, start, start + n);
    }
    return rows;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeInt(size);
    for (double[] row : rows()) {
      for (double value : row) {
        out.writeDouble(value);
      }
    }
  }

  /** Keeps the newest rows when fewer fit than were saved. */
  @Override
  public void load(DataInput in) throws IOException {
    oldest = 0;
    size = 0;
    double[] row = new double[n];
    for (int left = in.readInt(); left > 0; left--) {
      for (int i = 0; i < n; i++) {
        row[i] = in.readDouble();
      }
      add(row);
    }
  }
}
