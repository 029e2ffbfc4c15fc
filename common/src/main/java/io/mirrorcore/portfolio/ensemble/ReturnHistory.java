package io.mirrorcore.portfolio.ensemble;

import io.mirrorcore.estimate.Covariance;
import io.mirrorcore.estimate.SlidingLedoitWolf;
import io.mirrorcore.state.Stateful;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;

/**
 * The last returns of every strategy and whether it had a position, T rows (oldest first) by N
 * strategies.
 *
 * <p>Which strategies are active: those with a position in at least a given share of the rows.
 * Without that rule a strategy that never trades looks riskless and takes the whole portfolio.
 *
 * <p>Columns belong to ids. When the configured ids change, a kept strategy keeps its column; a new
 * one stays inactive until every row is its own, because rows from before it existed would make it
 * look safer than it is.
 */
final class ReturnHistory implements Stateful {

  private final int capacity;
  private final ArrayDeque<Row> rows = new ArrayDeque<>();
  private List<String> strategies = List.of();
  private int[] ownRows = {};
  private int[] slidingColumns = {};
  private SlidingLedoitWolf sliding; // of slidingColumns; null while it was not asked for

  @SuppressWarnings("ArrayRecordComponent") // never compared as a whole
  private record Row(double[] returns, boolean[] deployed) {}

  ReturnHistory(int capacity) {
    this.capacity = capacity;
  }

  /** Makes the columns those of {@code ids}, in that order. */
  void align(List<String> ids) {
    if (ids.equals(strategies)) {
      return;
    }
    int[] source = ids.stream().mapToInt(strategies::indexOf).toArray();
    int[] own = new int[source.length];
    for (int k = 0; k < own.length; k++) {
      own[k] = source[k] < 0 ? 0 : ownRows[source[k]];
    }
    for (int i = rows.size(); i > 0; i--) {
      rows.addLast(rearrange(rows.removeFirst(), source));
    }
    strategies = ids;
    ownRows = own;
    sliding = null;
  }

  private static Row rearrange(Row row, int[] source) {
    double[] returns = new double[source.length];
    boolean[] deployed = new boolean[source.length];
    for (int k = 0; k < source.length; k++) {
      if (source[k] >= 0) {
        returns[k] = row.returns()[source[k]];
        deployed[k] = row.deployed()[source[k]];
      }
    }
    return new Row(returns, deployed);
  }

  void add(double[] returns, boolean[] deployed) {
    rows.addLast(new Row(returns.clone(), deployed.clone()));
    if (rows.size() > capacity) {
      rows.removeFirst();
    }
    for (int k = 0; k < ownRows.length; k++) {
      ownRows[k] = Math.min(ownRows[k] + 1, capacity);
    }
    if (sliding != null) {
      sliding.add(pick(returns, slidingColumns));
    }
  }

  private static double[] pick(double[] row, int[] columns) {
    double[] picked = new double[columns.length];
    for (int c = 0; c < columns.length; c++) {
      picked[c] = row[columns[c]];
    }
    return picked;
  }

  int size() {
    return rows.size();
  }

  /**
   * Indices of the active strategies, ascending.
   *
   * @param inactiveBelow share of the rows with a position below which a strategy is INACTIVE
   */
  int[] active(double inactiveBelow) {
    int[] deployedRows = new int[ownRows.length];
    for (Row row : rows) {
      for (int k = 0; k < deployedRows.length; k++) {
        deployedRows[k] += row.deployed()[k] ? 1 : 0;
      }
    }
    int[] active = new int[deployedRows.length];
    int count = 0;
    for (int k = 0; k < deployedRows.length; k++) {
      if (deployedRows[k] >= inactiveBelow * rows.size() && ownRows[k] >= rows.size()) {
        active[count++] = k;
      }
    }
    return Arrays.copyOf(active, count);
  }

  /** Returns of the strategies at {@code columns}: T x columns.length, oldest first. */
  double[][] returns(int[] columns) {
    return rows.stream().map(row -> pick(row.returns(), columns)).toArray(double[][]::new);
  }

  /**
   * Ledoit-Wolf covariance of the strategies at {@code columns}, per bar: slid along with every bar
   * for the columns that were asked for last, so that asking costs O(N^2).
   */
  Covariance covariance(int[] columns) {
    if (sliding == null || !Arrays.equals(columns, slidingColumns)) {
      sliding = SlidingLedoitWolf.of(returns(columns), capacity);
      slidingColumns = columns.clone();
    }
    return sliding.covariance();
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeInt(strategies.size());
    for (int k = 0; k < ownRows.length; k++) {
      out.writeUTF(strategies.get(k));
      out.writeInt(ownRows[k]);
    }
    out.writeInt(rows.size());
    for (Row row : rows) {
      for (int k = 0; k < ownRows.length; k++) {
        out.writeDouble(row.returns()[k]);
        out.writeBoolean(row.deployed()[k]);
      }
    }
    out.writeInt(sliding == null ? 0 : slidingColumns.length);
    if (sliding != null) {
      for (int column : slidingColumns) {
        out.writeInt(column);
      }
      sliding.save(out);
    }
  }

  /** Keeps the newest rows when fewer fit than were saved. */
  @Override
  public void load(DataInput in) throws IOException {
    load(in.readInt(), in);
  }

  /**
   * The same where the first number has been read.
   *
   * @param columns that number
   */
  void load(int columns, DataInput in) throws IOException {
    String[] ids = new String[columns];
    int[] own = new int[ids.length];
    for (int k = 0; k < ids.length; k++) {
      ids[k] = in.readUTF();
      own[k] = in.readInt();
    }
    strategies = List.of(ids);
    ownRows = own;
    rows.clear();
    int saved = in.readInt();
    for (int left = saved; left > 0; left--) {
      Row row = new Row(new double[ids.length], new boolean[ids.length]);
      for (int k = 0; k < ids.length; k++) {
        row.returns()[k] = in.readDouble();
        row.deployed()[k] = in.readBoolean();
      }
      rows.addLast(row);
      if (rows.size() > capacity) {
        rows.removeFirst();
      }
    }
    loadSliding(in);
    if (saved > capacity) {
      sliding = null; // its sums are of the longer window
    }
  }

  private void loadSliding(DataInput in) throws IOException {
    slidingColumns = new int[in.readInt()];
    sliding = null;
    if (slidingColumns.length > 0) {
      for (int c = 0; c < slidingColumns.length; c++) {
        slidingColumns[c] = in.readInt();
      }
      sliding = new SlidingLedoitWolf(slidingColumns.length, capacity);
      sliding.load(in);
    }
  }
}
