package io.mirrorcore.estimate;

/** What every estimator demands of its {@code T x N} returns: a rectangle of finite numbers. */
final class ReturnWindow {

  private ReturnWindow() {}

  /**
   * The number of columns.
   *
   * @throws IllegalArgumentException naming the row and, for a value, the column that is wrong
   */
  static int columns(double[][] returns, int minRows) {
    if (returns.length < minRows) {
      throw new IllegalArgumentException(
          "returns must have at least " + minRows + " rows; have " + returns.length);
    }
    int columns = returns[0].length;
    if (columns < 1) {
      throw new IllegalArgumentException("returns must have at least 1 column; have 0");
    }
    for (int row = 0; row < returns.length; row++) {
      if (returns[row].length != columns) {
        throw new IllegalArgumentException(
            ("row " + row + " must have " + columns + " columns like row 0; have ")
                + returns[row].length);
      }
      requireFinite(returns[row], row);
    }
    return columns;
  }

  /**
   * Checks one row.
   *
   * @throws IllegalArgumentException naming column and row of a value that is not finite
   */
  static void requireFinite(double[] values, int row) {
    for (int column = 0; column < values.length; column++) {
      if (!Double.isFinite(values[column])) {
        throw new IllegalArgumentException(
            ("return of column " + column + " in row " + row + " must be finite; have ")
                + values[column]);
      }
    }
  }
}
