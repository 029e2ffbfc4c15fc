package io.mirrorcore.portfolio.ledger;

/**
 * The slots of those alive at one close.
 *
 * <pre>
 *   a_{s,t} = a_{s,t-1}                                   s alive, without a bar at t
 *   a_{s,t} = min(1/N_t, (1 - sum of the kept slots)/n_t)  s with a bar at t
 *
 *   N_t  symbols alive: they missed fewer than forgetAfter bars of their own sessions
 *   n_t  symbols with a bar at t
 * </pre>
 *
 * <p>Nothing trades in a closed market: who has no bar keeps the slot, whoever comes or goes. Those
 * with a bar share what is left, and never more than an equal part, so that the slots add up to at
 * most 1 at every close, and a symbol that comes and goes resizes no other.
 */
final class Slots {

  /** By how much the divisor of a slot may miss a whole number of symbols through rounding. */
  private static final double ROUNDING = 1e-12;

  private double kept;
  private int alive;
  private int trading;

  /** A symbol that is alive and has no bar keeps its slot. */
  void keep(double slot) {
    alive++;
    kept += slot;
  }

  /** A symbol has a bar. */
  void trade() {
    alive++;
    trading++;
  }

  /**
   * 1/a of every symbol with a bar: N_t wherever the kept slots leave that much, to the bit, so
   * that others do not trade the rounding of a sum; infinite where nothing is left.
   */
  double divisor() {
    double left = Math.max(0, 1 - kept);
    double divisor = trading / left;
    return divisor <= alive * (1 + ROUNDING) ? alive : divisor;
  }
}
