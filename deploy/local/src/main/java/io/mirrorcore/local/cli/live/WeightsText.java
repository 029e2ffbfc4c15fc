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
import picocli.CommandLine.Help.Ansi;

/**
 * Weights and alerts as lines for people: the decision, the regime, and the weight of each
 * strategy.
 */
final class WeightsText {

  static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** Of a line, with the sum of the rest. */
  private static final int COLUMNS = 96;

  private final Ansi ansi;

  WeightsText(Ansi ansi) {
    this.ansi = ansi;
  }

  /** Two lines: the decision with its figures, and the weights from the largest down. */
  String weights(EnsembleWeights weights) {
    String head =
        String.format(
            Locale.ROOT,
            "%s  %-8s  %s @|bold %-14s|@ Sharpe %+5.2f a year  turnover %4.2f  confidence %4.2f  kkt %.0e",
            TIME.format(Instant.ofEpochMilli(weights.time())),
            weights.portfolio(),
            regime(weights.regime()),
            weights.rebalance().decision(),
            weights.risk().sharpeAnnualised(),
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
    StringBuilder named = new StringBuilder();
    int count = 0;
    for (Map.Entry<String, Double> weight : held) {
      String share = share(weight);
      if (named.length() + share.length() > COLUMNS) {
        break;
      }
      named.append(count++ == 0 ? "" : ", ").append(share);
    }
    double rest = held.stream().skip(count).mapToDouble(Map.Entry::getValue).sum();
    return count == held.size()
        ? named.toString()
        : String.format(Locale.ROOT, "%s, %d more %.1f %%", named, held.size() - count, 100 * rest);
  }

  private static String share(Map.Entry<String, Double> weight) {
    return String.format(Locale.ROOT, "%s %.1f %%", weight.getKey(), 100 * weight.getValue());
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
