package io.mirrorcore.jobs.study;

import io.mirrorcore.study.InformationCoefficient;
import io.mirrorcore.study.SharpeEstimate;
import java.util.Locale;

/** Figures of a study as text, one way for page and terminal: a dash where there is none. */
public final class StudyCells {

  /** What stands in place of a figure that cannot be given. */
  public static final String DASH = "–";

  private static final double BASIS_POINTS = 1e4;

  private StudyCells() {}

  /** With so many decimals. */
  public static String number(Double value, int decimals) {
    return value == null ? DASH : String.format(Locale.ROOT, "%,." + decimals + "f", value);
  }

  /** A share as a percentage. */
  public static String percent(Double share) {
    return share == null ? DASH : String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  /** A cost in basis points, of which a hundred are one percent. */
  public static String basisPoints(Double cost) {
    return number(cost == null ? null : cost * BASIS_POINTS, 1);
  }

  public static String sharpe(SharpeEstimate estimate) {
    return estimate == null ? DASH : number(estimate.value(), 2);
  }

  /** Both ends, in brackets. */
  public static String interval(SharpeEstimate estimate) {
    return estimate == null
        ? DASH
        : String.format(Locale.ROOT, "[%.2f, %.2f]", estimate.low(), estimate.high());
  }

  /** The coefficient and, in brackets, its t. */
  public static String information(InformationCoefficient ic) {
    return ic == null ? DASH : String.format(Locale.ROOT, "%.3f (%.1f)", ic.value(), ic.t());
  }
}
