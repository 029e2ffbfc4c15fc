package io.mirrorcore.portfolio;

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
final class ReturnWindow implements Stateful {

  private final int capacity;
  private final ArrayDeque<Row> rows = new ArrayDeque<>();
  private List<String> strategies = List.of();
  private int[] ownRows = {};

  @SuppressWarnings("ArrayRecordComponent") // never compared as a whole
  private record Row(double[] returns, boolean[] deployed) {}

  ReturnWindow(int capacity) {
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
    double[][] matrix = new double[rows.size()][columns.length];
    int t = 0;
    for (Row row : rows) {
      for (int c = 0; c < columns.length; c++) {
        matrix[t][c] = row.returns()[columns[c]];
      }
      t++;
    }
    return matrix;
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
  }

  /** Keeps the newest rows when fewer fit than were saved. */
  @Override
  public void load(DataInput in) throws IOException {
    String[] ids = new String[in.readInt()];
    int[] own = new int[ids.length];
    for (int k = 0; k < ids.length; k++) {
      ids[k] = in.readUTF();
      own[k] = in.readInt();
    }
    strategies = List.of(ids);
    ownRows = own;
    rows.clear();
    for (int left = in.readInt(); left > 0; left--) {
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
  }
}
