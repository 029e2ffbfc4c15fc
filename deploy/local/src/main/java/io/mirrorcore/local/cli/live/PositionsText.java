package io.mirrorcore.local.cli.live;

import io.mirrorcore.jobs.config.key.DurationText;
import io.mirrorcore.portfolio.record.EnsembleWeights;
import io.mirrorcore.portfolio.record.TargetPositions;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Help.Ansi;

/**
 * Positions as one line for people: what is held, how old the weights behind it are by the market's
 * own time, and whether newer ones were due.
 */
final class PositionsText {

  /** Of a line; the rest is a count. */
  private static final int SYMBOLS = 6;

  private final Ansi ansi;
  private final Map<String, EnsembleWeights> inForce = new HashMap<>();
  private final Map<String, Long> lastClose = new HashMap<>();

  PositionsText(Ansi ansi) {
    this.ansi = ansi;
  }

  /** Takes note of weights that have come into force. */
  void weights(EnsembleWeights weights) {
    inForce.put(weights.portfolio(), weights);
  }

  /** One line. */
  String positions(TargetPositions positions) {
    Long before = lastClose.put(positions.portfolio(), positions.time());
    return String.format(
            Locale.ROOT,
            "%s  %-8s  gross %.2f  net %+.2f  ",
            WeightsText.TIME.format(Instant.ofEpochMilli(positions.time())),
            positions.portfolio(),
            positions.gross(),
            positions.net())
        + (positions.scale() == null
            ? ""
            : String.format(Locale.ROOT, "scaled by %.2f  ", positions.scale()))
        + held(positions.positions())
        + age(inForce.get(positions.portfolio()), positions.time(), before);
  }

  /** The largest by size. */
  private static String held(Map<String, Double> positions) {
    List<String> held =
        positions.entrySet().stream()
            .filter(position -> position.getValue() != 0)
            .sorted(
                Comparator.comparingDouble(
                        (Map.Entry<String, Double> position) -> -Math.abs(position.getValue()))
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(
                position ->
                    String.format(
                        Locale.ROOT, "%s %+.1f %%", position.getKey(), 100 * position.getValue()))
            .toList();
    String shown = String.join(", ", held.subList(0, Math.min(SYMBOLS, held.size())));
    int more = held.size() - SYMBOLS;
    return held.isEmpty() ? "nothing held" : more > 0 ? shown + ", " + more + " more" : shown;
  }

  /**
   * @param before the close before; what is due at this one may be on its way
   */
  private String age(EnsembleWeights weights, long now, Long before) {
    if (weights == null || weights.time() > now) {
      return "";
    }
    String age = "; weights are " + DurationText.format(Duration.ofMillis(now - weights.time()));
    Long until = weights.validity().validUntil();
    String due = until == null ? "" : WeightsText.TIME.format(Instant.ofEpochMilli(until));
    if (until != null && before != null && before > until) {
      return ansi.string(age + " old, @|bold,red STALE|@: newer ones were due at " + due);
    }
    return age + " old" + (until == null ? "" : ", the next are due at " + due);
  }
}
