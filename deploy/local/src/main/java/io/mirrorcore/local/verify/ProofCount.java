package io.mirrorcore.local.verify;

import io.mirrorcore.consumer.WeightsVerification;
import io.mirrorcore.consumer.WeightsVerification.Outcome;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** How many records proved themselves, and how well. */
public final class ProofCount {

  private final Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
  private final TreeSet<String> portfolios = new TreeSet<>();
  private double worst;

  public void add(WeightsVerification record) {
    counts.merge(record.outcome(), 1L, Long::sum);
    if (record.outcome() == Outcome.PROVEN) {
      portfolios.add(record.portfolio());
      worst = Math.max(worst, record.residual());
    }
  }

  /** Records of one outcome. */
  public long of(Outcome outcome) {
    return counts.getOrDefault(outcome, 0L);
  }

  /** Records that were weights, or should have been. */
  public long checked() {
    return of(Outcome.PROVEN) + of(Outcome.REFUSED) + of(Outcome.UNPROVEN);
  }

  /**
   * Whether all that was there is proven.
   *
   * @param allowUnproven whether records without a proof may be among them
   */
  public boolean holds(boolean allowUnproven) {
    return of(Outcome.PROVEN) > 0
        && of(Outcome.REFUSED) == 0
        && (allowUnproven || of(Outcome.UNPROVEN) == 0);
  }

  /** The counts in one line. */
  public String sentence() {
    if (checked() == 0) {
      return "Nothing was checked: there is no record of weights" + foreign() + ".";
    }
    List<String> parts = new ArrayList<>();
    parts.add(
        of(Outcome.PROVEN) == 0
            ? "none proven"
            : String.format(
                Locale.ROOT,
                "%d proven (largest residual %.1e; %s)",
                of(Outcome.PROVEN),
                worst,
                String.join(", ", portfolios)));
    if (of(Outcome.REFUSED) > 0) {
      parts.add(of(Outcome.REFUSED) + " refused");
    }
    if (of(Outcome.UNPROVEN) > 0) {
      parts.add(of(Outcome.UNPROVEN) + " without a proof, of which nothing is known");
    }
    return "%d %s of weights: %s%s."
        .formatted(
            checked(), checked() == 1 ? "record" : "records", String.join(", ", parts), foreign());
  }

  private String foreign() {
    return of(Outcome.FOREIGN) == 0
        ? ""
        : "; %d of other topics passed over".formatted(of(Outcome.FOREIGN));
  }
}
