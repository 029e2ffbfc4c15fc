package io.mirrorcore.study;

/**
 * How much a strategy does. A trade is a run of bars with a position of one side in one symbol; one
 * that is still open at the end counts with the bars it has had.
 *
 * @param trades of all symbols in question
 * @param tradesAYear the same by year
 * @param deployed share of the bars with a position, in [0, 1]
 * @param holdingBars mean length of a trade, bars of its symbol; null where there is none
 * @param hitRate share with a gain of the bars that brought a gain or a loss before cost, in [0,
 *     1]; null where there are fewer than {@link Evidence#LEAST_BARS}
 */
public record Activity(
    long trades, double tradesAYear, double deployed, Double holdingBars, Double hitRate) {

  /** Counts of an activity in the making. */
  static final class Counts {

    private long trades;
    private long heldBars;
    private long gains;
    private long losses;

    /** Enters one symbol's holdings. */
    void add(SymbolTrack track, int strategy) {
      double before = 0;
      for (int t = 0; t < track.bars(); t++) {
        double held = track.held(strategy, t);
        trades += held != 0 && Math.signum(held) != Math.signum(before) ? 1 : 0;
        heldBars += held != 0 && track.hasBar(t) ? 1 : 0;
        count(before * track.value(t));
        before = held;
      }
    }

    private void count(double gain) {
      gains += gain > 0 ? 1 : 0;
      losses += gain < 0 ? 1 : 0;
    }

    /** Bars with a position, of all symbols. */
    long heldBars() {
      return heldBars;
    }

    Activity over(double years, double deployed) {
      return new Activity(
          trades,
          trades / years,
          deployed,
          trades == 0 ? null : (double) heldBars / trades,
          gains + losses < Evidence.LEAST_BARS ? null : (double) gains / (gains + losses));
    }
  }
}
