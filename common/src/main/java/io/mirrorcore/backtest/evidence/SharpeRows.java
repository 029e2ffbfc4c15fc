package io.mirrorcore.backtest.evidence;

/**
 * A series of returns as rows to resample, each with the sums that a Sharpe ratio needs. A row is a
 * bar, or so many consecutive bars that there are at most {@value #MOST_ROWS} rows: a Sharpe ratio
 * of rows is still that of their bars, only blocks begin and end at rows, and a million minute bars
 * take no longer than 30 years of days.
 *
 * <p>Returns are standardised by their own mean and deviation, so that no digits are lost in the
 * sums of squares, and the ratio of a resample is (SR + mean) / deviation of what is in it.
 */
public final class SharpeRows {

  static final int MOST_ROWS = 8192;

  /** Of what is left of a variance of 1 after rounding. */
  private static final double VANISHING = 1e-13;

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
  public static SharpeRows of(double[] returns) {
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
  public double sharpe() {
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

  /** What each row adds to the ratio of the whole series. */
  double[] influences() {
    Ratio whole = whole();
    double[] influences = new double[rows()];
    for (int row = 0; row < influences.length; row++) {
      influences[row] = whole.influence(barsOf(row), sums[row], squares[row]);
    }
    return influences;
  }

  double sumOf(int row) {
    return sums[row];
  }

  double squareOf(int row) {
    return squares[row];
  }

  /** The ratio of all rows, from their sums. */
  Ratio whole() {
    double sum = 0;
    double square = 0;
    for (int row = 0; row < rows(); row++) {
      sum += sums[row];
      square += squares[row];
    }
    return ratio(bars, sum, square);
  }

  /** The ratio of drawn rows, of which these are the sums. */
  Ratio ratio(int barsOf, double sumOf, double squareOf) {
    double mean = sumOf / barsOf;
    double variance = barsOf > 1 ? (squareOf - mean * sumOf) / (barsOf - 1) : 0;
    if (!(variance > VANISHING)) {
      return Ratio.NONE;
    }
    double deviation = Math.sqrt(variance);
    double ratio = (sharpe + mean) / deviation;
    double curve = -ratio / 2 / variance;
    double slope = 1 / deviation - 2 * curve * mean;
    double level = -mean / deviation + curve * mean * mean + ratio / 2;
    return new Ratio(ratio, level, slope, curve);
  }

  /**
   * A Sharpe ratio a bar and what bars add to it. The influence of a bar is y - SR/2 (y^2 - 1) with
   * y its return standardised by the mean and deviation of the bars that the ratio is of; the ratio
   * moves like the mean of this, to first order (the delta method). Summed over bars it is linear
   * in their number, sum and sum of squares.
   *
   * @param value the ratio; 0 where nothing varies
   * @param level influence a bar
   * @param slope influence by the sum
   * @param curve influence by the sum of the squares
   */
  record Ratio(double value, double level, double slope, double curve) {

    private static final Ratio NONE = new Ratio(0, 0, 0, 0);

    double influence(int barsOf, double sumOf, double squareOf) {
      return level * barsOf + slope * sumOf + curve * squareOf;
    }
  }
}
