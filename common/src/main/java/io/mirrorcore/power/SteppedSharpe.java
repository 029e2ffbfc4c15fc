package io.mirrorcore.power;

/** The Sharpe ratio that an allocator earns in one market. */
final class SteppedSharpe {

  private SteppedSharpe() {}

  /**
   * Annual; 0 where nothing ever changed.
   *
   * @param from first period that counts
   */
  static double of(Allocator.Run run, double[][] rows, int from, double perYear) {
    double sum = 0;
    double squares = 0;
    for (int t = 0; t < rows.length; t++) {
      double earned = run.step(rows[t]);
      if (t >= from) {
        sum += earned;
        squares += earned * earned;
      }
    }
    int n = rows.length - from;
    double mean = sum / n;
    double variance = squares / n - mean * mean;
    return variance > 0 ? mean / Math.sqrt(variance) * Math.sqrt(perYear) : 0;
  }
}
