package io.mirrorcore.local.cli.research;

import io.mirrorcore.backtest.report.BacktestResult;
import io.mirrorcore.backtest.report.StressRow;
import io.mirrorcore.backtest.track.Figures;
import io.mirrorcore.backtest.track.Track;
import io.mirrorcore.backtest.track.TrackKind;
import io.mirrorcore.quality.QualityFinding;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.Help.Ansi;

/** A backtest in a few lines: the verdict, and the portfolios beside each other. */
final class BacktestText {

  private final Ansi ansi;

  BacktestText(Ansi ansi) {
    this.ansi = ansi;
  }

  String of(BacktestResult result) {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%,d bars from %s to %s, %s%n",
            result.span().bars(),
            day(result.span().from()),
            day(result.span().to()),
            result.walk().mode().text()));
    text.append(quality(result.provenance().quality())).append('\n');
    text.append(
        String.format(
            "%-24s %8s %17s %9s %9s %9s %9s%n",
            "", "Sharpe", "95 % interval", "a year", "drawdown", "turnover", "win rate"));
    for (Track track : result.tracks()) {
      if (track.kind() != TrackKind.STRATEGY) {
        text.append(row(track));
      }
    }
    if (result.tracks().get(0).figures().growth().annualReturn() == null) {
      text.append("less than a quarter of a year: too short to annualise a return\n");
    }
    text.append('\n').append(ansi.string("@|bold " + result.verdict().sentence() + "|@"));
    text.append('\n').append(result.verdict().details().get(0)).append('\n');
    result.verdict().details().stream()
        .skip(1)
        .filter(BacktestText::isTold)
        .forEach(detail -> text.append(detail).append('\n'));
    text.append('\n');
    if (result.stress() != null) {
      result.stress().forEach(row -> text.append(row(row)));
      text.append('\n');
    }
    result.provenance().notes().forEach(note -> text.append(note).append('\n'));
    return text.toString();
  }

  /** What a reader must know before the figures are believed. */
  private static boolean isTold(String detail) {
    return detail.contains("than HOLD:")
        || detail.startsWith("Judged ")
        || detail.contains("were refused");
  }

  private static String row(StressRow row) {
    return String.format(
        Locale.ROOT,
        "%-24s %-16s Sharpe %5.2f %s%n",
        row.track(),
        row.stress(),
        row.sharpe(),
        row.annualReturn() == null
            ? "too short to annualise"
            : String.format(Locale.ROOT, "%8.2f%% a year", 100 * row.annualReturn()));
  }

  /** A line where anything is odd about the bars. */
  private static String quality(List<QualityFinding> found) {
    return found == null || found.isEmpty()
        ? ""
        : found.stream()
            .map(QualityFinding::brief)
            .collect(Collectors.joining(", ", "the data have ", "; see report.html\n"));
  }

  private static String row(Track track) {
    Figures figures = track.figures();
    var interval = track.evidence().sharpeInterval();
    return String.format(
        Locale.ROOT,
        "%-24s %8.2f %17s %9s %8.1f%% %9.3f %8.1f%%%n",
        track.name(),
        figures.ratios().sharpe(),
        String.format(Locale.ROOT, "%.2f to %.2f", interval.low(), interval.high()),
        year(figures.growth().annualReturn()),
        100 * figures.risk().maxDrawdown(),
        figures.trading().averageTurnover(),
        100 * figures.hits().winRate());
  }

  private static String year(Double annual) {
    return annual == null ? "-" : String.format(Locale.ROOT, "%.2f%%", 100 * annual);
  }

  private static String day(long time) {
    return Instant.ofEpochMilli(time).atZone(ZoneOffset.UTC).toLocalDate().toString();
  }
}
