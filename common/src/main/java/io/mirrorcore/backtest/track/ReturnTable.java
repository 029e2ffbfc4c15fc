package io.mirrorcore.backtest.track;

import io.mirrorcore.portfolio.record.StrategyReturns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/**
 * The returns of all strategies at all bars, T rows by N columns, strategies sorted by id. Numbers
 * in blocks of rows instead of the records themselves, which take some hundred bytes a strategy and
 * bar: a million bars of 19 strategies are 155 MB here.
 */
public final class ReturnTable {

  private static final int BLOCK_ROWS = 4096;

  private final List<double[]> blocks = new ArrayList<>();
  private final BitSet deployed = new BitSet();
  private List<String> strategies = List.of();
  private String portfolio = "";
  private long[] times = new long[BLOCK_ROWS];
  private int rows;

  /**
   * Takes in the returns of one bar, later than all before it.
   *
   * @throws IllegalArgumentException if the record is out of sequence, or of another portfolio or
   *     other strategies than the first
   */
  public void add(StrategyReturns bar) {
    if (rows == 0) {
      portfolio = bar.portfolio();
      strategies = List.copyOf(bar.returns().keySet());
    }
    check(bar);
    int place = rows % BLOCK_ROWS * strategies.size();
    if (place == 0) {
      blocks.add(new double[BLOCK_ROWS * strategies.size()]);
    }
    double[] block = blocks.get(rows / BLOCK_ROWS);
    int k = 0;
    for (Map.Entry<String, Double> entry : bar.returns().entrySet()) {
      block[place + k] = entry.getValue();
      deployed.set(rows * strategies.size() + k, isDeployed(bar, entry));
      k++;
    }
    times = rows < times.length ? times : Arrays.copyOf(times, times.length * 2);
    times[rows++] = bar.time();
  }

  /** A record without the flag, which older ones may be, says so by its return. */
  private static boolean isDeployed(StrategyReturns bar, Map.Entry<String, Double> entry) {
    Boolean flag = bar.deployed().get(entry.getKey());
    return flag == null ? entry.getValue() != 0 : flag;
  }

  private void check(StrategyReturns bar) {
    if (!bar.portfolio().equals(portfolio)) {
      throw new IllegalArgumentException(
          "portfolio must be " + portfolio + "; have " + bar.portfolio() + " at " + bar.time());
    }
    if (rows > 0 && bar.time() <= times[rows - 1]) {
      throw new IllegalArgumentException(
          "time of returns must be after " + times[rows - 1] + "; have " + bar.time());
    }
    if (bar.returns().isEmpty() || !List.copyOf(bar.returns().keySet()).equals(strategies)) {
      throw new IllegalArgumentException(
          "strategies at "
              + bar.time()
              + " must be "
              + strategies
              + "; have "
              + bar.returns().keySet());
    }
  }

  public String portfolio() {
    return portfolio;
  }

  public List<String> strategies() {
    return strategies;
  }

  public int rows() {
    return rows;
  }

  /** Whether nobody ever earned or lost anything. */
  public boolean isZero() {
    return blocks.stream().flatMapToDouble(Arrays::stream).allMatch(value -> value == 0);
  }

  long time(int row) {
    return times[row];
  }

  /** Rows with a time at or before {@code time}; so also the first row after it. */
  public int rowsUpTo(long time) {
    int place = Arrays.binarySearch(times, 0, rows, time);
    return place >= 0 ? place + 1 : -place - 1;
  }

  double get(int row, int strategy) {
    return blocks.get(row / BLOCK_ROWS)[row % BLOCK_ROWS * strategies.size() + strategy];
  }

  /** Times of the rows from {@code firstRow} on. */
  public long[] times(int firstRow) {
    return Arrays.copyOfRange(times, firstRow, rows);
  }

  /** Returns from {@code firstRow} on, an array a strategy. */
  public double[][] columns(int firstRow) {
    double[][] columns = new double[strategies.size()][rows - firstRow];
    for (int row = firstRow; row < rows; row++) {
      for (int k = 0; k < columns.length; k++) {
        columns[k][row - firstRow] = get(row, k);
      }
    }
    return columns;
  }

  /** Copies row {@code row} to the beginning of {@code target}. */
  void copyRow(int row, double[] target) {
    int n = strategies.size();
    System.arraycopy(blocks.get(row / BLOCK_ROWS), row % BLOCK_ROWS * n, target, 0, n);
  }

  /** Whether the strategy had a position during the bar. */
  boolean isDeployed(int row, int strategy) {
    return deployed.get(row * strategies.size() + strategy);
  }

  /** The first row at which each strategy had a position; {@link #rows} of one that never had. */
  public int[] firstDeployed() {
    int[] first = new int[strategies.size()];
    for (int k = 0; k < first.length; k++) {
      while (first[k] < rows && !isDeployed(first[k], k)) {
        first[k]++;
      }
    }
    return first;
  }
}
