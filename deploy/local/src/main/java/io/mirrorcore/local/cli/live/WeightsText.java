package io.mirrorcore.local.cli.live;

import io.mirrorcore.portfolio.record.Alert;
import io.mirrorcore.portfolio.record.EnsembleWeights;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Help.Ansi;

/**
 * Weights and alerts as lines for people: the decision, the regime, and the weight of each
 * strategy.
 */
final class WeightsText {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** As many as fit on a line. */
  private static final int NAMED = 5;

  private final Ansi ansi;

  WeightsText(Ansi ansi) {
    this.ansi = ansi;
  }

  /** Two lines: the decision with its figures, and the weights from the largest down. */
  String weights(EnsembleWeights weights) {
    String head =
        String.format(
            Locale.ROOT,
            "%s  %s  %s @|bold %-14s|@ sharpe %+.3f/bar  turnover %4.2f  confidence %4.2f  kkt %.0e",
            TIME.format(Instant.ofEpochMilli(weights.time())),
            weights.portfolio(),
            regime(weights.regime()),
            weights.rebalance().decision(),
            weights.risk().sharpe(),
            weights.rebalance().turnover(),
            weights.confidence().overall(),
            weights.proof().kktResidual());
    return ansi.string(head)
        + System.lineSeparator()
        + "    "
        + shares(weights.rebalance().weights());
  }

  private static String regime(String regime) {
    String colour =
        switch (regime) {
          case "TRENDING" -> "green";
          case "VOLATILE" -> "red";
          case "RANGING" -> "cyan";
          default -> "yellow";
        };
    return String.format(Locale.ROOT, "@|%s %-8s|@", colour, regime);
  }

  /** The largest weights by name, the rest as one sum. */
  private static String shares(Map<String, Double> weights) {
    List<Map.Entry<String, Double>> held =
        weights.entrySet().stream()
            .filter(weight -> weight.getValue() > 0)
            .sorted(
                Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .toList();
    String named =
        held.stream()
            .limit(NAMED)
            .map(w -> String.format(Locale.ROOT, "%s %.1f %%", w.getKey(), 100 * w.getValue()))
            .collect(Collectors.joining(", "));
    if (held.size() <= NAMED) {
      return named;
    }
    double rest = held.stream().skip(NAMED).mapToDouble(Map.Entry::getValue).sum();
    return String.format(
        Locale.ROOT, "%s, %d more %.1f %%", named, held.size() - NAMED, 100 * rest);
  }

  /** One line. */
  String alert(Alert alert) {
    String colour =
        alert.state() == Alert.State.RESOLVED
            ? "green"
            : alert.level() == Alert.Level.ERROR ? "red" : "yellow";
    return ansi.string(
            String.format(
                Locale.ROOT,
                "%s  %s  @|%s %s %s|@ %s: ",
                TIME.format(Instant.ofEpochMilli(alert.time())),
                alert.portfolio(),
                colour,
                alert.level(),
                alert.state(),
                alert.key()))
        + alert.message();
  }
}
