package io.mirrorcore.backtest.evidence;

/**
 * One resample of two series, the same rows of both: their Sharpe ratios, and the standard errors
 * that the resample itself gives them. Its blocks were drawn independently, so that the error of a
 * sum of influences is the root of the sum of the squares of its blocks' sums.
 */
final class SharpeResample {

  private final SharpeRows a;
  private final SharpeRows b;
  private final int[] blockBars;
  private final double[] sumA;
  private final double[] squareA;
  private final double[] sumB;
  private final double[] squareB;
  private int blocks;
  private double sharpe;
  private double difference;
  private double error;
  private double differenceError;

  SharpeResample(SharpeRows a, SharpeRows b) {
    this.a = a;
    this.b = b;
    blockBars = new int[a.rows()];
    sumA = new double[a.rows()];
    squareA = new double[a.rows()];
    sumB = new double[a.rows()];
    squareB = new double[a.rows()];
  }

  /** Makes this the resample of {@code rows}, as many as the series have. */
  void take(int[] rows) {
    split(rows);
    int bars = 0;
    double[] totals = new double[4];
    for (int j = 0; j < blocks; j++) {
      bars += blockBars[j];
      totals[0] += sumA[j];
      totals[1] += squareA[j];
      totals[2] += sumB[j];
      totals[3] += squareB[j];
    }
    measure(bars, a.ratio(bars, totals[0], totals[1]), b.ratio(bars, totals[2], totals[3]));
  }

  /** Sums by block; a block ends where the next row is not the following one of the circle. */
  private void split(int[] rows) {
    blocks = 0;
    int following = -1;
    for (int row : rows) {
      if (row != following) {
        open();
      }
      int j = blocks - 1;
      blockBars[j] += a.barsOf(row);
      sumA[j] += a.sumOf(row);
      squareA[j] += a.squareOf(row);
      sumB[j] += b.sumOf(row);
      squareB[j] += b.squareOf(row);
      following = row + 1 == rows.length ? 0 : row + 1;
    }
  }

  private void open() {
    blockBars[blocks] = 0;
    sumA[blocks] = 0;
    squareA[blocks] = 0;
    sumB[blocks] = 0;
    squareB[blocks] = 0;
    blocks++;
  }

  private void measure(int bars, SharpeRows.Ratio ofA, SharpeRows.Ratio ofB) {
    double own = 0;
    double parting = 0;
    for (int j = 0; j < blocks; j++) {
      double influence = ofA.influence(blockBars[j], sumA[j], squareA[j]);
      double other = ofB.influence(blockBars[j], sumB[j], squareB[j]);
      own += influence * influence;
      parting += (influence - other) * (influence - other);
    }
    sharpe = ofA.value();
    difference = ofA.value() - ofB.value();
    error = Math.sqrt(own) / bars;
    differenceError = Math.sqrt(parting) / bars;
  }

  /** Of the first series, a bar. */
  double sharpe() {
    return sharpe;
  }

  /** Of the first series less that of the second, a bar. */
  double difference() {
    return difference;
  }

  /** Standard error of {@link #sharpe}; 0 where nothing varies. */
  double error() {
    return error;
  }

  /** Standard error of {@link #difference}. */
  double differenceError() {
    return differenceError;
  }
}
