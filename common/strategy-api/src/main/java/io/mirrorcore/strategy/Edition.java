package io.mirrorcore.strategy;

/**
 * Which of its definitions a strategy follows: a name that users know stays while what it computes
 * is corrected, and who relies on the first numbers can keep them.
 *
 * <p>The edition is part of a strategy's fingerprint and of its state version, so a strategy that
 * changes it starts afresh and says so, while its returns and weights go on under the same id. The
 * first edition leaves no trace in a fingerprint: state written before there were editions is its.
 */
public enum Edition {
  /** As first released. */
  FIRST(1),
  /** As corrected after a second, independent implementation had been run on data of its own. */
  SECOND(2);

  /** What runs where nobody asks for another: the one place that decides it. */
  public static final Edition DEFAULT = SECOND;

  /** The parameter of every strategy that has more than one edition. */
  public static final Parameter PARAMETER =
      Parameter.integer(
          "edition",
          DEFAULT.number(),
          1,
          SECOND.number,
          "definition to follow: 1 as first released (all strategies with compatibility: 0.1),"
              + " 2 as corrected since");

  private final int number;

  Edition(int number) {
    this.number = number;
  }

  /** 1 for the first. */
  public int number() {
    return number;
  }

  /**
   * The edition of this number.
   *
   * @param number a value that {@link #PARAMETER} allows
   */
  public static Edition numbered(double number) {
    if (!PARAMETER.allows(number)) {
      throw new IllegalArgumentException(
          "edition must be " + PARAMETER.allowed() + "; have " + number);
    }
    return number == FIRST.number ? FIRST : SECOND;
  }
}
