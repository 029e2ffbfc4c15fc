package io.mirrorcore.portfolio.record;

/**
 * One symbol that begins or ceases to lead another: the records of a portfolio so far are the
 * network of now.
 *
 * @param portfolio name of the portfolio
 * @param time the close at which it was found, epoch milliseconds
 * @param strategy that found it
 * @param leader symbol whose past says something of the other's
 * @param follower that other
 * @param state whether it begins or ends
 * @param lag bars after which it shows most; null where it ends, as what follows
 * @param p that it is chance, brought up for the number of pairs, in [0, 1]
 * @param coefficient what the follower does for 1 of the leader, in the units of the strategy
 */
public record LeadLagRecord(
    String portfolio,
    long time,
    String strategy,
    String leader,
    String follower,
    State state,
    Integer lag,
    Double p,
    Double coefficient) {

  /** Whether a lead begins or ends. */
  public enum State {
    BEGINS,
    ENDS
  }

  public LeadLagRecord {
    p = p == null ? null : (Double) ByName.finite("p", p);
    coefficient = coefficient == null ? null : (Double) ByName.finite("coefficient", coefficient);
  }
}
