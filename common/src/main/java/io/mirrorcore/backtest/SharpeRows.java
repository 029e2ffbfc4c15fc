package io.mirrorcore.backtest;

/**
 * A series of returns as rows to resample, each with the sums that a Sharpe ratio needs. A row is a
 * bar, or so many consecutive bars that there are at most {@value #MOST_ROWS} rows: a Sharpe ratio
 * of rows is still that of their bars, only blocks begin and end at rows, and a million minute bars
 * take no longer than 30 years of days.
 *
 * <p>Returns are standardised by their own mean and deviation, so that no digits are lost in the
 * sums of squares, and the ratio of a resample is (SR + mean) / deviation of what is in it.
 */
final class SharpeRows {

  static final int MOST_ROWS = 8192;

  private final double sharpe;
  private final int bars;
  private final int barsPerRow;
  private final double[] sums;
  private final double[] squares;

  private SharpeRows(double sharpe, int bars, int barsPerRow, double[] sums, double[] squares) {
    this.sharpe = sharpe;
    this.bars = bars;
    this.barsPerRow = barsPerRow;
    this.sums = sums;
    this.squares = squares;
  }

  /** Of net returns by bar, at least one. */
  static SharpeRows of(double[] returns) {
    ReturnMoments moments = ReturnMoments.of(returns);
    int barsPerRow = (returns.length + MOST_ROWS - 1) / MOST_ROWS;
    int rows = (returns.length + barsPerRow - 1) / barsPerRow;
    double[] sums = new double[rows];
    double[] squares = new double[rows];
    double scale = moments.deviation() > 0 ? moments.deviation() : 1;
    for (int t = 0; t < returns.length; t++) {
      double z = (returns[t] - moments.mean()) / scale;
      sums[t / barsPerRow] += z;
      squares[t / barsPerRow] += z * z;
    }
    return new SharpeRows(moments.sharpe(), returns.length, barsPerRow, sums, squares);
  }

  /** Of the whole series, a bar. */
  double sharpe() {
    return sharpe;
  }

  int bars() {
    return bars;
  }

  int rows() {
    return sums.length;
  }

  /** Bars of a row: all have as many but the last. */
  int barsOf(int row) {
    return row < sums.length - 1 ? barsPerRow : bars - row * barsPerRow;
  }

  /** What each row adds to the ratio of the whole series: {@link Resample#influence}. */
  double[] influences() {
    Resample whole = new Resample(this);
    for (int row = 0; row < rows(); row++) {
      whole.add(row);
    }
    whole.finish();
    double[] influences = new double[rows()];
    for (int row = 0; row < influences.length; row++) {
      influences[row] = whole.influence(sums[row], squares[row], barsOf(row));
    }
    return influences;
  }

  /** The Sharpe ratio of some rows, drawn with repetition. */
  static final class Resample {

    private final SharpeRows source;
    private int bars;
    private double sum;
    private double square;
    private double mean;
    private double deviation;
    private double sharpe;

    Resample(SharpeRows source) {
      this.source = source;
    }

    void clear() {
      bars = 0;
      sum = 0;
      square = 0;
    }

    void add(int row) {
      bars += source.barsOf(row);
      sum += source.sums[row];
      square += source.squares[row];
    }

    /** To be called when all rows are in. */
    void finish() {
      mean = sum / bars;
      double variance = bars > 1 ? (square - mean * sum) / (bars - 1) : 0;
      deviation = variance > VANISHING ? Math.sqrt(variance) : 0;
      sharpe = deviation > 0 ? (source.sharpe + mean) / deviation : 0;
    }

    /** Of what is left of a variance of 1 after rounding. */
    private static final double VANISHING = 1e-13;

    /** A bar; 0 where nothing varies. */
    double sharpe() {
      return sharpe;
    }

    int bars() {
      return bars;
    }

    /**
     * Influence on the ratio of bars whose sums are given: that of each bar is y - SR/2 (y^2 - 1)
     * with y its return standardised by the resample's mean and deviation. The ratio moves like the
     * mean of this, to first order (the delta method).
     */
    double influence(double sumOf, double squareOf, int barsOf) {
      if (deviation == 0) {
        return 0;
      }
      double first = (sumOf - barsOf * mean) / deviation;
      double second =
          (squareOf - 2 * mean * sumOf + barsOf * mean * mean) / (deviation * deviation);
      return first - sharpe / 2 * (second - barsOf);
    }

    int barsOf(int row) {
      return source.barsOf(row);
    }

    double sumOf(int row) {
      return source.sums[row];
    }

    double squareOf(int row) {
      return source.squares[row];
    }
  }
}
