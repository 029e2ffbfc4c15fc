package io.mirrorcore.portfolio.ledger;

/** How much capital a position of 1 in one symbol takes. */
public enum SlotRule {
  /**
   * An equal slot of the capital for every symbol alive, whether or not it has a bar now, so that
   * the slots never add up to more than the capital ({@link Slots}).
   */
  ALIVE("alive"),
  /**
   * The first release's: 1 / number of symbols that have a bar now. Beside shares one coin takes
   * all of the capital on a weekend, on top of what the shares hold, and a symbol that seldom has a
   * bar resizes all others whenever it has one.
   */
  PRESENT("present"),
  /**
   * What it has of all the strategy's positions: a strategy is always fully invested, however few
   * its positions. On real data single strategies came to 36 % volatility a year that way.
   */
  DEPLOYED("deployed");

  private final String id;

  SlotRule(String id) {
    this.id = id;
  }

  /** As it stands in records. */
  public String id() {
    return id;
  }
}
