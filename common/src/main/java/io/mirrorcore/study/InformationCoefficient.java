package io.mirrorcore.study;

/**
 * How well positions order the returns that follow them: Spearman's rank correlation, and how
 * firmly it is known.
 *
 * @param bars the returns run over so many bars, or begin so many bars later, 1 or more
 * @param value in [-1, 1]
 * @param t the value over its standard error; 0 where that is 0
 * @param observations pairs of a position and a return
 */
public record InformationCoefficient(int bars, double value, double t, long observations) {

  /** Of the normal distribution, both sides. */
  private static final double NORMAL_95 = 1.959963984540054;

  /** Whether its 95 % interval leaves out 0. */
  public boolean isTold() {
    return Math.abs(t) > NORMAL_95;
  }
}
