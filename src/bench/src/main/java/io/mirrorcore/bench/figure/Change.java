package io.mirrorcore.bench.figure;

import java.util.Locale;

/**
 * What may be said of a case against an earlier measurement of it. Where both have a ratio to the
 * pass-through the ratios are compared, because machines differ in everything else.
 *
 * @param relative of the newer one to the earlier, less 1; above 0 is more
 * @param noise the larger of the two spreads
 * @param higherIsBetter whether more is better
 */
public record Change(double relative, double noise, boolean higherIsBetter) {

  /** From {@code earlier} to {@code now}. */
  public static Change between(CaseResult earlier, CaseResult now) {
    if (earlier.ratioToPassThrough() != null && now.ratioToPassThrough() != null) {
      return new Change(
          now.ratioToPassThrough() / earlier.ratioToPassThrough() - 1,
          Math.max(earlier.ratioSpread(), now.ratioSpread()),
          true);
    }
    return new Change(
        now.value() / earlier.value() - 1, Math.max(earlier.spread(), now.spread()), false);
  }

  /** Whether it is more than rounds of one measurement are apart. */
  public boolean isClaimed() {
    return Math.abs(relative) > noise;
  }

  /** In words: the change, or that there is none to speak of. */
  public String words() {
    if (!isClaimed()) {
      return String.format(Locale.ROOT, "within the spread (%.0f %%)", 100 * noise);
    }
    return String.format(
        Locale.ROOT,
        "%+.0f %% (%s)",
        100 * relative,
        relative > 0 == higherIsBetter ? "better" : "worse");
  }
}
