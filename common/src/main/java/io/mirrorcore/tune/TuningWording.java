package io.mirrorcore.tune;

import io.mirrorcore.backtest.report.TuningSummary;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Sentences about a {@link TuningSummary} for people, which claim no more than its numbers show.
 */
public final class TuningWording {

  /** DSR that is customarily asked for. */
  private static final double SURE = 0.95;

  /** PBO that choosing by chance has is 0.5; well below it the choice carries information. */
  private static final double INFORMED = 0.2;

  private static final double CHANCE = 0.4;

  private TuningWording() {}

  /**
   * Whether the winner's Sharpe ratio is luck, whether its choice would hold elsewhere, and whether
   * it is at the edge of what was searched.
   */
  public static List<String> of(TuningSummary summary) {
    return Stream.of(Stream.of(luck(summary), overfitting(summary)), TuningEdges.of(summary))
        .flatMap(sentences -> sentences)
        .toList();
  }

  private static String luck(TuningSummary summary) {
    boolean sure = summary.dsr() >= SURE;
    return text(
        "Best of %d trials, which count as %.1f independent ones: its Sharpe ratio of %.2f is %s"
            + " (deflated Sharpe ratio %.3f, %s).",
        summary.rawTrials(),
        summary.effectiveTrials(),
        winner(summary).sharpe(),
        sure ? "better than what luck gives" : "not shown to be better than what luck gives",
        summary.dsr(),
        sure ? "0.95 or more" : "below 0.95");
  }

  private static TuningSummary.Trial winner(TuningSummary summary) {
    return summary.trials().stream()
        .filter(trial -> trial.number() == summary.best().number())
        .findFirst()
        .orElseThrow();
  }

  private static String overfitting(TuningSummary summary) {
    String meaning =
        summary.pbo() < INFORMED
            ? "what is best in one half of the history tends to be good in the other"
            : summary.pbo() < CHANCE
                ? "what is best in one half of the history is often no better than the median in"
                    + " the other"
                : "what is best in one half of the history says little or nothing about the other,"
                    + " where choosing by chance gives 0.5";
    return text("Probability of backtest overfitting %.2f: %s.", summary.pbo(), meaning);
  }

  private static String text(String format, Object... arguments) {
    return String.format(Locale.ROOT, format, arguments);
  }
}
