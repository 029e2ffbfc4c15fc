package io.mirrorcore.backtest.track;

import io.mirrorcore.portfolio.record.Decision;
import io.mirrorcore.portfolio.record.EnsembleWeights;
import io.mirrorcore.regime.Regime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Of the weights records what an evaluation needs, in order of time: one entry a due time. Columns
 * are the strategies by id, and after them {@value #CASH} where the records have it.
 */
public final class WeightsHistory {

  public static final String CASH = "CASH";

  private final List<Entry> entries = new ArrayList<>();
  private List<String> columns = List.of();
  private String portfolio = "";
  private final List<Entry> warmUps = new ArrayList<>();

  /**
   * One due time.
   *
   * @param time the close that it is of
   * @param applied whether the weights in force changed
   * @param regime that ruled
   * @param weights in force after the decision, by column
   * @param inactive whether left out of the estimate, by column
   * @param observations returns in the estimate, bars
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared as a whole
  public record Entry(
      long time,
      boolean applied,
      Regime regime,
      double[] weights,
      boolean[] inactive,
      int observations) {

    /** The same by other columns; -1 is one that is not there, and then inactive. */
    private Entry at(int[] places) {
      double[] moved = new double[places.length];
      boolean[] idle = new boolean[places.length];
      for (int k = 0; k < places.length; k++) {
        moved[k] = places[k] < 0 ? 0 : weights[places[k]];
        idle[k] = places[k] < 0 || inactive[places[k]];
      }
      return new Entry(time, applied, regime, moved, idle, observations);
    }
  }

  /**
   * Takes in one record of weights, later than all before it.
   *
   * @throws IllegalArgumentException if the record is out of sequence, or of another portfolio or
   *     other strategies than the first
   */
  public void add(EnsembleWeights record) {
    if (record.rebalance().decision().equals(Decision.WARMUP.name())) {
      take(warmUps, record); // no weights of any estimate: a figure would be of something else
    } else {
      take(entries, record);
    }
  }

  private void take(List<Entry> to, EnsembleWeights record) {
    if (isEmpty() && warmUps.isEmpty()) {
      portfolio = record.portfolio();
      columns = columns(record.rebalance().weights().keySet());
    }
    check(record);
    double[] weights = columns.stream().mapToDouble(record.rebalance().weights()::get).toArray();
    boolean[] inactive = new boolean[weights.length];
    record.estimate().inactive().forEach(id -> inactive[column(id)] = true);
    to.add(
        new Entry(
            record.time(),
            Decision.valueOf(record.rebalance().decision()).isApplied(),
            Regime.valueOf(record.regime()),
            weights,
            inactive,
            record.estimate().observations()));
  }

  /** Records of what was held before there was any estimate, equal weights or cash. */
  public List<Entry> warmUps() {
    return List.copyOf(warmUps);
  }

  private static List<String> columns(Set<String> ids) {
    List<String> columns = new ArrayList<>(ids);
    if (columns.remove(CASH)) {
      columns.add(CASH);
    }
    return List.copyOf(columns);
  }

  private int column(String id) {
    int column = columns.indexOf(id);
    if (column < 0) {
      throw new IllegalArgumentException("inactive must be of " + columns + "; have " + id);
    }
    return column;
  }

  private void check(EnsembleWeights record) {
    if (!record.portfolio().equals(portfolio)) {
      throw new IllegalArgumentException(
          "portfolio must be " + portfolio + "; have " + record.portfolio());
    }
    if (!entries.isEmpty() && record.time() <= last().time()) {
      throw new IllegalArgumentException(
          "time of weights must be after " + last().time() + "; have " + record.time());
    }
    if (!columns(record.rebalance().weights().keySet()).equals(columns)) {
      throw new IllegalArgumentException(
          "strategies of the weights at "
              + record.time()
              + " must be "
              + columns
              + "; have "
              + record.rebalance().weights().keySet());
    }
  }

  /**
   * The same weights by the strategies of a table, and cash as the last where there is some. The
   * weights may leave one of them out, which then has none.
   *
   * @throws IllegalArgumentException if the weights are of strategies that are not there
   */
  public WeightsHistory over(List<String> strategies) {
    List<String> own = new ArrayList<>(columns);
    boolean cash = own.remove(CASH);
    if (!strategies.containsAll(own)) {
      throw new IllegalArgumentException(
          "strategies of the weights must be " + strategies + "; have " + own);
    }
    WeightsHistory aligned = new WeightsHistory();
    aligned.portfolio = portfolio;
    aligned.columns = new ArrayList<>(strategies);
    if (cash) {
      aligned.columns.add(CASH);
    }
    int[] places = aligned.columns.stream().mapToInt(columns::indexOf).toArray();
    entries.forEach(entry -> aligned.entries.add(entry.at(places)));
    warmUps.forEach(entry -> aligned.warmUps.add(entry.at(places)));
    return aligned;
  }

  public String portfolio() {
    return portfolio;
  }

  public List<String> columns() {
    return columns;
  }

  boolean hasCash() {
    return columns.contains(CASH);
  }

  public boolean isEmpty() {
    return entries.isEmpty();
  }

  public int size() {
    return entries.size();
  }

  public Entry get(int due) {
    return entries.get(due);
  }

  Entry last() {
    return entries.get(entries.size() - 1);
  }

  /** The last due time at or before {@code time}; the first of all where none is. */
  int dueAt(long time) {
    int due = 0;
    while (due + 1 < entries.size() && entries.get(due + 1).time() <= time) {
      due++;
    }
    return due;
  }
}
